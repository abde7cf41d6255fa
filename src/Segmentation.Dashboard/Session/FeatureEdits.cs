using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What the feature chips do to a recipe. Each gives a new recipe and touches nothing else.</summary>
public static class FeatureEdits
{
    /// <summary>The features that a recipe asks for on this data: the person's, else the suggested ones; none when there is nothing to suggest.</summary>
    public static ValueList<FeatureChoice> FeaturesOf(SegmentationSnapshot snapshot, SegmentationRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(recipe);
        if (recipe.Features.Chosen is { Count: > 0 } chosen)
        {
            return chosen;
        }

        try
        {
            return FeatureChoices.Resolve(snapshot.Data.Frame, snapshot.Data.Schema.With(recipe.Roles), recipe.Features);
        }
        catch (UnusableDataException)
        {
            return [];
        }
    }

    /// <summary>Adds a column to the features, or takes it out; the last one stays.</summary>
    public static SegmentationRecipe WithToggled(this SegmentationRecipe recipe, ValueList<FeatureChoice> features, string column)
    {
        ArgumentNullException.ThrowIfNull(features);
        var known = features.FirstOrDefault(choice => choice.Column == column);
        var changed = known is null ? features.Add(new FeatureChoice(column)) : features.Remove(known);
        return changed.Count == 0 ? recipe : recipe.WithFeatures(changed);
    }

    /// <summary>Puts <paramref name="choice"/> in the place of the one of its column.</summary>
    public static SegmentationRecipe WithFeature(this SegmentationRecipe recipe, ValueList<FeatureChoice> features, FeatureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(choice);
        return recipe.WithFeatures(features.Select(known => known.Column == choice.Column ? choice : known).ToValueList());
    }

    /// <summary>Keeps the features of some columns only; all of them when none would be left.</summary>
    public static SegmentationRecipe WithOnly(this SegmentationRecipe recipe, ValueList<FeatureChoice> features, IReadOnlyCollection<string> columns)
    {
        ArgumentNullException.ThrowIfNull(features);
        ValueList<FeatureChoice> kept = [.. features.Where(choice => columns.Contains(choice.Column))];
        return kept.Count == 0 ? recipe : recipe.WithFeatures(kept);
    }

    /// <summary>Clusters on so many components; null for the features themselves.</summary>
    public static SegmentationRecipe WithComponents(this SegmentationRecipe recipe, int? count)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe with { Features = recipe.Features with { Components = count } };
    }

    /// <summary>Columns that can be features, in the file's order; what names the customer is none.</summary>
    public static IReadOnlyList<string> Usable(DataFrame frame, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        return frame.Columns.Where(column => FeatureChoices.CanUse(column) && schema.RoleOf(column.Name) != ColumnRole.Identifier).Select(column => column.Name).ToArray();
    }

    private static SegmentationRecipe WithFeatures(this SegmentationRecipe recipe, ValueList<FeatureChoice> features)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe with { Features = recipe.Features with { Chosen = features } };
    }
}

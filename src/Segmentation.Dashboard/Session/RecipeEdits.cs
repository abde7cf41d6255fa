using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What the controls of Data and Clean do to a recipe. Each gives a new recipe and touches nothing else.</summary>
public static class RecipeEdits
{
    /// <summary>Gives a column a role. Features that were chosen by hand follow: a column that becomes one joins them, one that is none any more leaves.</summary>
    public static SegmentationRecipe WithRole(this SegmentationRecipe recipe, string column, ColumnRole role)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe with
        {
            Roles = recipe.Roles.With(column, role),
            Features = recipe.Features with { Chosen = Follow(recipe.Features.Chosen, column, role) },
        };
    }

    /// <summary>Reads the file in another way. It may then have other columns, so the choice of features begins anew, and nothing is derived.</summary>
    public static SegmentationRecipe WithReading(this SegmentationRecipe recipe, ReadingOptions reading)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe with { Reading = reading, Derived = [], Features = recipe.Features with { Chosen = null } };
    }

    /// <summary>Changes what was decided about cleaning.</summary>
    public static SegmentationRecipe WithCleaning(this SegmentationRecipe recipe, Func<CleaningOptions, CleaningOptions> change)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(change);
        return recipe with { Cleaning = change(recipe.Cleaning) };
    }

    /// <summary>Switches a step of the ledger on or off.</summary>
    public static SegmentationRecipe WithSwitch(this SegmentationRecipe recipe, string key, bool isOn) =>
        recipe.WithCleaning(cleaning => cleaning with { Switches = cleaning.Switches.With(key, isOn) });

    /// <summary>Sets the rows of a filter aside; once is enough.</summary>
    public static SegmentationRecipe WithSetAside(this SegmentationRecipe recipe, RowFilter filter) =>
        recipe.WithCleaning(cleaning => cleaning.SetAside.Contains(filter) ? cleaning : cleaning with { SetAside = cleaning.SetAside.Add(filter) });

    /// <summary>Takes that back.</summary>
    public static SegmentationRecipe WithoutSetAside(this SegmentationRecipe recipe, RowFilter filter) =>
        recipe.WithCleaning(cleaning => cleaning with { SetAside = cleaning.SetAside.Remove(filter) });

    /// <summary>Makes the rows of a filter a segment of their own. A number of segments that was chosen grows by it, so that the others stay as many.</summary>
    public static SegmentationRecipe WithOwnSegment(this SegmentationRecipe recipe, RowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.OwnSegments.Contains(filter) ? recipe : WithOwnSegments(recipe, recipe.OwnSegments.Add(filter), by: 1);
    }

    /// <summary>Takes that back.</summary>
    public static SegmentationRecipe WithoutOwnSegment(this SegmentationRecipe recipe, RowFilter filter)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.OwnSegments.Contains(filter) ? WithOwnSegments(recipe, recipe.OwnSegments.Remove(filter), by: -1) : recipe;
    }

    /// <summary>How missing cells are treated.</summary>
    /// <param name="recipe">The choices so far.</param>
    /// <param name="column">The column; null for all without a rule of their own.</param>
    /// <param name="rule">The rule; null takes a column's own rule away.</param>
    public static SegmentationRecipe WithMissing(this SegmentationRecipe recipe, string? column, MissingRule? rule) =>
        recipe.WithCleaning(cleaning => column is null
            ? cleaning with { Missing = rule ?? new CleaningOptions().Missing }
            : cleaning with { MissingByColumn = Set(cleaning.MissingByColumn, column, rule) });

    /// <summary>How outliers are found and treated.</summary>
    /// <param name="recipe">The choices so far.</param>
    /// <param name="column">The column; null for all without a rule of their own.</param>
    /// <param name="options">The rule; null takes a column's own rule away.</param>
    public static SegmentationRecipe WithOutliers(this SegmentationRecipe recipe, string? column, OutlierOptions? options) =>
        recipe.WithCleaning(cleaning => column is null
            ? cleaning with { Outliers = options ?? new OutlierOptions() }
            : cleaning with { OutliersByColumn = Set(cleaning.OutliersByColumn, column, options) });

    /// <summary>Beyond which limits a value is impossible; null returns to what the column's name suggests.</summary>
    public static SegmentationRecipe WithAllowedRange(this SegmentationRecipe recipe, string column, AllowedRange? range) =>
        recipe.WithCleaning(cleaning => cleaning with { AllowedRanges = Set(cleaning.AllowedRanges, column, range) });

    /// <summary>Reads the categories <paramref name="from"/> as <paramref name="to"/>, and with them what was merged into them before.</summary>
    public static SegmentationRecipe WithMerge(this SegmentationRecipe recipe, string column, IReadOnlyCollection<string> from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        return recipe.WithCleaning(cleaning =>
        {
            // The person wants to see the target, so it is merged into nothing any more.
            var merges = MergesOf(cleaning, column).Without(to);
            foreach (var (category, target) in merges)
            {
                merges = from.Contains(target) && category != to ? merges.With(category, to) : merges;
            }

            merges = from.Where(category => category != to).Aggregate(merges, (all, category) => all.With(category, to));
            return cleaning with { MergedCategories = Set(cleaning.MergedCategories, column, merges.Count == 0 ? null : merges) };
        });
    }

    /// <summary>Takes a merge back.</summary>
    public static SegmentationRecipe WithoutMerge(this SegmentationRecipe recipe, string column, string from) =>
        recipe.WithCleaning(cleaning =>
        {
            var merges = MergesOf(cleaning, column).Without(from);
            return cleaning with { MergedCategories = Set(cleaning.MergedCategories, column, merges.Count == 0 ? null : merges) };
        });

    private static SegmentationRecipe WithOwnSegments(SegmentationRecipe recipe, ValueList<RowFilter> own, int by) => recipe with
    {
        OwnSegments = own,
        Clustering = recipe.Clustering with
        {
            ClusterCount = recipe.Clustering.ClusterCount is { } count ? Math.Clamp(count + by, 1, ClusteringOptions.MaxClusters) : null,
        },
    };

    private static ValueMap<string> MergesOf(CleaningOptions cleaning, string column) =>
        cleaning.MergedCategories.TryGetValue(column, out var merges) ? merges : ValueMap<string>.Empty;

    private static ValueMap<T> Set<T>(ValueMap<T> map, string column, T? value)
        where T : class => value is null ? map.Without(column) : map.With(column, value);

    private static ValueList<FeatureChoice>? Follow(ValueList<FeatureChoice>? chosen, string column, ColumnRole role)
    {
        if (chosen is null)
        {
            return null;
        }

        var known = chosen.FirstOrDefault(choice => choice.Column == column);
        return (role, known) switch
        {
            (ColumnRole.Feature, null) => chosen.Add(new FeatureChoice(column)),
            (ColumnRole.Feature or ColumnRole.Category, _) or (_, null) => chosen,
            _ when chosen.Count == 1 => null,
            _ => chosen.Remove(known),
        };
    }
}

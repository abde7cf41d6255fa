using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What the Features page does to the derived columns of a recipe. Each gives a new recipe and touches nothing else.</summary>
public static class DerivedEdits
{
    /// <summary>Appends columns.</summary>
    /// <param name="recipe">The choices so far.</param>
    /// <param name="columns">What to append; the names are free.</param>
    /// <param name="areFeatures">Whether they join the features that were chosen by hand; where nobody chose, numbers are features anyway.</param>
    public static SegmentationRecipe WithDerived(this SegmentationRecipe recipe, IReadOnlyList<DerivedColumn> columns, bool areFeatures)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(columns);
        var chosen = recipe.Features.Chosen;
        if (chosen is not null && areFeatures)
        {
            chosen = columns.Aggregate(chosen, (all, column) => all.Add(new FeatureChoice(column.Name)));
        }

        return recipe with { Derived = [.. recipe.Derived, .. columns], Features = recipe.Features with { Chosen = chosen } };
    }

    /// <summary>
    /// Puts <paramref name="changed"/> in the place of the column called <paramref name="name"/>. Under a new name, whatever was said of it
    /// goes by that.
    /// </summary>
    public static SegmentationRecipe WithDerivedChanged(this SegmentationRecipe recipe, string name, DerivedColumn changed)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(changed);
        var derived = recipe.Derived.Select(column => column.Name == name
            ? changed
            : name == changed.Name ? column
            : column with { Expression = ColumnReference.Rename(column.Expression, name, changed.Name) });
        var renamed = recipe with { Derived = derived.ToValueList() };
        return name == changed.Name ? renamed : renamed.WithName(name, changed.Name);
    }

    /// <summary>Takes a derived column away, and what was said of it.</summary>
    public static SegmentationRecipe WithoutDerived(this SegmentationRecipe recipe, string name)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var chosen = recipe.Features.Chosen?.Where(choice => choice.Column != name).ToValueList();
        var cleaning = recipe.Cleaning;
        return recipe with
        {
            Derived = recipe.Derived.Where(column => column.Name != name).ToValueList(),
            Roles = recipe.Roles.Without(name),
            Features = recipe.Features with { Chosen = chosen is { Count: 0 } ? null : chosen },
            Cleaning = cleaning with
            {
                MissingByColumn = cleaning.MissingByColumn.Without(name),
                OutliersByColumn = cleaning.OutliersByColumn.Without(name),
                AllowedRanges = cleaning.AllowedRanges.Without(name),
                MergedCategories = cleaning.MergedCategories.Without(name),
            },
        };
    }

    /// <summary>The derived columns whose expressions speak of the column called <paramref name="name"/>: it cannot go while there are any.</summary>
    public static IReadOnlyList<string> UsersOf(ValueList<DerivedColumn> derived, string name)
    {
        ArgumentNullException.ThrowIfNull(derived);
        return
        [
            .. derived.Where(column => column.Name != name && ColumnReference.In(column.Expression).Contains(name, StringComparer.OrdinalIgnoreCase))
                .Select(column => column.Name),
        ];
    }

    private static SegmentationRecipe WithName(this SegmentationRecipe recipe, string old, string name)
    {
        var cleaning = recipe.Cleaning;
        return recipe with
        {
            Roles = Rename(recipe.Roles, old, name),
            Features = recipe.Features with
            {
                Chosen = recipe.Features.Chosen?.Select(choice => choice.Column == old ? choice with { Column = name } : choice).ToValueList(),
            },
            Cleaning = cleaning with
            {
                MissingByColumn = Rename(cleaning.MissingByColumn, old, name),
                OutliersByColumn = Rename(cleaning.OutliersByColumn, old, name),
                AllowedRanges = Rename(cleaning.AllowedRanges, old, name),
                MergedCategories = Rename(cleaning.MergedCategories, old, name),
                Switches = cleaning.Switches.Select(pair => KeyValuePair.Create(RenameKey(pair.Key, old, name), pair.Value)).ToValueMap(),
            },
        };
    }

    private static ValueMap<T> Rename<T>(ValueMap<T> map, string old, string name) =>
        map.TryGetValue(old, out var value) ? map.Without(old).With(name, value) : map;

    // The key of a step is its kind, a colon and its column.
    private static string RenameKey(string key, string old, string name) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && key[(colon + 1)..] == old ? $"{key[..(colon + 1)]}{name}" : key;
}

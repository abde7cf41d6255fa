using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>A category and how many customers have it.</summary>
public sealed record CategoryCount(string Text, int Rows);

/// <summary>What has been merged, what could be, and what there is to merge.</summary>
public static class CategoryMerges
{
    /// <summary>Most categories that are listed for merging by hand; a filter reaches the others.</summary>
    public const int MostListed = 100;

    /// <summary>The suggestions that nobody has taken yet.</summary>
    public static IReadOnlyList<CategorySuggestion> Open(IReadOnlyList<CategorySuggestion> suggestions, ValueMap<ValueMap<string>> merged) =>
        [.. suggestions.Where(suggestion => !(merged.TryGetValue(suggestion.Column, out var merges) && merges.ContainsKey(suggestion.From)))];

    /// <summary>The merges that were chosen: column, from, to.</summary>
    public static IReadOnlyList<(string Column, string From, string To)> Chosen(ValueMap<ValueMap<string>> merged) =>
        [.. merged.SelectMany(ofColumn => ofColumn.Value.Select(merge => (ofColumn.Key, merge.Key, merge.Value)))];

    /// <summary>The columns whose categories can be merged.</summary>
    public static IReadOnlyList<TextColumn> Columns(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return [.. frame.Columns.OfType<TextColumn>().Where(column => column.Type == ColumnType.Category)];
    }

    /// <summary>A column's categories that hold <paramref name="filter"/>, the most frequent first, at most <see cref="MostListed"/>.</summary>
    public static IReadOnlyList<CategoryCount> Categories(TextColumn column, string filter)
    {
        ArgumentNullException.ThrowIfNull(column);
        var counts = new int[column.Dictionary.Count];
        foreach (var code in column.Codes)
        {
            if (code != TextColumn.MissingCode)
            {
                counts[code]++;
            }
        }

        return [.. column.Dictionary.Select((text, code) => new CategoryCount(text, counts[code]))
            .Where(category => category.Rows > 0 && category.Text.Contains(filter, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(category => category.Rows).ThenBy(category => category.Text, StringComparer.Ordinal)
            .Take(MostListed)];
    }
}

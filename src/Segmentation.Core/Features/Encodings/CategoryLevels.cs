using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Encodings;

/// <summary>Which categories of a column stand for themselves; the rarer ones are pooled into one.</summary>
internal sealed class CategoryLevels
{
    private CategoryLevels(int[] own, int pooled, int[] counts)
    {
        (Own, Pooled, Counts) = (own, pooled, counts);
    }

    /// <summary>Codes of the categories that stand for themselves, the most frequent first, then by name.</summary>
    public int[] Own { get; }

    /// <summary>Number of categories that are pooled: 0, or at least 2.</summary>
    public int Pooled { get; }

    /// <summary>Rows per code of the column.</summary>
    public int[] Counts { get; }

    /// <summary>Number of rows that have a category.</summary>
    public int Present => Counts.Sum();

    /// <summary>Number of categories in sight, the pool being one.</summary>
    public int Count => Own.Length + (Pooled > 0 ? 1 : 0);

    /// <summary>Counts the categories of <paramref name="rows"/> and pools as <paramref name="choice"/> says.</summary>
    public static CategoryLevels Of(TextColumn column, RowSelection rows, FeatureChoice choice)
    {
        var counts = new int[column.Dictionary.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            if (column.Codes[rows[i]] is var code and not TextColumn.MissingCode)
            {
                counts[code]++;
            }
        }

        var present = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code]).ThenBy(code => column.Dictionary[code], StringComparer.Ordinal).ToArray();
        var fewest = choice.RareShare * counts.Sum();
        var own = OwnOf(present.Length, present.Count(code => counts[code] >= fewest), choice.LevelLimit);
        return new CategoryLevels(present[..own], present.Length - own, counts);
    }

    // One category alone is no pool: it may as well keep its name.
    private static int OwnOf(int present, int frequent, int limit)
    {
        var own = frequent < present - 1 ? frequent : present;
        return own + (own < present ? 1 : 0) <= limit ? own : limit - 1;
    }
}

namespace Segmentation.Core.Profiling;

/// <summary>
/// How much of a column the segments explain. Of numbers eta squared, the share of the variance that lies between the segments; of
/// categories Cramer's V. Rows in no segment do not count. A description, not a test: columns that made the segments differ between
/// them by construction, and no p-value of theirs would mean anything.
/// </summary>
/// <param name="Column">The frame's column.</param>
/// <param name="IsClustered">Whether the segments were made by it.</param>
/// <param name="IsCategory">Whether <paramref name="Value"/> is Cramer's V, else eta squared.</param>
/// <param name="Value">0 for no difference at all to 1 for nothing but that between segments.</param>
/// <param name="IsPooled">Whether rare categories counted as one.</param>
public sealed record EffectSize(string Column, bool IsClustered, bool IsCategory, double Value, bool IsPooled = false)
{
    /// <summary>What columns are ranked by: eta squared, or the square of Cramer's V, which is the same for two categories.</summary>
    public double Explained => IsCategory ? Value * Value : Value;

    /// <summary>Largest first; ties keep their order.</summary>
    internal static IReadOnlyList<EffectSize> Rank(IEnumerable<EffectSize> effects) => [.. effects.OrderByDescending(effect => effect.Explained)];

    /// <summary>Eta squared of the first <paramref name="clusters"/> groups; 0 where nothing varies.</summary>
    internal static double EtaSquared(GroupMoments moments, int clusters)
    {
        var (_, mean, squares) = moments.Together(clusters);
        return squares > 0 ? Math.Min(1, moments.Between(clusters, mean) / squares) : 0;
    }

    /// <summary>Cramer's V of the first <paramref name="clusters"/> groups and the categories that come in them; 0 where either is one only.</summary>
    internal static double CramersV(GroupCounts counts, int clusters)
    {
        int[] rows = [.. Enumerable.Range(0, clusters).Select(counts.InGroup)];
        int[] columns = [.. Enumerable.Range(0, counts.Categories.Count).Select(category => Enumerable.Range(0, clusters).Sum(group => counts[group, category]))];
        var total = rows.Sum(row => (double)row);
        var chiSquare = 0.0;
        foreach (var (group, row) in rows.Index())
        {
            foreach (var (category, column) in columns.Index())
            {
                var expected = row * (column / total);
                chiSquare += expected > 0 ? (counts[group, category] - expected) * (counts[group, category] - expected) / expected : 0;
            }
        }

        var degrees = Math.Min(rows.Count(row => row > 0), columns.Count(column => column > 0)) - 1;
        return degrees > 0 ? Math.Min(1, Math.Sqrt(chiSquare / (total * degrees))) : 0;
    }
}

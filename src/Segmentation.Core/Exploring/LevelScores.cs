namespace Segmentation.Core.Exploring;

/// <summary>A number for each level of a column, standardised over some rows: their mean product is a correlation.</summary>
internal static class LevelScores
{
    /// <summary>
    /// The levels, or their average ranks, less their mean and over their population deviation. Null when the rows hold fewer than two
    /// different values.
    /// </summary>
    /// <param name="levels">Ascending.</param>
    /// <param name="counts">The rows at each level.</param>
    /// <param name="byRank">Whether ranks stand for the levels.</param>
    public static double[]? Of(double[] levels, int[] counts, bool byRank)
    {
        var first = Array.FindIndex(counts, count => count > 0);
        var last = Array.FindLastIndex(counts, count => count > 0);
        if (first == last)
        {
            return null;
        }

        var scores = byRank ? AverageRanks(counts) : Centred(levels, first, last);
        var total = (double)counts.Sum();
        var mean = 0.0;
        for (var level = 0; level < counts.Length; level++)
        {
            mean += counts[level] == 0 ? 0 : counts[level] * scores[level];
        }

        return Standardised(scores, counts, mean / total, total);
    }

    private static double[]? Standardised(double[] scores, int[] counts, double mean, double total)
    {
        var squares = 0.0;
        for (var level = 0; level < counts.Length; level++)
        {
            squares += counts[level] == 0 ? 0 : counts[level] * (scores[level] - mean) * (scores[level] - mean);
        }

        var deviation = Math.Sqrt(squares / total);
        for (var level = 0; level < counts.Length; level++)
        {
            // Levels that no row has may lie anywhere; nobody asks for them.
            scores[level] = counts[level] == 0 ? 0 : (scores[level] - mean) / deviation;
        }

        return deviation > 0 ? scores : null;
    }

    private static double[] AverageRanks(int[] counts)
    {
        var ranks = new double[counts.Length];
        var before = 0L;
        for (var level = 0; level < counts.Length; level++)
        {
            ranks[level] = before + ((counts[level] + 1) / 2.0);
            before += counts[level];
        }

        return ranks;
    }

    // In parts of the range: squares of the largest numbers there are would overflow.
    private static double[] Centred(double[] levels, int first, int last)
    {
        var middle = (levels[first] / 2) + (levels[last] / 2);
        var reach = (levels[last] / 2) - (levels[first] / 2);
        var centred = new double[levels.Length];
        for (var level = first; level <= last; level++)
        {
            centred[level] = (levels[level] - middle) / reach;
        }

        return centred;
    }
}

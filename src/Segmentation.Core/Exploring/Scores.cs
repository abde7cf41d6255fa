using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>A number for each level of a column, standardised over some rows: their mean product is a correlation.</summary>
internal static class Scores
{
    /// <summary>
    /// The levels, or their average ranks, less their mean and over their population deviation. Null when the rows hold fewer than two
    /// different values.
    /// </summary>
    public static double[]? Of(CodedColumn column, RowMask rows, bool byRank)
    {
        var counts = column.Count(rows);
        var total = (double)counts.Sum();
        var scores = byRank ? AverageRanks(counts) : Centred(column.Levels, counts);
        var mean = Sum(counts, scores, score => score) / total;
        var deviation = Math.Sqrt(Sum(counts, scores, score => (score - mean) * (score - mean)) / total);
        if (!(deviation > 0) || counts.Count(count => count > 0) < 2)
        {
            return null;
        }

        for (var level = 0; level < scores.Length; level++)
        {
            scores[level] = (scores[level] - mean) / deviation;
        }

        return scores;
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

    // In parts of the widest range first: squares of the largest numbers there are would overflow.
    private static double[] Centred(double[] levels, int[] counts)
    {
        var first = Array.FindIndex(counts, count => count > 0);
        var last = Array.FindLastIndex(counts, count => count > 0);
        if (first == last)
        {
            return new double[levels.Length];
        }

        var middle = (levels[first] / 2) + (levels[last] / 2);
        var reach = (levels[last] / 2) - (levels[first] / 2);
        return Array.ConvertAll(levels, level => (level - middle) / reach);
    }

    private static double Sum(int[] counts, double[] scores, Func<double, double> of)
    {
        var sum = 0.0;
        for (var level = 0; level < counts.Length; level++)
        {
            sum += counts[level] > 0 ? counts[level] * of(scores[level]) : 0;
        }

        return sum;
    }
}

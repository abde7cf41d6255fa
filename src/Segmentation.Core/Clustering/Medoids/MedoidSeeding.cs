using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>
/// LAB, the linear approximative BUILD of Schubert and Rousseeuw (2021): each medoid in turn is the row of a small sample
/// that lowers the loss of that sample most.
/// </summary>
internal static class MedoidSeeding
{
    /// <summary>Rows to begin with, one per cluster; the same row may be chosen twice where rows repeat, and swaps mend that.</summary>
    public static int[] Choose(FeatureMatrix matrix, int clusters, SeededRandom random, CancellationToken cancellationToken)
    {
        var sample = new int[10 + (int)Math.Ceiling(Math.Sqrt(matrix.Rows))];
        var medoids = new int[clusters];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = random.Next(matrix.Rows);
            }

            medoids[cluster] = BestOf(matrix, sample, medoids.AsSpan(0, cluster));
        }

        return medoids;
    }

    private static int BestOf(FeatureMatrix matrix, int[] sample, ReadOnlySpan<int> medoids)
    {
        var nearest = new double[sample.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        var rows = RowsOf(matrix, sample);
        foreach (var medoid in RowsOf(matrix, medoids))
        {
            for (var i = 0; i < rows.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], OrderedSums.Distance(rows[i], medoid));
            }
        }

        var (best, lowest) = (0, double.PositiveInfinity);
        for (var candidate = 0; candidate < rows.Length; candidate++)
        {
            var loss = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                var weight = matrix.WeightOf(sample[i]);
                loss += weight * Math.Min(nearest[i], OrderedSums.Distance(rows[candidate], rows[i]));
            }

            (best, lowest) = loss < lowest ? (candidate, loss) : (best, lowest);
        }

        return sample[best];
    }

    private static double[][] RowsOf(FeatureMatrix matrix, ReadOnlySpan<int> rows)
    {
        var copies = new double[rows.Length][];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = new double[matrix.Columns];
            matrix.CopyRow(rows[i], copies[i]);
        }

        return copies;
    }
}

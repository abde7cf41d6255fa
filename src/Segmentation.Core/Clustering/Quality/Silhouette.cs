using System.Collections.Concurrent;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>
/// Silhouettes of a clustering, on Euclidean distance. In a weighted matrix every mean is weighted: a row's distance to its own
/// cluster is the mean over the cluster's other rows by their weights, so that scaling all weights changes nothing.
/// </summary>
public static class Silhouette
{
    /// <summary>Up to so many rows all are compared with all; above, a sample stratified by cluster is compared with itself.</summary>
    public const int ExactRows = 20_000;

    /// <summary>
    /// Rows of the sample that stands for more than <see cref="ExactRows"/> rows. Each cluster gives its share, and at least 50 rows
    /// or all it has, so that many small clusters make the sample a little larger.
    /// </summary>
    public const int SampleRows = 10_000;

    /// <summary>The silhouettes of <paramref name="clustering"/>, or null for one cluster, on all cores.</summary>
    public static SilhouetteResult? Compute(
        FeatureMatrix matrix, ClusteringResult clustering, int seed = 1, CancellationToken cancellationToken = default) =>
        Compute(matrix, clustering, seed, threads: 0, cancellationToken);

    /// <summary>The same on <paramref name="threads"/> threads, 0 for one per core; the number changes the time taken and nothing
    /// else.</summary>
    /// <exception cref="ArgumentException">The clustering is not of this matrix.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SilhouetteResult? Compute(
        FeatureMatrix matrix, ClusteringResult clustering, int seed, int threads, CancellationToken cancellationToken) =>
        Compute(matrix, clustering, matrix.Rows <= ExactRows ? matrix.Rows : SampleRows, seed, threads, cancellationToken);

    /// <summary>The same of a sample of about <paramref name="sampleRows"/> rows, or of all if there are no more.</summary>
    internal static SilhouetteResult? Compute(
        FeatureMatrix matrix, ClusteringResult clustering, int sampleRows, int seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(clustering);
        if (clustering.Labels.Length != matrix.Rows)
        {
            throw new ArgumentException($"{clustering.Labels.Length} labels do not belong to {matrix.Rows} rows.", nameof(clustering));
        }

        if (clustering.ClusterCount < 2)
        {
            return null;
        }

        if (matrix.Rows <= sampleRows)
        {
            int[] all = [.. Enumerable.Range(0, matrix.Rows)];
            var exact = Values(matrix, clustering.Labels, clustering.ClusterCount, threads, cancellationToken);
            return Summarise(matrix, clustering, all, exact, isSampled: false);
        }

        var rows = StratifiedSample.Draw(clustering, sampleRows, seed);
        var labels = Array.ConvertAll(rows, row => clustering.Labels[row]);
        var values = Values(matrix.Take(rows), labels, clustering.ClusterCount, threads, cancellationToken);
        return Summarise(matrix, clustering, rows, values, isSampled: true);
    }

    private static double[] Values(FeatureMatrix matrix, byte[] labels, int clusters, int threads, CancellationToken cancellationToken)
    {
        var runs = new ClusterRuns(matrix, labels, clusters);
        var values = new double[matrix.Rows];
        var blocks = (runs.Length + DistanceSums.BlockRows - 1) / DistanceSums.BlockRows;
        var spare = new ConcurrentBag<DistanceSums>();
        Chunks.Run(blocks, Chunks.ThreadsFor(threads), ComputeBlock, cancellationToken);
        return values;

        void ComputeBlock(int block)
        {
            var sums = spare.TryTake(out var used) ? used : new DistanceSums(runs);
            var start = block * DistanceSums.BlockRows;
            sums.Compute(start);
            for (var i = 0; i < DistanceSums.BlockRows && start + i < runs.Length; i++)
            {
                if (runs.Rows[start + i] >= 0)
                {
                    values[runs.Rows[start + i]] = Value(runs, sums, i, labels[runs.Rows[start + i]], runs.Weights[start + i]);
                }
            }

            spare.Add(sums);
        }
    }

    private static double Value(ClusterRuns runs, DistanceSums sums, int row, int own, double weight)
    {
        // Rows of weight 0 are nobody's neighbours.
        var others = runs.Masses[own] - weight;
        if (runs.Counts[own] == 1 || others <= 0)
        {
            return 0;
        }

        var within = sums[row, own] / others;
        var next = double.PositiveInfinity;
        for (var cluster = 0; cluster < runs.Counts.Length; cluster++)
        {
            if (cluster != own && runs.Masses[cluster] > 0)
            {
                next = Math.Min(next, sums[row, cluster] / runs.Masses[cluster]);
            }
        }

        var larger = Math.Max(within, next);
        return larger > 0 ? (next - within) / larger : 0;
    }

    private static SilhouetteResult Summarise(
        FeatureMatrix matrix, ClusteringResult clustering, int[] rows, double[] values, bool isSampled)
    {
        var sampled = new double[clustering.ClusterCount];
        var byCluster = new double[clustering.ClusterCount];
        for (var i = 0; i < rows.Length; i++)
        {
            var weight = matrix.WeightOf(rows[i]);
            sampled[clustering.Labels[rows[i]]] += weight;
            byCluster[clustering.Labels[rows[i]]] += weight * values[i];
        }

        var masses = MassesOf(matrix, clustering);
        var mean = 0.0;
        for (var cluster = 0; cluster < byCluster.Length; cluster++)
        {
            byCluster[cluster] = sampled[cluster] > 0 ? byCluster[cluster] / sampled[cluster] : 0;
            mean += byCluster[cluster] * masses[cluster];
        }

        return new SilhouetteResult(mean / masses.Sum(), byCluster, rows, values, isSampled);
    }

    private static double[] MassesOf(FeatureMatrix matrix, ClusteringResult clustering)
    {
        if (!matrix.IsWeighted)
        {
            return Array.ConvertAll(clustering.Sizes, size => (double)size);
        }

        var masses = new double[clustering.ClusterCount];
        for (var row = 0; row < matrix.Rows; row++)
        {
            masses[clustering.Labels[row]] += matrix.Weights[row];
        }

        return masses;
    }
}

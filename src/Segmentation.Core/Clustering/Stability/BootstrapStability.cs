using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Stability;

/// <summary>Clusters the rows of a resample: one label per row, <see cref="ClusteringResult.Unassigned"/> for a row in no
/// cluster.</summary>
/// <param name="resample">
/// The distinct rows drawn; a row drawn m times has m times its weight. It may have fewer different rows than the original has clusters.
/// </param>
/// <param name="seed">Another for each resample.</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate byte[] Recluster(FeatureMatrix resample, int seed, CancellationToken cancellationToken);

/// <summary>
/// Stability of clusters under the bootstrap (Hennig 2007, "Cluster-wise assessment of cluster stability"; <c>clusterboot</c> with
/// <c>multipleboot</c> in R's fpc): draw as many rows as there are with replacement, cluster them again, and note for each original
/// cluster the best Jaccard similarity that a new cluster reaches on the distinct rows drawn.
/// <para>
/// A cluster of which no row was drawn, or none is in any cluster again, counts 0 in that resample, as in fpc. Unassigned rows are no
/// cluster, neither before nor after. Rows are drawn evenly whatever their weight, which stays with them: also in the similarity, a row
/// counts by its weight.
/// </para>
/// </summary>
public static class BootstrapStability
{
    /// <summary>Up to so many rows each resample draws as many as there are.</summary>
    public const int ExactRows = 20_000;

    /// <summary>Above, it draws so many of all rows, with replacement all the same.</summary>
    public const int SampleRows = 10_000;

    /// <summary>Resamples, clusters again and compares.</summary>
    /// <param name="matrix">The rows that were clustered.</param>
    /// <param name="clustering">The clustering to be judged.</param>
    /// <param name="recluster">The way it was found.</param>
    /// <param name="options">How often, and from which seed.</param>
    /// <param name="progress">Gets the running means after each resample, one more at a time; the last is the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The clustering is not of this matrix, or has no rows; or a resample got not one label per
    /// row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was reported stays true.</exception>
    public static StabilityResult Compute(
        FeatureMatrix matrix,
        ClusteringResult clustering,
        Recluster recluster,
        StabilityOptions options,
        IProgress<StabilityResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recluster);
        ThrowIfInvalid(matrix, clustering, options);
        var sums = new double[clustering.ClusterCount];
        var taken = 0;
        InOrder.Run(options.Resamples, options.Threads, Jaccards, Take, cancellationToken);
        return Running();

        double[] Jaccards(int resample)
        {
            var random = new SeededRandom(options.Seed, resample);
            var (rows, drawn) = Draw(matrix, random);
            var found = recluster(drawn, random.Next(int.MaxValue), cancellationToken);
            return BestJaccards(matrix, rows, clustering, found);
        }

        void Take(double[] jaccards)
        {
            for (var cluster = 0; cluster < sums.Length; cluster++)
            {
                sums[cluster] += jaccards[cluster];
            }

            taken++;
            progress?.Report(Running());
        }

        StabilityResult Running() => new(Array.ConvertAll(sums, sum => sum / taken), taken, matrix.Rows > ExactRows);
    }

    private static void ThrowIfInvalid(FeatureMatrix matrix, ClusteringResult clustering, StabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(clustering);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (matrix.Rows == 0 || clustering.Labels.Length != matrix.Rows)
        {
            throw new ArgumentException($"{clustering.Labels.Length} labels, {matrix.Rows} rows: not to be resampled.", nameof(clustering));
        }
    }

    /// <summary>The distinct rows, ascending, and a matrix of them in which what was drawn twice weighs twice: it is clustered the same,
    /// and faster.</summary>
    private static (int[] Rows, FeatureMatrix Drawn) Draw(FeatureMatrix matrix, SeededRandom random)
    {
        var times = new int[matrix.Rows];
        for (var draw = matrix.Rows > ExactRows ? SampleRows : matrix.Rows; draw > 0; draw--)
        {
            times[random.Next(times.Length)]++;
        }

        int[] rows = [.. Enumerable.Range(0, times.Length).Where(row => times[row] > 0)];
        var weights = Array.ConvertAll(rows, row => times[row] * matrix.WeightOf(row));
        return (rows, new FeatureMatrix(rows.Length, matrix.Columns, matrix.Take(rows).Cells.ToArray(), weights));
    }

    private static double[] BestJaccards(FeatureMatrix matrix, int[] rows, ClusteringResult clustering, byte[] found)
    {
        if (found.Length != rows.Length)
        {
            throw new ArgumentException($"{rows.Length} rows were clustered again, and got {found.Length} labels.", nameof(found));
        }

        var both = new double[clustering.ClusterCount + 1, byte.MaxValue + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            both[Math.Min(clustering.Labels[rows[i]], clustering.ClusterCount), found[i]] += matrix.WeightOf(rows[i]);
        }

        return [.. Enumerable.Range(0, clustering.ClusterCount).Select(old => BestJaccard(both, old))];
    }

    /// <summary>In the last row and the last column of <paramref name="both"/> are those in no cluster.</summary>
    private static double BestJaccard(double[,] both, int old)
    {
        var (lastOld, lastFresh) = (both.GetLength(0) - 1, both.GetLength(1) - 1);
        var before = Enumerable.Range(0, lastFresh + 1).Sum(fresh => both[old, fresh]);
        return Enumerable.Range(0, lastFresh).Max(fresh => Jaccard(both[old, fresh], before, After(fresh)));

        double After(int fresh) => both[old, fresh] == 0 ? 0 : Enumerable.Range(0, lastOld + 1).Sum(any => both[any, fresh]);
    }

    private static double Jaccard(double both, double left, double right) => both > 0 ? both / (left + right - both) : 0;
}

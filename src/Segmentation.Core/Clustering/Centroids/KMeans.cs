using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// k-means: greedy k-means++ starts, Lloyd's iterations, the best of several starts. Squared Euclidean distance; a row as
/// near to two centres goes to the lower numbered one; a cluster that loses all its rows takes the row farthest from its own centre.
/// </summary>
public static class KMeans
{
    /// <summary>From so many rows on, restarts are tried on a coreset; see <see cref="KMeansOptions.Restarts"/>.</summary>
    public const int SampledFromRows = 50_000;

    /// <summary>Above so many rows the coreset's best clusters are worth showing while all rows are looked at.</summary>
    public const int PreviewedFromRows = 100_000;

    /// <summary>Most rows of that coreset.</summary>
    public const int SampleRows = 20_000;

    /// <summary>Starts that are run on all rows after having been best on the coreset.</summary>
    public const int Finalists = 3;

    /// <summary>Iterations on all rows after which the finalists are compared and only the best goes on.</summary>
    public const int FinalistIterations = 20;

    /// <summary>
    /// Finds <see cref="KMeansOptions.ClusterCount"/> clusters of low inertia. The start that is kept is run on until no label
    /// changes, so that every centre is the mean of its rows; from <see cref="SampledFromRows"/> rows on until a hundredth of the
    /// tolerance is met, because the last few of many rows would take as long as all the rest. At most
    /// <see cref="KMeansOptions.MaxIterations"/> are done in all.
    /// </summary>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult Fit(FeatureMatrix matrix, KMeansOptions options, CancellationToken cancellationToken = default) =>
        new KMeansSweep(matrix, options, cancellationToken).At(options.ClusterCount, cancellationToken);

    /// <summary>Runs Lloyd's iterations from the given centres (k x columns, row after row), once; restarts and seed play no
    /// part.</summary>
    /// <exception cref="ArgumentException"><paramref name="start"/> does not hold k x columns numbers; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusteringResult FitFrom(
        FeatureMatrix matrix, double[] start, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        ArgumentNullException.ThrowIfNull(start);
        if (start.Length != options.ClusterCount * matrix.Columns)
        {
            throw new ArgumentException(
                $"{start.Length} numbers are not {options.ClusterCount} centres of {matrix.Columns} columns.", nameof(start));
        }

        var weighty = WeightyRows.Of(matrix);
        var rows = new KMeansRows(weighty.Matrix, options.Width, options.Threads, cancellationToken);
        var lloyd = new Lloyd(rows, start, options.ClusterCount, Chunks.ThreadsFor(options.Threads));
        var iterations = lloyd.Run(options.MaxIterations, Threshold(matrix, options), cancellationToken);
        return weighty.Complete(Finish(lloyd, iterations, cancellationToken), options.Threads, cancellationToken);
    }

    internal static void ThrowIfInvalid(FeatureMatrix matrix, KMeansOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var distinct = DistinctRows.Count(matrix, options.ClusterCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, distinct, nameof(options.ClusterCount));
    }

    internal static double Threshold(FeatureMatrix matrix, KMeansOptions options) =>
        options.Tolerance == 0 ? 0 : options.Tolerance * Moments.MeanVariance(matrix, Chunks.ThreadsFor(options.Threads));

    internal static ClusteringResult Finish(Lloyd lloyd, int iterations, CancellationToken cancellationToken)
    {
        lloyd.Finish(cancellationToken);
        var order = ClusterOrder.LargestFirst(lloyd.Masses, lloyd.Centres);
        var centroids = ClusterOrder.Reorder(lloyd.Centres, order, lloyd.Centres.Length / order.Length);
        int[] sizes = [.. order.Select(old => lloyd.Counts[old])];
        return new ClusteringResult(ClusterOrder.Renumber(lloyd.Labels, order), centroids, sizes, lloyd.Inertia, iterations);
    }
}

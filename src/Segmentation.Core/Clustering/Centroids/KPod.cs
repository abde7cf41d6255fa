using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// k-POD (Chi, Chi and Baraniuk 2016): k-means on rows with missing cells, without leaving rows out or inventing numbers. It lowers the sum
/// of squared differences over the cells that are there, by filling missing ones from their row's centroid and running k-means, in turn.
/// </summary>
public static class KPod
{
    /// <summary>
    /// Finds <see cref="KPodOptions.ClusterCount"/> clusters. Begins with k-means on rows filled up with the columns' means; fills from
    /// centroids and runs k-means until no label changes; then moves rows to the nearest centroid by what they have, and centroids to the
    /// means
    /// of what is there, until that changes no label either, so that <see cref="KPodModel"/> places the fitted rows as their labels.
    /// A cluster that loses all rows thereby is dropped. Rows without any cell are unassigned.
    /// </summary>
    /// <param name="matrix">The rows; where a cell is missing its number may be anything.</param>
    /// <param name="missing">Which cells are missing.</param>
    /// <param name="options">As for k-means.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The mask is of another size; or a cell that is there is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct rows
    /// once missing cells are filled with the columns' means.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static KPodResult Fit(
        FeatureMatrix matrix, MissingCells missing, KPodOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var weighty = new WeightyRows(KPodModel.Blank(matrix, missing));
        int[] rows = [.. Enumerable.Range(0, weighty.Matrix.Rows).Where(row => !missing.IsWholeRow(weighty.NumberOf(row)))];
        var observed = new ObservedCells(weighty.Matrix.Take(rows));
        var start = KMeans.Fit(observed.FillWithMeans(), options.OfStart, cancellationToken);
        var (labels, centroids, iterations) = Majorise(observed, start, options, cancellationToken);
        (labels, centroids) = Settle(observed, labels, centroids, options, cancellationToken);
        var found = Finish(observed, labels, centroids, rows, weighty.Matrix.Rows, iterations);
        return weighty.Complete(found, options.Threads, cancellationToken);
    }

    private static (byte[] Labels, double[] Centroids, int Iterations) Majorise(
        ObservedCells observed, ClusteringResult start, KPodOptions options, CancellationToken cancellationToken)
    {
        var (labels, centroids) = (start.Labels, start.Centroids);
        for (var iteration = 1; iteration <= options.MaxIterations; iteration++)
        {
            var rows = new KMeansRows(observed.FillFrom(labels, centroids));
            var lloyd = new Lloyd(rows, centroids, options.ClusterCount, Chunks.ThreadsFor(options.Threads));
            lloyd.Run(options.OfStart.MaxIterations, 0, cancellationToken);
            lloyd.Finish(cancellationToken);
            var settled = lloyd.Labels.SequenceEqual(labels);
            (labels, centroids) = (lloyd.Labels.ToArray(), lloyd.Centres);
            if (settled)
            {
                return (labels, centroids, iteration);
            }
        }

        return (labels, centroids, options.MaxIterations);
    }

    private static (byte[] Labels, double[] Centroids) Settle(
        ObservedCells observed, byte[] labels, double[] centroids, KPodOptions options, CancellationToken cancellationToken)
    {
        for (var iteration = 0; iteration < options.MaxIterations; iteration++)
        {
            centroids = observed.Means(labels, centroids);
            var next = new KPodModel(centroids, options.ClusterCount).Assign(observed.Blank, options.Threads, cancellationToken);
            if (next.AsSpan().SequenceEqual(labels))
            {
                break;
            }

            labels = next;
        }

        return (labels, centroids);
    }

    private static KPodResult Finish(ObservedCells observed, byte[] labels, double[] centroids, int[] rows, int allRows, int iterations)
    {
        var columns = observed.Blank.Columns;
        var (compact, kept) = OccupiedClusters.Compact(labels, centroids.Length / columns);
        var occupied = ClusterOrder.Reorder(centroids, kept, columns)[..(kept.Length * columns)];
        var means = ClusterMeans.Of(observed.Blank, compact, kept.Length);
        var order = ClusterOrder.LargestFirst(means.Masses, occupied);
        var ordered = ClusterOrder.Renumber(compact, order);
        var inOrder = ClusterOrder.Reorder(occupied, order, columns);
        var all = new byte[allRows];
        Array.Fill(all, ClusteringResult.Unassigned);
        for (var i = 0; i < rows.Length; i++)
        {
            all[rows[i]] = ordered[i];
        }

        int[] sizes = [.. order.Select(cluster => means.Counts[cluster])];
        return new KPodResult(new ClusteringResult(all, inOrder, sizes, observed.Inertia(ordered, inOrder), iterations));
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>
/// k-medoids: each cluster stands around one of its own rows, so that the sum of distances (Euclidean, not squared) is low. FasterPAM
/// (Schubert and Rousseeuw 2021): starts by the linear approximative BUILD, then takes every swap of a medoid for another row that
/// lowers the loss as soon as it is found, until there is none.
/// </summary>
public static class KMedoids
{
    /// <summary>
    /// Finds <see cref="KMedoidsOptions.ClusterCount"/> clusters; fewer only where rows differ by so little that their distance is 0, or
    /// the iterations ended the swaps. Of more than <see cref="KMedoidsOptions.MaxExactRows"/> rows the medoids are the best of a seeded
    /// sample,
    /// drawn evenly and without repetition, and all other rows go to the nearest one. A sample of fewer distinct rows than
    /// clusters gives as many clusters as it has distinct rows.
    /// </summary>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static KMedoidsResult Fit(FeatureMatrix matrix, KMedoidsOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var weighty = WeightyRows.Of(matrix);
        return weighty.Complete(FitWeighty(weighty.Matrix, options, cancellationToken), options.Threads, cancellationToken);
    }

    private static KMedoidsResult FitWeighty(FeatureMatrix matrix, KMedoidsOptions options, CancellationToken cancellationToken)
    {
        var distinct = DistinctRows.Count(matrix, options.ClusterCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, distinct, nameof(options.ClusterCount));
        if (matrix.Rows <= KMedoidsOptions.MaxExactRows)
        {
            return Finish(matrix, BestOf(matrix, options, cancellationToken), matrix.Rows, options, cancellationToken);
        }

        var rows = RowSample.Draw(matrix.Rows, KMedoidsOptions.MaxExactRows, options.Seed);
        var best = BestOf(matrix.Take(rows), options, cancellationToken);
        best = best with { Medoids = Array.ConvertAll(best.Medoids, place => rows[place]) };
        return Finish(matrix, best, rows.Length, options, cancellationToken);
    }

    private static MedoidRest BestOf(FeatureMatrix matrix, KMedoidsOptions options, CancellationToken cancellationToken)
    {
        var clusters = Math.Min(options.ClusterCount, DistinctRows.Count(matrix, options.ClusterCount));
        var swaps = new FasterPam(matrix, clusters, Chunks.ThreadsFor(options.Threads));
        MedoidRest? best = null;
        for (var start = 0; start < options.Restarts; start++)
        {
            var medoids = MedoidSeeding.Choose(matrix, clusters, new SeededRandom(options.Seed, start), cancellationToken);
            var rest = swaps.Run(medoids, options.MaxIterations, cancellationToken);
            best = best is null || rest.Loss < best.Loss ? rest : best;
        }

        return best!;
    }

    private static KMedoidsResult Finish(
        FeatureMatrix matrix, MedoidRest rest, int candidates, KMedoidsOptions options, CancellationToken cancellationToken)
    {
        var nearest = ModelOf(matrix, rest.Medoids).Assign(matrix, options.Threads, cancellationToken);
        var (labels, kept) = OccupiedClusters.Compact(nearest, rest.Medoids.Length);
        var (clusters, order) = ClusterOrder.Describe(matrix, labels, kept.Length, rest.Iterations);
        int[] medoids = [.. order.Select(cluster => rest.Medoids[kept[cluster]])];
        var model = ModelOf(matrix, medoids);
        return new KMedoidsResult(clusters, medoids, model) { Loss = LossOf(matrix, clusters.Labels, model), CandidateRows = candidates };
    }

    private static CentreModel ModelOf(FeatureMatrix matrix, int[] medoids)
    {
        var centres = new double[medoids.Length * matrix.Columns];
        for (var cluster = 0; cluster < medoids.Length; cluster++)
        {
            matrix.CopyRow(medoids[cluster], centres.AsSpan(cluster * matrix.Columns));
        }

        return new CentreModel(centres, medoids.Length);
    }

    private static double LossOf(FeatureMatrix matrix, byte[] labels, CentreModel model)
    {
        var loss = 0.0;
        var cells = new double[matrix.Columns];
        for (var row = 0; row < labels.Length; row++)
        {
            matrix.CopyRow(row, cells);
            var distance = OrderedSums.Distance(cells, model.Centres.Slice(labels[row] * cells.Length, cells.Length));
            loss += matrix.WeightOf(row) * distance;
        }

        return loss;
    }
}

/// <summary>Where one start came to rest: a row per cluster, the sum of weighted distances, and how often all rows were tried.</summary>
internal sealed record MedoidRest(int[] Medoids, double Loss, int Iterations);

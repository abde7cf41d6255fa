using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>
/// Clusters of any shape and of different densities, with the rows in between left unassigned: HDBSCAN* (Campello, Moulavi and Sander
/// 2013; McInnes, Healy and Astels 2017) with clusters chosen by excess of mass. How many clusters there are is found, not given.
/// <para>
/// A row of weight w counts as w equal rows would. Where nothing ever splits, all rows are one cluster. Beyond
/// <see cref="KMeansOptions.MaxClusters"/> clusters the lightest are given up, and their rows are unassigned.
/// </para>
/// <para>
/// The model keeps up to 64 rows of each cluster that follow its shape. A row belongs to the cluster with the nearest of these that
/// reaches so far; how far each reaches is set so that on the rows of the fit fewest mistakes are made, but some are: a row at a
/// border may be placed otherwise than it was by the fit.
/// </para>
/// </summary>
public static class Hdbscan
{
    /// <summary>Most rows whose densities are compared. Of more, a seeded sample of so many is, drawn evenly with their weights and
    /// with the smallest cluster in proportion; the model then places the other rows.</summary>
    public const int MaxRows = 20_000;

    private const int StandInsTogether = 1024;
    private const int FewestStandIns = 8;
    private const int MostStandIns = 64;

    /// <summary>Finds the clusters. Time grows with the square of the rows.</summary>
    /// <exception cref="ArgumentException">There is no row that weighs something, or no column; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DensityResult Fit(FeatureMatrix matrix, DensityOptions options, CancellationToken cancellationToken = default) =>
        Fit(matrix, options, new ReachabilityCache(), cancellationToken);

    /// <summary>The same, with what was found before of the same matrix and the same <see cref="DensityOptions.MinSamples"/>.</summary>
    internal static DensityResult Fit(
        FeatureMatrix matrix, DensityOptions options, ReachabilityCache known, CancellationToken cancellationToken)
    {
        ThrowIfInvalid(matrix, options);
        var weighty = WeightyRows.Of(matrix);
        var found = Condense(weighty.Matrix, known.Of(matrix, options, cancellationToken), options, cancellationToken);
        return weighty.Complete(found, options.Threads, cancellationToken);
    }

    private static DensityResult Condense(
        FeatureMatrix matrix, Reachability reachability, DensityOptions options, CancellationToken cancellationToken)
    {
        var (rows, sample, coreSquares, _) = reachability;
        var total = Moments.TotalWeight(matrix);
        var minMass = options.MinClusterMass(total) * Moments.TotalWeight(sample) / total;
        var densities = Densities(reachability, Math.Max(minMass, DensityOptions.LowestMinClusterSize));
        var shapes = ClusterReach.Fit(sample, densities.Labels, Shapes(sample, densities, coreSquares), cancellationToken);
        var labels = Place(matrix, rows, densities.Labels, new DensityModel(shapes, matrix.Columns), options.Threads, cancellationToken);
        var (clusters, order) = ClusterOrder.Describe(matrix, labels, shapes.Length, iterations: 0);
        return new DensityResult(
            clusters,
            new DensityModel([.. order.Select(old => shapes[old])], matrix.Columns),
            rows,
            densities.Probabilities,
            ClusterOrder.Reorder(densities.Persistence, order, width: 1));
    }

    private static void ThrowIfInvalid(FeatureMatrix matrix, DensityOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (matrix.Columns == 0 || DistinctRows.Count(matrix, limit: 1) == 0)
        {
            throw new ArgumentException("Densities need a row and a column.", nameof(matrix));
        }
    }

    private static ChosenClusters Densities(Reachability reachability, double minMass)
    {
        var (_, sample, coreSquares, merges) = reachability;
        double[] weights = sample.IsWeighted ? sample.Weights.ToArray() : [.. Enumerable.Repeat(1.0, sample.Rows)];
        return ChosenClusters.Of(CondensedTree.Of(merges, Array.ConvertAll(coreSquares, Math.Sqrt), weights, minMass), weights);
    }

    private static ClusterShape[] Shapes(FeatureMatrix sample, ChosenClusters clusters, double[] coreSquares)
    {
        var count = Math.Clamp(StandInsTogether / clusters.Persistence.Length, FewestStandIns, MostStandIns);
        return [.. Enumerable.Range(0, clusters.Persistence.Length).Select(Shape)];

        ClusterShape Shape(int cluster)
        {
            int[] rows = [.. Enumerable.Range(0, sample.Rows).Where(row => clusters.Labels[row] == cluster)];
            return ClusterShape.Of(sample.Take(rows), Array.ConvertAll(rows, row => coreSquares[row]), count);
        }
    }

    private static byte[] Place(
        FeatureMatrix matrix, int[] rows, byte[] labels, DensityModel model, int threads, CancellationToken cancellationToken)
    {
        if (rows.Length == matrix.Rows)
        {
            return labels;
        }

        var placed = model.Assign(matrix, threads, cancellationToken);
        for (var i = 0; i < rows.Length; i++)
        {
            placed[rows[i]] = labels[i];
        }

        return placed;
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>
/// k-prototypes (Huang 1998): k-means for numbers and categories together. A prototype has the means of its rows' numbers and their most
/// frequent categories; a row is as far from it as their squared differences and a weight for each category that is another.
/// </summary>
public static class KPrototypes
{
    /// <summary>
    /// Finds <see cref="KPrototypesOptions.ClusterCount"/> clusters of low cost; fewer only where rows differ by so little, or at so
    /// little a weight, that it costs 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="ArgumentException">The blocks overlap, or lie outside the matrix; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static KPrototypesResult Fit(FeatureMatrix matrix, KPrototypesOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var weighty = WeightyRows.Of(matrix);
        if (options.FindMisplacedBlock(matrix.Columns) is { } block)
        {
            throw new ArgumentException(
                $"The {block.Count} columns from {block.Start} on overlap others or lie outside {matrix.Columns} columns.",
                nameof(options));
        }

        return weighty.Complete(FitWeighty(weighty.Matrix, options, cancellationToken), options.Threads, cancellationToken);
    }

    private static KPrototypesResult FitWeighty(FeatureMatrix matrix, KPrototypesOptions options, CancellationToken cancellationToken)
    {
        var space = new MixedSpace(matrix, options);
        var packed = space.Pack(matrix);
        var distinct = DistinctRows.Count(packed, options.ClusterCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, distinct, nameof(options.ClusterCount));
        var rests = new PrototypeRest[options.Restarts];
        Chunks.Run(options.Restarts, Chunks.ThreadsFor(options.Threads), RunOne, cancellationToken);
        return Finish(matrix, space, rests.MinBy(rest => rest.Cost)!, options.ClusterCount);

        void RunOne(int start)
        {
            var search = new PrototypeSearch(space, packed, options.ClusterCount);
            rests[start] = search.Run(search.Seed(new SeededRandom(options.Seed, start)), options.MaxIterations, cancellationToken);
        }
    }

    private static KPrototypesResult Finish(FeatureMatrix matrix, MixedSpace space, PrototypeRest rest, int clusterCount)
    {
        var (labels, kept) = OccupiedClusters.Compact(rest.Labels, clusterCount);
        var (clusters, order) = ClusterOrder.Describe(matrix, labels, kept.Length, rest.Iterations);
        int[] old = [.. order.Select(cluster => kept[cluster])];
        double[] centres = [.. old.SelectMany(cluster => rest.Centres.AsSpan(cluster * space.Width, space.Width).ToArray())];
        return new KPrototypesResult(clusters, new KPrototypesModel(space, centres, old.Length)) { Cost = rest.Cost };
    }
}

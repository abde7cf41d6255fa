using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>
/// Agglomerative hierarchical clustering: from single rows on, the two nearest clusters become one, until one is left. Found by chains of
/// nearest neighbours (Murtagh 1983; Müllner 2011) in time that grows with the square of the rows. Of distances that are equal to the
/// last bit either may be taken first, always the same one.
/// </summary>
public static class Agglomeration
{
    /// <summary>Builds the tree, and cuts it into <see cref="HierarchyOptions.ClusterCount"/> clusters.</summary>
    /// <exception cref="ArgumentException">There is no row that weighs something, or no column; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than different
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HierarchyResult Fit(FeatureMatrix matrix, HierarchyOptions options, CancellationToken cancellationToken = default) =>
        Cut(matrix, Build(matrix, options, cancellationToken), options, cancellationToken);

    /// <summary>
    /// The tree of all rows, or of a seeded sample of <see cref="HierarchyOptions.MaxRows"/> rows, drawn evenly with their weights. A
    /// row of weight w is merged as w equal rows would be; sizes count it once.
    /// </summary>
    /// <exception cref="ArgumentException">There is no row that weighs something, or no column; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Dendrogram Build(FeatureMatrix matrix, HierarchyOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        var weighty = WeightyRows.Of(matrix);
        var (leaves, rows) = SampleOf(weighty.Matrix, options);
        ILinkageSpace space = options.Linkage == Linkage.Ward
            ? new WardSpace(leaves)
            : new DistanceSpace(leaves, options.Linkage, cancellationToken);
        var merges = NeighbourChain.Run(space, leaves.Rows, cancellationToken);
        return new Dendrogram(Array.ConvertAll(rows, row => new DendrogramLeaf(weighty.NumberOf(row), 1)), merges);
    }

    /// <summary>Cuts a tree that was built from the same matrix. Rows that are not among its leaves get the cluster with the nearest
    /// centroid.</summary>
    /// <exception cref="ArgumentException">The tree has rows that the matrix has not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than
    /// <see cref="Dendrogram.MaxClusters"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HierarchyResult Cut(
        FeatureMatrix matrix, Dendrogram tree, HierarchyOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, tree.MaxClusters, nameof(options.ClusterCount));
        int[] rows = [.. tree.Leaves.Select(leaf => leaf.Row)];
        if (rows.Max() >= matrix.Rows)
        {
            throw new ArgumentException($"The tree has row {rows.Max()}, the matrix only {matrix.Rows} rows.", nameof(tree));
        }

        var labels = tree.Cut(options.ClusterCount);
        if (rows.Length < matrix.Rows)
        {
            labels = PlaceOthers(matrix, rows, labels, options, cancellationToken);
        }

        return new HierarchyResult(ClusterOrder.Describe(matrix, labels, options.ClusterCount, iterations: 0).Clusters, tree);
    }

    private static (FeatureMatrix Leaves, int[] Rows) SampleOf(FeatureMatrix matrix, HierarchyOptions options)
    {
        if (matrix.Rows <= options.MaxRows)
        {
            return (matrix, [.. Enumerable.Range(0, matrix.Rows)]);
        }

        var rows = RowSample.Draw(matrix.Rows, options.MaxRows, options.Seed);
        return (matrix.Take(rows), rows);
    }

    private static byte[] PlaceOthers(
        FeatureMatrix matrix, int[] rows, byte[] labels, HierarchyOptions options, CancellationToken cancellationToken)
    {
        var means = ClusterMeans.Of(matrix.Take(rows), labels, options.ClusterCount);
        var placed = new CentreModel(means.Centroids, options.ClusterCount).Assign(matrix, options.Threads, cancellationToken);
        for (var i = 0; i < rows.Length; i++)
        {
            placed[rows[i]] = labels[i];
        }

        return placed;
    }

    private static void ThrowIfInvalid(FeatureMatrix matrix, HierarchyOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (matrix.Columns == 0 || DistinctRows.Count(matrix, limit: 1) == 0)
        {
            throw new ArgumentException("A hierarchy needs a row and a column.", nameof(matrix));
        }
    }
}

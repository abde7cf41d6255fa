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
    /// <exception cref="ArgumentException">There is no row, or no column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than different
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static HierarchyResult Fit(FeatureMatrix matrix, HierarchyOptions options, CancellationToken cancellationToken = default) =>
        Cut(matrix, Build(matrix, options, cancellationToken), options, cancellationToken);

    /// <summary>
    /// The tree of all rows, or of a seeded sample of <see cref="HierarchyOptions.MaxRows"/> rows, drawn evenly with their weights. A
    /// row of weight w is merged as w equal rows would be; sizes count it once.
    /// </summary>
    /// <exception cref="ArgumentException">There is no row, or no column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Dendrogram Build(FeatureMatrix matrix, HierarchyOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        var isSampled = matrix.Rows > options.MaxRows;
        int[] rows = isSampled ? RowSample.Draw(matrix.Rows, options.MaxRows, options.Seed) : [.. Enumerable.Range(0, matrix.Rows)];
        var leaves = isSampled ? matrix.Take(rows) : matrix;
        ILinkageSpace space = options.Linkage == Linkage.Ward
            ? new WardSpace(leaves)
            : new DistanceSpace(leaves, options.Linkage, cancellationToken);
        var merges = NeighbourChain.Run(space, leaves.Rows, cancellationToken);
        return new Dendrogram(Array.ConvertAll(rows, row => new DendrogramLeaf(row, 1)), merges);
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
        if (matrix.Rows == 0 || matrix.Columns == 0)
        {
            throw new ArgumentException("A hierarchy needs a row and a column.", nameof(matrix));
        }
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>Builds the tree when first asked, and from then on only cuts it.</summary>
internal sealed class HierarchyClusterer(FeatureMatrix matrix, HierarchyOptions options) : Clusterer
{
    private readonly Lock _turn = new();
    private Dendrogram? _tree;

    /// <summary>Fewer clusters than asked for where the tree has no more, as a sample with few different rows may not.</summary>
    public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken)
    {
        var tree = TreeOnce(cancellationToken);
        var count = Math.Min(clusterCount, tree.MaxClusters);
        return Agglomeration.Cut(matrix, tree, options with { ClusterCount = count }, cancellationToken);
    }

    // Whoever comes while the tree is built waits for it; if that caller cancels, the next one in line builds it.
    private Dendrogram TreeOnce(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return _tree ??= Agglomeration.Build(matrix, options, cancellationToken);
        }
    }
}

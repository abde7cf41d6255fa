using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>Builds the tree when first asked, and from then on only cuts it.</summary>
internal sealed class HierarchyClusterer(FeatureMatrix matrix, HierarchyOptions options) : Clusterer
{
    private readonly Once<Dendrogram> _tree = new(token => Agglomeration.Build(matrix, options, token));

    /// <summary>Fewer clusters than asked for where the tree has no more, as a sample with few different rows may not.</summary>
    public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken)
    {
        var tree = _tree.Get(cancellationToken);
        var count = Math.Min(clusterCount, tree.MaxClusters);
        return Agglomeration.Cut(matrix, tree, options with { ClusterCount = count }, cancellationToken);
    }
}

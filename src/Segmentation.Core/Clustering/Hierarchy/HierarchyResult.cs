namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>
/// A dendrogram cut into clusters. Its model is the nearest centroid, which places rows that lie between clusters
/// otherwise than the tree does.
/// </summary>
public sealed record HierarchyResult : ClusteringResult
{
    internal HierarchyResult(ClusteringResult clusters, Dendrogram tree)
        : base(clusters) => Tree = tree;

    /// <summary>The dendrogram, which can be cut elsewhere.</summary>
    public Dendrogram Tree { get; }

    /// <summary>True when a sample was merged, and the other rows got the cluster with the nearest centroid.</summary>
    public bool IsSampled => Tree.Leaves.Count < Labels.Length;
}

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>
/// A dendrogram cut into clusters. Its model is the nearest centroid, which places rows that lie between clusters otherwise than the
/// tree does.
/// </summary>
/// <param name="Clusters">Labels, centroids, sizes and inertia; no iterations.</param>
/// <param name="Tree">The dendrogram, which can be cut elsewhere.</param>
public sealed record HierarchyResult(ClusteringResult Clusters, Dendrogram Tree) : ClusteringResult(Clusters)
{
    /// <summary>True when a sample was merged, and the other rows got the cluster with the nearest centroid.</summary>
    public bool IsSampled => Tree.Leaves.Count < Labels.Length;
}

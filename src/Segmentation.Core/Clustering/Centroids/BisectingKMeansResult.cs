namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What bisecting k-means found. <see cref="ClusteringResult.Iterations"/> are those of all splits together.</summary>
public sealed record BisectingKMeansResult : ClusteringResult
{
    private readonly CentroidTreeModel _tree;

    internal BisectingKMeansResult(ClusteringResult clusters, CentroidTreeModel tree)
        : base(clusters) => _tree = tree;

    /// <summary>
    /// The splits: a row goes down to the nearer of two centres until it comes to a cluster. Places the fitted rows as <see
    /// cref="ClusteringResult.Labels"/>.
    /// </summary>
    public override ClusterModel Model => _tree;
}

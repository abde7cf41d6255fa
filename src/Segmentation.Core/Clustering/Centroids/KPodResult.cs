namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// What k-POD found. <see cref="ClusteringResult.Centroids"/> are the weighted means of the cells that are there, and
/// <see cref="ClusteringResult.Inertia"/> sums over these alone; rows without any cell are <see cref="ClusteringResult.Unassigned"/>.
/// </summary>
public sealed record KPodResult : ClusteringResult
{
    private readonly KPodModel _model;

    internal KPodResult(ClusteringResult clusters)
        : base(clusters) => _model = new KPodModel(clusters.Centroids, clusters.ClusterCount);

    /// <summary>The nearest centroid by the features that a row has.</summary>
    public override KPodModel Model => _model;
}

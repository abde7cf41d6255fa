namespace Segmentation.Core.Clustering;

/// <summary>Leaves rows whose clusters are given out of what another algorithm clusters. The given ones count among the clusters asked for.</summary>
internal sealed class GivenClustersClusterer(ClusteringRows rows, GivenClusters given, Func<ClusteringRows, Clusterer> of) : Clusterer
{
    private readonly Lazy<Clusterer> _rest = new(() => of(rows.Take(given.Rest) with { Given = null }));

    public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken) =>
        given.Join(rows.Matrix, _rest.Value.Fit(CountOfRest(clusterCount), cancellationToken));

    public override ClusteringResult? Preview(int clusterCount, CancellationToken cancellationToken) =>
        _rest.Value.Preview(CountOfRest(clusterCount), cancellationToken) is { } found ? given.Join(rows.Matrix, found) : null;

    private int CountOfRest(int clusterCount) => Math.Max(1, clusterCount - given.Count);
}

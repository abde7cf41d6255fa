namespace Segmentation.Core.Clustering;

/// <summary>Clusters that were given beside those that an algorithm found in the other rows, numbered largest first together.</summary>
public sealed record GivenClustersResult : ClusteringResult
{
    private readonly ClusteringResult _found;
    private readonly int[] _order;

    internal GivenClustersResult(ClusteringResult clusters, ClusteringResult found, int[] order)
        : base(clusters) => (_found, _order) = (found, order);

    /// <summary>Places rows among the clusters that were found: who belongs to a given one is not said by features.</summary>
    public override ClusterModel Model => new GivenClustersModel(_found.Model, _order);

    /// <summary>Per cluster its number among those that were found or, counted on from there, among those that were given.</summary>
    public IReadOnlyList<int> Order => _order;

    /// <summary>Which of the given clusters a cluster is; null for one that was found.</summary>
    public override int? GivenOf(int cluster) => _order[cluster] < _found.ClusterCount ? null : _order[cluster] - _found.ClusterCount;

    /// <inheritdoc/>
    public override ClusteringResult OfAlgorithm() => _found;
}

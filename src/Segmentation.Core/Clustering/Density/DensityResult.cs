namespace Segmentation.Core.Clustering.Density;

/// <summary>Clusters that are denser than what is around them, of any shape; rows in between are unassigned.</summary>
/// <param name="Clusters">Labels, centroids, sizes and inertia; no iterations. At least one cluster.</param>
/// <param name="DensityModel">Places rows by the nearest rows that stand for a cluster, or nowhere.</param>
/// <param name="Rows">The rows looked at, ascending: all, or a sample.</param>
/// <param name="Probabilities">For each of <paramref name="Rows"/> how deep in its cluster it is: its density over the cluster's
/// greatest, 1 in the core, 0 for an unassigned row.</param>
/// <param name="Persistence">Per cluster how long it lasts while the density asked for grows, 0 to 1: its stability over its weight
/// times the greatest density of all.</param>
public sealed record DensityResult(
    ClusteringResult Clusters, ClusterModel DensityModel, int[] Rows, double[] Probabilities, double[] Persistence)
    : ClusteringResult(Clusters)
{
    /// <summary>True when a sample was looked at, and the model placed the other rows.</summary>
    public bool IsSampled => Rows.Length < Labels.Length;

    /// <inheritdoc/>
    public override ClusterModel Model => DensityModel;
}

using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>
/// The clusterings of one feature matrix, found when first asked for and kept: a k that was computed is never computed again.
/// Safe to use from several threads; each k's result is the same whatever was asked before it.
/// </summary>
public sealed class KSweep
{
    /// <summary>A sweep over <paramref name="matrix"/>; nothing is computed yet.</summary>
    public KSweep(FeatureMatrix matrix, ClusteringOptions options, int threads = 0) => throw new NotSupportedException();

    /// <summary>Most clusters that the matrix has distinct rows for, at most <see cref="Centroids.KMeansOptions.MaxClusters"/>.</summary>
    public int MaxClusters => throw new NotSupportedException();

    /// <summary>What has been computed so far, by k ascending.</summary>
    public IReadOnlyList<ClusterQuality> Finished => throw new NotSupportedException();

    /// <summary>The clustering into <paramref name="clusterCount"/> clusters and its quality.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than <see cref="MaxClusters"/>.</exception>
    public ClusterQuality At(int clusterCount, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}

using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>What one k-medoids fit takes.</summary>
public sealed record KMedoidsOptions
{
    /// <summary>Most clusters, as of k-means.</summary>
    public const int MaxClusters = KMeansOptions.MaxClusters;

    /// <summary>
    /// Most rows of which every one may become a medoid; of more, a seeded sample of so many stands in. Time grows with the square: a start
    /// of so many rows of six features takes half a second to a second on two cores, of twice as many two to five.
    /// </summary>
    public const int MaxExactRows = 10_000;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Independent starts, of which the lowest loss is kept; ties go to the earlier start.</summary>
    public int Restarts { get; init; } = 2;

    /// <summary>
    /// Upper bound on how often all rows are tried as medoids, at least 1; a start ends by itself when no swap lowers the loss.
    /// </summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, MaxClusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What one k-POD fit takes.</summary>
public sealed record KPodOptions
{
    /// <summary>Most clusters, as of k-means.</summary>
    public const int MaxClusters = KMeansOptions.MaxClusters;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Independent starts of the k-means that it begins with, as <see cref="KMeansOptions.Restarts"/>.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>
    /// Upper bound on how often missing cells are filled anew, and then on how often rows change clusters by what they have; at least 1.
    /// </summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    /// <summary>The options of the k-means that it begins with.</summary>
    internal KMeansOptions OfStart => new() { ClusterCount = ClusterCount, Restarts = Restarts, Seed = Seed, Threads = Threads };

    internal void ThrowIfInvalid()
    {
        OfStart.ThrowIfInvalid();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
    }
}

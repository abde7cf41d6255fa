namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What one fit of bisecting k-means takes.</summary>
public sealed record BisectingKMeansOptions
{
    /// <summary>Most clusters, as of k-means.</summary>
    public const int MaxClusters = KMeansOptions.MaxClusters;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Independent starts of each split, of which the lowest inertia is kept; as <see cref="KMeansOptions.Restarts"/>.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Upper bound on the iterations of each split, at least 1.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    /// <summary>The options of one split.</summary>
    internal KMeansOptions OfSplit => new()
    {
        ClusterCount = 2, Restarts = Restarts, MaxIterations = MaxIterations, Seed = Seed, Threads = Threads,
    };

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, MaxClusters);
        OfSplit.ThrowIfInvalid();
    }
}

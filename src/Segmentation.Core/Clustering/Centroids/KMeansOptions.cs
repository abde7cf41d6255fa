namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What one k-means fit takes.</summary>
public sealed record KMeansOptions
{
    /// <summary>Most clusters, so that a label fits a byte and 255 stays free for "unassigned".</summary>
    public const int MaxClusters = 254;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Independent starts of which the lowest inertia is kept; ties go to the earlier start.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Upper bound on Lloyd iterations of each start.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>Stops when the squared movement of all centres together is at most this times the mean variance of the features.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }
}

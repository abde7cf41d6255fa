namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What one k-means fit takes.</summary>
public sealed record KMeansOptions
{
    /// <summary>Most clusters, so that a label fits a byte and 255 stays free for "unassigned".</summary>
    public const int MaxClusters = 254;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>
    /// Independent starts of which the lowest inertia is kept, and one more: the clusters of one fewer, the worst of them split; ties go to
    /// the earlier start. All run a few iterations, and the best third, three at least, to their rest. Below
    /// <see cref="KMeans.SampledFromRows"/> rows every start runs on all rows. From there on all starts run on one seeded
    /// <see cref="LightweightCoreset"/> of at most <see cref="KMeans.SampleRows"/> rows; the
    /// <see cref="KMeans.Finalists"/> best (those within 0.1 % of each other's inertia count as one) then run on all rows, at most
    /// <see cref="KMeans.FinalistIterations"/> iterations each, and the lowest inertia there is kept and run to its end. A coreset with
    /// fewer distinct rows than clusters is not used.
    /// </summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Upper bound on Lloyd iterations of each start, at least 1.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>
    /// A start stops when the squared movement of all centres together is at most this times the mean variance of the
    /// features (weighted, population), or when no label changes. 0 or more.
    /// </summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    /// <summary>Width of the innermost loop; the widest unless a test or a benchmark wants another.</summary>
    public KernelWidth Width { get; init; }

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, MaxClusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Tolerance);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

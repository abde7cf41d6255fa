using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>What a hierarchical clustering takes.</summary>
public sealed record HierarchyOptions
{
    /// <summary>Most rows that Ward's linkage merges; it needs no distances, only centroids.</summary>
    public const int WardRows = 20_000;

    /// <summary>Most rows that average and complete linkage merge: their distances take 400 MB then.</summary>
    public const int MatrixRows = 10_000;

    /// <summary>How far two clusters are from each other.</summary>
    public Linkage Linkage { get; init; }

    /// <summary>Where the tree is cut, 1 to <see cref="KMeansOptions.MaxClusters"/>; building it does not look at this.</summary>
    public int ClusterCount { get; init; } = ClusteringOptions.MinClusters;

    /// <summary>Draws the sample of more rows than can be merged; else nothing is left to chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads that place the rows outside of a sample; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    /// <summary>Most rows that the linkage merges; of more, a sample of so many.</summary>
    public int MaxRows => Linkage == Linkage.Ward ? WardRows : MatrixRows;

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, KMeansOptions.MaxClusters);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (!Enum.IsDefined(Linkage))
        {
            throw new ArgumentOutOfRangeException(nameof(Linkage), Linkage, "There is no such linkage.");
        }
    }
}

namespace Segmentation.Core.Clustering;

/// <summary>What a person may ask of the clustering. The limits feed validation and the sliders alike.</summary>
public sealed record ClusteringOptions
{
    /// <summary>Fewest segments that are a segmentation; a sweep may also look at 1.</summary>
    public const int MinClusters = 2;

    /// <summary>Most segments that the slider offers.</summary>
    public const int MaxClusters = 20;

    /// <summary>Most restarts that the slider offers.</summary>
    public const int MaxRestarts = 100;

    /// <summary>How many segments to find; null takes the best silhouette of <see cref="MinClusters"/> to <see cref="MaxClusters"/>.</summary>
    public int? ClusterCount { get; init; }

    /// <summary>Independent starts of which the best is kept; small data, where starts cost nothing, get up to fifty times as many.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Same seed, same data, same segments, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A choice is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (ClusterCount is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(ClusterCount));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Centroids.KMeansOptions.MaxClusters, nameof(ClusterCount));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1, nameof(Restarts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Restarts, 10 * MaxRestarts, nameof(Restarts));
    }
}

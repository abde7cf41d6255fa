using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;

namespace Segmentation.Core.Clustering;

/// <summary>
/// What a person may ask of the clustering. The limits feed validation and the sliders alike. Choices of algorithms other than the
/// chosen one are kept, so that whoever returns to it finds them again, and play no part.
/// </summary>
public sealed record ClusteringOptions
{
    /// <summary>Fewest segments that are a segmentation; a sweep may also look at 1.</summary>
    public const int MinClusters = 2;

    /// <summary>Most segments that the slider offers.</summary>
    public const int MaxClusters = 20;

    /// <summary>Most restarts that the slider offers.</summary>
    public const int MaxRestarts = 100;

    /// <summary>Most weight of a mismatch that the slider offers.</summary>
    public const double MaxMismatchWeight = 5;

    /// <summary>How segments are found.</summary>
    public ClusteringAlgorithm Algorithm { get; init; }

    /// <summary>
    /// How many segments to find; null takes the best silhouette of <see cref="MinClusters"/> to <see cref="MaxClusters"/>. Means nothing
    /// to an algorithm that <see cref="ClusteringAlgorithms.FindsCount"/>.
    /// </summary>
    public int? ClusterCount { get; init; }

    /// <summary>Independent starts of which the best is kept; small data, where starts cost nothing, get up to fifty times as
    /// many.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Same seed, same data, same segments, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What shapes the components of a mixture may have.</summary>
    public CovarianceShape Covariance { get; init; }

    /// <summary>How far two clusters of a hierarchy are from each other.</summary>
    public Linkage Linkage { get; init; }

    /// <summary>As <see cref="DensityOptions.MinClusterSize"/>.</summary>
    public int? MinClusterSize { get; init; }

    /// <summary>As <see cref="DensityOptions.MinSamples"/>.</summary>
    public int? MinSamples { get; init; }

    /// <summary>As <see cref="KPrototypesOptions.MismatchWeight"/>: lambda.</summary>
    public double? MismatchWeight { get; init; }

    /// <summary>
    /// These options without the number of clusters and with the suggested choices wherever the algorithm does not look at them: equal for
    /// options that differ in nothing that matters to it.
    /// </summary>
    public ClusteringOptions OfSweep()
    {
        var used = new ClusteringOptions { Algorithm = Algorithm, Seed = Seed };
        used = Algorithm.UsesRestarts() ? used with { Restarts = Restarts } : used;
        return Algorithm switch
        {
            ClusteringAlgorithm.GaussianMixture => used with { Covariance = Covariance },
            ClusteringAlgorithm.Hierarchy => used with { Linkage = Linkage },
            ClusteringAlgorithm.Hdbscan => used with { MinClusterSize = MinClusterSize, MinSamples = MinSamples },
            ClusteringAlgorithm.KPrototypes => used with { MismatchWeight = MismatchWeight },
            _ => used,
        };
    }

    /// <exception cref="ArgumentOutOfRangeException">A choice is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (ClusterCount is { } count)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(ClusterCount));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(count, KMeansOptions.MaxClusters, nameof(ClusterCount));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1, nameof(Restarts));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Restarts, 10 * MaxRestarts, nameof(Restarts));
        ThrowIfUndefined(Algorithm, nameof(Algorithm));
        ThrowIfUndefined(Covariance, nameof(Covariance));
        ThrowIfUndefined(Linkage, nameof(Linkage));
        new DensityOptions { MinClusterSize = MinClusterSize, MinSamples = MinSamples }.ThrowIfInvalid();
        if (MismatchWeight is { } weight && !(weight >= 0 && weight <= KPrototypesOptions.MaxMismatchWeight))
        {
            throw new ArgumentOutOfRangeException(
                nameof(MismatchWeight), weight, $"The weight of a mismatch lies from 0 to {KPrototypesOptions.MaxMismatchWeight}.");
        }
    }

    private static void ThrowIfUndefined<T>(T choice, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(choice))
        {
            throw new ArgumentOutOfRangeException(name, choice, $"There is no such {name}.");
        }
    }
}

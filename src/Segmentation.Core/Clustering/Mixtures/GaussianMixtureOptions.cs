using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>What shapes the components of a mixture may have.</summary>
public enum CovarianceShape
{
    /// <summary>An ellipsoid of its own for each component.</summary>
    Full,

    /// <summary>An ellipsoid of its own for each component, its axes along the features.</summary>
    Diagonal,

    /// <summary>One ellipsoid that all components share.</summary>
    Tied,

    /// <summary>A ball of its own for each component.</summary>
    Spherical,
}

/// <summary>
/// What one fit of a Gaussian mixture takes. The defaults are those of scikit-learn's <c>GaussianMixture</c>, but for the restarts.
/// </summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>Most components, as of k-means.</summary>
    public const int MaxClusters = KMeansOptions.MaxClusters;

    /// <summary>Least regularisation with which every covariance can be inverted, however few rows it comes from.</summary>
    public const double MinRegularisation = 1e-9;

    /// <summary>Most regularisation: components are then at least as wide as the data.</summary>
    public const double MaxRegularisation = 1;

    /// <summary>How many components to fit, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>What shapes the components may have.</summary>
    public CovarianceShape Shape { get; init; }

    /// <summary>
    /// Independent starts, of which the highest likelihood is kept; ties go to the earlier start. The first begins at the best of
    /// <see cref="GaussianMixture.KMeansRestarts"/> k-means clusterings, each other one at a k-means clustering of its own.
    /// </summary>
    public int Restarts { get; init; } = 3;

    /// <summary>Upper bound on the iterations of each start, at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>
    /// A start stops when the mean log likelihood of a row (natural logarithm, weighted) changes by less than this; 0 does all
    /// iterations.
    /// </summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>
    /// Added to each variance, as this share of the variance of the whole column (weighted, population; 1 for a constant column), so that
    /// no component shrinks to a point. On standardised features that is what scikit-learn adds.
    /// </summary>
    public double Regularisation { get; init; } = 1e-6;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, MaxClusters);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)Shape, (int)CovarianceShape.Full, nameof(Shape));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)Shape, (int)CovarianceShape.Spherical, nameof(Shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(Regularisation, MinRegularisation);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Regularisation, MaxRegularisation);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

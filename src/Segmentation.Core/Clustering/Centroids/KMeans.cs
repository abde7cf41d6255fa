using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>k-means: greedy k-means++ starts, Lloyd's iterations, the best of several starts.</summary>
public static class KMeans
{
    /// <summary>Finds <see cref="KMeansOptions.ClusterCount"/> clusters of low inertia.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct rows.</exception>
    public static KMeansResult Fit(FeatureMatrix matrix, KMeansOptions options, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    /// <summary>Runs Lloyd's iterations from the given centres (k x columns, row after row), once.</summary>
    public static KMeansResult FitFrom(FeatureMatrix matrix, double[] start, KMeansOptions options, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}

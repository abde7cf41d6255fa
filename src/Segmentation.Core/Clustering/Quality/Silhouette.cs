using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>Silhouettes of a clustering, on Euclidean distance.</summary>
public static class Silhouette
{
    /// <summary>Up to so many rows all are compared with all; above, a sample of this size stratified by cluster is.</summary>
    public const int ExactRows = 20_000;

    /// <summary>Rows of the sample that stands for more than <see cref="ExactRows"/> rows.</summary>
    public const int SampleRows = 10_000;

    /// <summary>The silhouettes of <paramref name="clustering"/>, or null for one cluster.</summary>
    public static SilhouetteResult? Compute(FeatureMatrix matrix, KMeansResult clustering, int seed = 1, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}


namespace Segmentation.Core.Clustering.Quality;

/// <summary>One k of a sweep: the clustering found and how good it is. All null where a figure is not defined, as for k = 1.</summary>
/// <param name="Clustering">The clustering.</param>
/// <param name="Silhouette">Exact up to <see cref="Quality.Silhouette.ExactRows"/> rows, sampled above; null for one cluster.</param>
/// <param name="CalinskiHarabasz">Between over within variance, higher is better; null for one cluster or as many as rows.</param>
/// <param name="DaviesBouldin">Mean similarity of each cluster with its most similar one, lower is better; null for one cluster.</param>
public sealed record ClusterQuality(ClusteringResult Clustering, SilhouetteResult? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin)
{
    /// <summary>Number of clusters.</summary>
    public int ClusterCount => Clustering.ClusterCount;
}

using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Mixtures;

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

    /// <summary>How many clusters were asked for; null when nobody said.</summary>
    public int? Asked { get; init; }

    /// <summary>True when fewer clusters were found than were asked for.</summary>
    public bool IsShort => Asked > ClusterCount;

    /// <summary>Bayesian information criterion, lower is better; of mixtures only.</summary>
    public double? Bic => (Clustering.OfAlgorithm() as GaussianMixtureResult)?.Bic;

    /// <summary>
    /// Measures a clustering by the rows that belong to a cluster. Missing cells count as their cluster's centroid, so that they say
    /// nothing about how far a row is from its own cluster.
    /// </summary>
    /// <param name="rows">What was clustered.</param>
    /// <param name="clustering">How.</param>
    /// <param name="seed">Draws the sample of <see cref="Quality.Silhouette"/>.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ClusterQuality Of(
        ClusteringRows rows, ClusteringResult clustering, int seed, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(clustering);
        if (clustering.UnassignedRows == 0)
        {
            return Measure(rows, clustering, seed, threads, cancellationToken);
        }

        int[] assigned = [.. Enumerable.Range(0, rows.Matrix.Rows).Where(row => clustering.Labels[row] != ClusteringResult.Unassigned)];
        var labels = Array.ConvertAll(assigned, row => clustering.Labels[row]);
        var part = new ClusteringResult(labels, clustering.Centroids, clustering.Sizes, clustering.Inertia, clustering.Iterations);
        var measured = Measure(rows.Take(assigned), part, seed, threads, cancellationToken);
        var silhouette = measured.Silhouette is { } found ? found with { Rows = Array.ConvertAll(found.Rows, row => assigned[row]) } : null;
        return measured with { Clustering = clustering, Silhouette = silhouette };
    }

    private static ClusterQuality Measure(
        ClusteringRows rows, ClusteringResult clustering, int seed, int threads, CancellationToken cancellationToken)
    {
        var matrix = rows.Missing is { Count: > 0 } missing
            ? new ObservedCells(KPodModel.Blank(rows.Matrix, missing)).FillFrom(clustering.Labels, clustering.Centroids)
            : rows.Matrix;
        return new ClusterQuality(
            clustering,
            Quality.Silhouette.Compute(matrix, clustering, seed, threads, cancellationToken),
            Quality.CalinskiHarabasz.Compute(matrix, clustering, threads),
            Quality.DaviesBouldin.Compute(matrix, clustering, threads, cancellationToken));
    }
}

using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>
/// Mixture of normal distributions, fitted by expectation and maximisation (Dempster, Laird and Rubin 1977) from k-means starts, as
/// scikit-learn's <c>GaussianMixture</c> does it. Each row belongs to each component with a probability; its cluster is the likeliest.
/// A weight counts as so many equal rows.
/// </summary>
public static class GaussianMixture
{
    /// <summary>k-means starts of which the best begins the first start.</summary>
    public const int KMeansRestarts = 10;

    /// <summary>
    /// Fits <see cref="GaussianMixtureOptions.ClusterCount"/> components. A component that is the likeliest for no row is
    /// dropped and the others are fitted on without it, so that every cluster has rows: there may be fewer than asked for.
    /// </summary>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GaussianMixtureResult Fit(
        FeatureMatrix matrix, GaussianMixtureOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        var weighty = WeightyRows.Of(matrix);
        return weighty.Complete(FitWeighty(weighty.Matrix, options, cancellationToken), options.Threads, cancellationToken);
    }

    private static GaussianMixtureResult FitWeighty(
        FeatureMatrix matrix, GaussianMixtureOptions options, CancellationToken cancellationToken)
    {
        var estimation = new Estimation(matrix, options);
        EstimationRest? best = null;
        for (var start = 0; start < options.Restarts; start++)
        {
            var rest = estimation.RunFrom(KMeansLabels(matrix, options, start, cancellationToken), cancellationToken);
            best = best is null || rest.Bound > best.Bound ? rest : best;
        }

        return Finish(matrix, options, estimation, best!, cancellationToken);
    }

    /// <summary>Fits once, beginning with the components that the given clusters make; restarts and seed play no part.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="start">Per row a cluster, 0 to k - 1.</param>
    /// <param name="options">As for <see cref="Fit"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException"><paramref name="start"/> does not hold one cluster per row; or a cell is not finite, or too
    /// large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits, or there are more clusters than distinct
    /// rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static GaussianMixtureResult FitFrom(
        FeatureMatrix matrix, byte[] start, GaussianMixtureOptions options, CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, options);
        ArgumentNullException.ThrowIfNull(start);
        if (start.Length != matrix.Rows || start.Any(label => label >= options.ClusterCount))
        {
            throw new ArgumentException(
                $"{start.Length} labels do not put {matrix.Rows} rows into {options.ClusterCount} clusters.", nameof(start));
        }

        var weighty = WeightyRows.Of(matrix);
        var estimation = new Estimation(weighty.Matrix, options);
        var rest = estimation.RunFrom(weighty.Take(start), cancellationToken);
        return weighty.Complete(Finish(weighty.Matrix, options, estimation, rest, cancellationToken), options.Threads, cancellationToken);
    }

    private static void ThrowIfInvalid(FeatureMatrix matrix, GaussianMixtureOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var distinct = DistinctRows.Count(matrix, options.ClusterCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClusterCount, distinct, nameof(options.ClusterCount));
    }

    private static byte[] KMeansLabels(FeatureMatrix matrix, GaussianMixtureOptions options, int start, CancellationToken cancellationToken)
    {
        var kmeans = new KMeansOptions
        {
            ClusterCount = options.ClusterCount,
            Restarts = start == 0 ? KMeansRestarts : 1,
            Seed = new SeededRandom(options.Seed, start).Next(int.MaxValue),
            Threads = options.Threads,
        };
        return KMeans.Fit(matrix, kmeans, cancellationToken).Labels;
    }

    private static GaussianMixtureResult Finish(
        FeatureMatrix matrix,
        GaussianMixtureOptions options,
        Estimation estimation,
        EstimationRest rest,
        CancellationToken cancellationToken)
    {
        var (labels, kept) = LabelsUnder(rest);
        while (kept.Length < rest.Components.Count)
        {
            rest = estimation.Run(rest.Components.Take(kept), cancellationToken);
            (labels, kept) = LabelsUnder(rest);
        }

        var (clusters, order) = ClusterOrder.Describe(matrix, labels, kept.Length, rest.Iterations);
        var model = new GaussianMixtureModel(rest.Components.Take(order));
        return new GaussianMixtureResult(clusters, model)
        {
            LogLikelihood = estimation.LogLikelihood(rest.Components, cancellationToken),
            TotalWeight = Moments.TotalWeight(matrix),
            IsConverged = rest.IsConverged,
        };

        (byte[] Labels, int[] Kept) LabelsUnder(EstimationRest rest) => OccupiedClusters.Compact(
            new GaussianMixtureModel(rest.Components).Assign(matrix, options.Threads, cancellationToken), rest.Components.Count);
    }
}

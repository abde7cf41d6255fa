using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;

namespace Segmentation.Core.Clustering;

/// <summary>One algorithm with its options over some rows, asked for one number of clusters at a time. Safe to use from several
/// threads.</summary>
internal abstract class Clusterer
{
    private const long GenerousCells = 50_000;
    private const int MostGenerous = 50;

    /// <summary>The clustering into <paramref name="clusterCount"/> clusters, or fewer where the algorithm finds fewer.</summary>
    public abstract ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken);

    /// <summary>About what <see cref="Fit"/> will find, much sooner; null where there is nothing to be gained.</summary>
    public virtual ClusteringResult? Preview(int clusterCount, CancellationToken cancellationToken) => null;

    /// <summary>The algorithm that <paramref name="options"/> name, with nothing known before.</summary>
    public static Clusterer Of(ClusteringRows rows, ClusteringOptions options, int threads) => Of(rows, options, threads, new ReachabilityCache());

    /// <summary>The algorithm that <paramref name="options"/> name.</summary>
    /// <param name="rows">What is clustered.</param>
    /// <param name="options">How.</param>
    /// <param name="threads">0 for one per core.</param>
    /// <param name="known">What densities were measured before, and will be.</param>
    public static Clusterer Of(ClusteringRows rows, ClusteringOptions options, int threads, ReachabilityCache known) => rows.Given is { } given
        ? new GivenClustersClusterer(rows, given, rest => OfAlgorithm(rest, options, threads, known))
        : OfAlgorithm(rows, options, threads, known);

    private static Clusterer OfAlgorithm(
        ClusteringRows rows, ClusteringOptions options, int threads, ReachabilityCache known) => options.Algorithm switch
    {
        ClusteringAlgorithm.KMedoids => new Stateless((count, token) => KMedoids.Fit(
            rows.Matrix, new KMedoidsOptions { ClusterCount = count, Seed = options.Seed, Threads = threads }, token)),
        ClusteringAlgorithm.GaussianMixture => new Stateless((count, token) => GaussianMixture.Fit(
            rows.Matrix,
            new GaussianMixtureOptions { ClusterCount = count, Shape = options.Covariance, Seed = options.Seed, Threads = threads },
            token)),
        ClusteringAlgorithm.Hierarchy => new HierarchyClusterer(
            rows.Matrix, new HierarchyOptions { Linkage = options.Linkage, Seed = options.Seed, Threads = threads }),
        ClusteringAlgorithm.Hdbscan => new Stateless((_, token) => Hdbscan.Fit(
            rows.Matrix, DensityOptionsOf(options, threads), known, token)),
        ClusteringAlgorithm.KPrototypes => new Stateless((count, token) => KPrototypes.Fit(
            rows.Matrix, PrototypesOptionsOf(rows, options, threads) with { ClusterCount = count }, token)),
        ClusteringAlgorithm.BisectingKMeans => new Stateless((count, token) => BisectingKMeans.Fit(
            rows.Matrix,
            new BisectingKMeansOptions { ClusterCount = count, Restarts = options.Restarts, Seed = options.Seed, Threads = threads },
            token)),
        _ when rows.Missing is { Count: > 0 } missing => new Stateless((count, token) => KPod.Fit(
            rows.Matrix,
            missing,
            new KPodOptions { ClusterCount = count, Restarts = StartsFor(rows, options), Seed = options.Seed, Threads = threads },
            token)),
        // The largest number that the slider offers is named, so that all it can ask for share their starts.
        _ => new KMeansClusterer(rows.Matrix, new KMeansOptions
        {
            ClusterCount = ClusteringOptions.MaxClusters, Restarts = StartsFor(rows, options), Seed = options.Seed, Threads = threads,
        }),
    };

    // A small matrix is clustered in microseconds, and its best clustering is often found by one start in a hundred.
    private static int StartsFor(ClusteringRows rows, ClusteringOptions options) => options.Restarts
        * (int)Math.Clamp(GenerousCells / Math.Max(1, (long)rows.Matrix.Rows * rows.Matrix.Columns), 1, MostGenerous);

    private static DensityOptions DensityOptionsOf(ClusteringOptions options, int threads) =>
        new() { MinClusterSize = options.MinClusterSize, MinSamples = options.MinSamples, Seed = options.Seed, Threads = threads };

    private static KPrototypesOptions PrototypesOptionsOf(ClusteringRows rows, ClusteringOptions options, int threads) => new()
    {
        ClusterCount = 1,
        Blocks = rows.Blocks,
        MismatchWeight = options.MismatchWeight,
        Restarts = options.Restarts,
        Seed = options.Seed,
        Threads = threads,
    };

    /// <summary>An algorithm that begins anew for each number.</summary>
    private sealed class Stateless(Func<int, CancellationToken, ClusteringResult> fit) : Clusterer
    {
        public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken) => fit(clusterCount, cancellationToken);
    }
}

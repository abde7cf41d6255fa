using System.Collections.Concurrent;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>
/// The clusterings of one feature matrix, found when first asked for and kept: a k that was computed is never computed again.
/// Safe to use from several threads; each k's result is the same whatever was asked before it.
/// </summary>
public sealed class KSweep
{
    private const long GenerousCells = 50_000;
    private const int MostGenerous = 50;

    private readonly FeatureMatrix _matrix;
    private readonly ClusteringOptions _options;
    private readonly int _threads;
    private readonly Lazy<int> _maxClusters;
    private readonly Lazy<KMeansSweep> _means;
    private readonly ConcurrentDictionary<int, ClusterQuality> _finished = new();
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _turns = new();

    /// <summary>
    /// A sweep over <paramref name="matrix"/>; nothing is computed yet. Of <paramref name="options"/> restarts and seed are used;
    /// <paramref name="threads"/> is 0 for one per core.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    public KSweep(FeatureMatrix matrix, ClusteringOptions options, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        options.ThrowIfInvalid();
        (_matrix, _options, _threads) = (matrix, options, threads);
        _maxClusters = new Lazy<int>(() => DistinctRows.Count(matrix, KMeansOptions.MaxClusters));
        _means = new Lazy<KMeansSweep>(() => new KMeansSweep(matrix, MeansOptions()));
    }

    /// <summary>Most clusters that the matrix has distinct rows for, at most <see cref="KMeansOptions.MaxClusters"/>; 0 without rows.</summary>
    public int MaxClusters => _maxClusters.Value;

    /// <summary>What has been computed so far, by k ascending.</summary>
    public IReadOnlyList<ClusterQuality> Finished => [.. _finished.OrderBy(entry => entry.Key).Select(entry => entry.Value)];

    /// <summary>
    /// The clustering into <paramref name="clusterCount"/> clusters and its quality. Whoever asks for a k that another caller is computing
    /// waits for it; if that caller cancels, the next one in line computes it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than <see cref="MaxClusters"/>.</exception>
    /// <exception cref="OperationCanceledException">This caller cancelled; nothing half done is kept.</exception>
    public ClusterQuality At(int clusterCount, CancellationToken cancellationToken = default)
    {
        if (_finished.TryGetValue(clusterCount, out var known))
        {
            return known;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(clusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusterCount, MaxClusters);
        var turn = _turns.GetOrAdd(clusterCount, _ => new SemaphoreSlim(1));
        turn.Wait(cancellationToken);
        try
        {
            return _finished.GetOrAdd(clusterCount, count => Compute(count, cancellationToken));
        }
        finally
        {
            turn.Release();
        }
    }

    // A small matrix is clustered in microseconds, and its best clustering is often found by one start in a hundred.
    private int Generosity() => (int)Math.Clamp(GenerousCells / Math.Max(1, (long)_matrix.Rows * _matrix.Columns), 1, MostGenerous);

    // The largest number that the slider offers, so that all it can ask for share their starts.
    private KMeansOptions MeansOptions() => new()
    {
        ClusterCount = ClusteringOptions.MaxClusters, Restarts = _options.Restarts * Generosity(), Seed = _options.Seed, Threads = _threads,
    };

    private ClusterQuality Compute(int clusterCount, CancellationToken cancellationToken)
    {
        var clustering = _means.Value.At(clusterCount, cancellationToken);
        return new ClusterQuality(
            clustering,
            Silhouette.Compute(_matrix, clustering, _options.Seed, _threads, cancellationToken),
            CalinskiHarabasz.Compute(_matrix, clustering),
            DaviesBouldin.Compute(_matrix, clustering, _threads, cancellationToken));
    }
}

using System.Collections.Concurrent;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>
/// The clusterings of some rows by one algorithm, found when first asked for and kept: a k that was computed is never computed again.
/// Safe to use from several threads; each k's result is the same whatever was asked before it.
/// </summary>
public sealed class KSweep
{
    // The key of the one clustering of an algorithm that finds the number itself.
    private const int Found = 0;
    private const int PreviewSilhouettes = 2_000;

    private readonly ClusteringRows _rows;
    private readonly ClusteringOptions _options;
    private readonly Clusterer _clusterer;
    private readonly int _threads;
    private readonly Lazy<int> _maxClusters;
    private readonly ConcurrentDictionary<int, ClusterQuality> _finished = new();
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _turns = new();
    private readonly ConcurrentDictionary<int, double> _previews = new();

    /// <summary>A sweep over rows of numbers without gaps.</summary>
    /// <inheritdoc cref="KSweep(ClusteringRows, ClusteringOptions, int)"/>
    public KSweep(FeatureMatrix matrix, ClusteringOptions options, int threads = 0)
        : this(new ClusteringRows(matrix), options, threads)
    {
    }

    /// <summary>
    /// A sweep over <paramref name="rows"/>; nothing is computed yet. Of <paramref name="options"/> all but the number of clusters is
    /// used; <paramref name="threads"/> is 0 for one per core.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    public KSweep(ClusteringRows rows, ClusteringOptions options, int threads = 0)
        : this(rows, options, threads, new ReachabilityCache())
    {
    }

    /// <summary>A sweep that shares what densities are measured by with others.</summary>
    /// <inheritdoc cref="KSweep(ClusteringRows, ClusteringOptions, int)"/>
    internal KSweep(ClusteringRows rows, ClusteringOptions options, int threads, ReachabilityCache known)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(rows.Matrix);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        options.ThrowIfInvalid();
        (_rows, _options, _threads) = (rows, options, threads);
        _clusterer = Clusterer.Of(rows, options, threads, known);
        _maxClusters = new Lazy<int>(() => CountGiven + DistinctRows.Count(WithoutEmptyRows(Rest(rows)), KMeansOptions.MaxClusters - CountGiven));
    }

    /// <summary>True when the algorithm finds the number of clusters: whatever number is asked for, there is one clustering.</summary>
    public bool FindsCount => _options.Algorithm.FindsCount();

    /// <summary>Fewest clusters: one beside those that are given.</summary>
    public int MinClusters => CountGiven + 1;

    /// <summary>Most clusters that the matrix has distinct rows for, at most <see cref="KMeansOptions.MaxClusters"/>; 0 without
    /// rows.</summary>
    public int MaxClusters => _maxClusters.Value;

    /// <summary>
    /// What has been computed so far, by k ascending. A k of which the algorithm found fewer clusters is not among them: it says nothing
    /// about that k.
    /// </summary>
    public IReadOnlyList<ClusterQuality> Finished =>
        [.. _finished.OrderBy(entry => entry.Key).Select(entry => entry.Value).Where(quality => !quality.IsShort)];

    /// <summary>True once <see cref="At"/> has an answer for a number, also where the algorithm found fewer clusters.</summary>
    public bool HasTried(int clusterCount) => _finished.ContainsKey(FindsCount ? Found : clusterCount);

    /// <summary>
    /// The clustering into <paramref name="clusterCount"/> clusters, or as many as the algorithm finds, and its quality. Whoever asks for
    /// a k that another caller is computing waits for it; if that caller cancels, the next one in line computes it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than <see cref="MinClusters"/> or more than <see cref="MaxClusters"/>, where the number is
    /// given.</exception>
    /// <exception cref="OperationCanceledException">This caller cancelled; nothing half done is kept.</exception>
    public ClusterQuality At(int clusterCount, CancellationToken cancellationToken = default)
    {
        clusterCount = FindsCount ? Found : clusterCount;
        if (_finished.TryGetValue(clusterCount, out var known))
        {
            return known;
        }

        if (!FindsCount)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(clusterCount, MinClusters);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(clusterCount, MaxClusters);
        }

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

    /// <summary>
    /// About what <see cref="At"/> will find, much sooner: labels of all rows, and silhouettes of few, without the other criteria. Null
    /// where that number is finished, or the algorithm has nothing to show so soon.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than <see cref="MaxClusters"/>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ClusterQuality? Preview(int clusterCount, CancellationToken cancellationToken = default)
    {
        if (FindsCount || _finished.ContainsKey(clusterCount) || _clusterer.Preview(clusterCount, cancellationToken) is not { } clustering)
        {
            return null;
        }

        _previews[clusterCount] = clustering.Inertia;
        var silhouette = Silhouette.Compute(_rows.Matrix, clustering, PreviewSilhouettes, _options.Seed, _threads, cancellationToken);
        return new ClusterQuality(clustering, silhouette, null, null) { Asked = clusterCount };
    }

    /// <summary>By which part the inertia of a number's preview was above that of its exact clustering; null when there was none.</summary>
    public double? PreviewError(ClusterQuality exact)
    {
        ArgumentNullException.ThrowIfNull(exact);
        return _previews.TryGetValue(exact.ClusterCount, out var preview) && exact.Clustering.Inertia > 0
            ? (preview / exact.Clustering.Inertia) - 1
            : null;
    }

    private int CountGiven => _rows.Given?.Count ?? 0;

    private static ClusteringRows Rest(ClusteringRows rows) => rows.Given is { } given ? rows.Take(given.Rest) : rows;

    private static FeatureMatrix WithoutEmptyRows(ClusteringRows rows) => rows.Missing is { Count: > 0 } missing
        ? rows.Matrix.Take([.. Enumerable.Range(0, rows.Matrix.Rows).Where(row => !missing.IsWholeRow(row))])
        : rows.Matrix;

    private ClusterQuality Compute(int clusterCount, CancellationToken cancellationToken)
    {
        var clustering = _clusterer.Fit(clusterCount, cancellationToken);
        var quality = ClusterQuality.Of(_rows, clustering, _options.Seed, _threads, cancellationToken);
        return FindsCount ? quality : quality with { Asked = clusterCount };
    }
}

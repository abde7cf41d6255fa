using System.Collections.Concurrent;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// k-means of the same rows for any number of clusters, which share what they have in common: the rows as kernels want them, the
/// starts, of which fewer clusters take the first centres, and the chain of splits. What one number finds does not depend on
/// which numbers were asked for before. Safe to use from several threads.
/// </summary>
public sealed class KMeansSweep
{
    private const double SameInertia = 1e-3;
    private const double FinerTolerance = 0.01;

    // Several of the best starts often come to rest at one place and count as one: among so many are all finalists, as a rule, and a sweep
    // need not remember every start of every number.
    private const int RestsKept = 4 * KMeans.Finalists;

    private readonly KMeansOptions _options;
    private readonly int _threads;
    private readonly double _threshold;
    private readonly WeightyRows _weighty;
    private readonly KMeansRows _rows;
    private readonly KMeansRows _trial;
    private readonly StartingCentres _starts;
    private readonly SplitChain _chain;
    private readonly ConcurrentDictionary<int, Rest[]> _onTrial = new();

    /// <summary>Prepares <paramref name="matrix"/>; nothing is clustered yet.</summary>
    /// <param name="matrix">What is clustered.</param>
    /// <param name="options">For every number of clusters; <see cref="KMeansOptions.ClusterCount"/> is the largest that is
    /// expected.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    public KMeansSweep(FeatureMatrix matrix, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        _weighty = WeightyRows.Of(matrix);
        matrix = _weighty.Matrix;
        (_options, _threads, _threshold) = (options, Chunks.ThreadsFor(options.Threads), KMeans.Threshold(matrix, options));
        _rows = new KMeansRows(matrix, options.Width, options.Threads, cancellationToken);
        _trial = _rows;
        if (matrix.Rows >= KMeans.SampledFromRows)
        {
            var coreset = LightweightCoreset.Draw(matrix, KMeans.SampleRows, options.Seed, options.Threads, cancellationToken);
            _trial = new KMeansRows(coreset, options.Width, options.Threads, cancellationToken);
        }

        _starts = new StartingCentres(_trial, options);
        _chain = new SplitChain(_trial, options, _threshold);
    }

    /// <summary>
    /// What is found at once for very many rows: the best clusters of the coreset, given to all rows. <see cref="At"/> starts from there.
    /// Null where <see cref="At"/> looks at all rows from the first, or the coreset has fewer different rows than clusters are asked for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than distinct rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ClusteringResult? Preview(int clusterCount, CancellationToken cancellationToken = default)
    {
        var options = _options with { ClusterCount = clusterCount };
        KMeans.ThrowIfInvalid(_rows.Matrix, options);
        if (!IsSampled || HasTooFewRows(clusterCount))
        {
            return null;
        }

        var best = OnTrial(clusterCount, cancellationToken)[0];
        return Finish(new Lloyd(_rows, best.Centres, clusterCount, _threads), best.Iterations, cancellationToken);
    }

    private bool IsSampled => !ReferenceEquals(_trial, _rows);

    /// <summary>Finds <paramref name="clusterCount"/> clusters as <see cref="KMeans.Fit"/> does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than distinct rows.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ClusteringResult At(int clusterCount, CancellationToken cancellationToken = default)
    {
        var options = _options with { ClusterCount = clusterCount };
        KMeans.ThrowIfInvalid(_rows.Matrix, options);
        var best = Best(options, cancellationToken);
        var lloyd = new Lloyd(_rows, best.Centres, clusterCount, _threads);
        var finer = IsSampled ? FinerTolerance * _threshold : 0;
        var iterations = lloyd.Run(options.MaxIterations - best.Iterations, finer, cancellationToken);
        return Finish(lloyd, best.Iterations + iterations, cancellationToken);
    }

    private ClusteringResult Finish(Lloyd lloyd, int iterations, CancellationToken cancellationToken) =>
        _weighty.Complete(KMeans.Finish(lloyd, iterations, cancellationToken), _threads, cancellationToken);

    private Rest Best(KMeansOptions options, CancellationToken cancellationToken)
    {
        if (!IsSampled)
        {
            return OnTrial(options.ClusterCount, cancellationToken)[0];
        }

        if (HasTooFewRows(options.ClusterCount))
        {
            var starts = new StartingCentres(_rows, options).Take(options.ClusterCount, cancellationToken);
            return Restarts.Run(_rows, starts, options, _threshold, cancellationToken)[0];
        }

        return Finalists(OnTrial(options.ClusterCount, cancellationToken))
            .Select(start => RunOnAllRows(start, options, cancellationToken))
            .MinBy(rest => rest.Inertia)!;
    }

    private bool HasTooFewRows(int clusterCount) => DistinctRows.Count(_trial.Matrix, clusterCount) < clusterCount;

    /// <summary>Where the starts came to rest on the coreset, or on all of few rows, lowest inertia first.</summary>
    private Rest[] OnTrial(int clusterCount, CancellationToken cancellationToken)
    {
        if (_onTrial.TryGetValue(clusterCount, out var known))
        {
            return known;
        }

        var options = _options with { ClusterCount = clusterCount };
        var rests = Restarts.Run(_trial, _starts.Take(clusterCount, cancellationToken), options, _threshold, cancellationToken);
        Rest[] ranked = [.. rests.Append(_chain.At(clusterCount, cancellationToken)).OrderBy(rest => rest.Inertia)];
        return _onTrial.GetOrAdd(clusterCount, ranked[..Math.Min(ranked.Length, RestsKept)]);
    }

    private Rest RunOnAllRows(Rest start, KMeansOptions options, CancellationToken cancellationToken)
    {
        var lloyd = new Lloyd(_rows, start.Centres, options.ClusterCount, _threads);
        var iterations = lloyd.Run(Math.Min(KMeans.FinalistIterations, options.MaxIterations), _threshold, cancellationToken);
        return lloyd.RestAfter(iterations, cancellationToken);
    }

    /// <summary>The lowest inertias; starts that came to about the same one are taken to have found the same clusters.</summary>
    private static List<Rest> Finalists(Rest[] ascending)
    {
        var finalists = new List<Rest>();
        foreach (var rest in ascending)
        {
            if (finalists.Count < KMeans.Finalists && (finalists.Count == 0 || rest.Inertia > finalists[^1].Inertia * (1 + SameInertia)))
            {
                finalists.Add(rest);
            }
        }

        return finalists;
    }
}

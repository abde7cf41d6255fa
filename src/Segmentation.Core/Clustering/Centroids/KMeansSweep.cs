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

    private readonly KMeansOptions _options;
    private readonly int _threads;
    private readonly double _threshold;
    private readonly KMeansRows _rows;
    private readonly KMeansRows _trial;
    private readonly StartingCentres _starts;
    private readonly SplitChain _chain;

    /// <summary>Prepares <paramref name="matrix"/>; nothing is clustered yet.</summary>
    /// <param name="matrix">What is clustered.</param>
    /// <param name="options">For every number of clusters; <see cref="KMeansOptions.ClusterCount"/> is the largest that is expected.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    public KMeansSweep(FeatureMatrix matrix, KMeansOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        (_options, _threads, _threshold) = (options, Chunks.ThreadsFor(options.Threads), KMeans.Threshold(matrix, options));
        _rows = new KMeansRows(matrix, options.Width, options.Threads, cancellationToken);
        _trial = _rows;
        if (matrix.Rows >= KMeans.SampledFromRows)
        {
            var sample = matrix.Take(RowSample.Draw(matrix.Rows, KMeans.SampleRows, options.Seed));
            _trial = new KMeansRows(sample, options.Width, options.Threads, cancellationToken);
        }

        _starts = new StartingCentres(_trial, options);
        _chain = new SplitChain(_trial, options, _threshold);
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
        return KMeans.Finish(lloyd, best.Iterations + iterations, cancellationToken);
    }

    private Rest Best(KMeansOptions options, CancellationToken cancellationToken)
    {
        if (!IsSampled)
        {
            return Ranked(_trial, _starts, _chain, options, cancellationToken)[0];
        }

        if (DistinctRows.Count(_trial.Matrix, options.ClusterCount) < options.ClusterCount)
        {
            // The sample has too few different rows for so many clusters.
            return Ranked(_rows, new StartingCentres(_rows, options), chain: null, options, cancellationToken)[0];
        }

        return Finalists(Ranked(_trial, _starts, _chain, options, cancellationToken))
            .Select(start => RunOnAllRows(start, options, cancellationToken))
            .MinBy(rest => rest.Inertia)!;
    }

    private Rest[] Ranked(KMeansRows rows, StartingCentres starts, SplitChain? chain, KMeansOptions options, CancellationToken cancellationToken)
    {
        var rests = Restarts.Run(rows, starts.Take(options.ClusterCount, cancellationToken), options, _threshold, cancellationToken);
        return chain is null ? rests : [.. rests.Append(chain.At(options.ClusterCount, cancellationToken)).OrderBy(rest => rest.Inertia)];
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

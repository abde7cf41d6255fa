using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>
/// Finds the evidence on one feature matrix, piece by piece as it is asked for, and keeps each piece: what was computed is never computed
/// again. What has been reported of an unfinished piece is not kept. One piece is computed at a time; <see cref="Known"/> may be read
/// from any thread.
/// </summary>
public sealed class EvidenceSearch
{
    /// <summary>Up to so many rows the mixtures are fitted to all of them.</summary>
    public const int ExactRows = 20_000;

    /// <summary>Above, a seeded sample of so many stands for them, drawn evenly with their weights.</summary>
    public const int SampleRows = 10_000;

    /// <summary>Up to so many columns the mixture's components have full covariances.</summary>
    public const int MostFullColumns = 12;

    // Small resamples cost nothing, and one start in five ends elsewhere.
    private const long GenerousCells = 50_000;

    private readonly ClusteringRows _rows;
    private readonly FeatureMatrix _matrix;
    private readonly KSweep _sweep;
    private readonly ClusteringOptions _clustering;
    private readonly EvidenceOptions _options;
    private readonly Lazy<FeatureMatrix> _mixed;
    private readonly Lock _turn = new();
    private volatile ClusterEvidence _known = ClusterEvidence.None;

    /// <summary>Nothing is computed yet.</summary>
    /// <param name="rows">What is clustered; missing cells count as the numbers that stand in for them.</param>
    /// <param name="sweep">Their clusterings.</param>
    /// <param name="clustering">How they were found. Resamples are clustered in the same way, with the same seed.</param>
    /// <param name="options">How much evidence is wanted.</param>
    public EvidenceSearch(ClusteringRows rows, KSweep sweep, ClusteringOptions clustering, EvidenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var matrix = rows.Matrix;
        (_rows, _matrix, _sweep, _clustering, _options) = (rows with { Missing = null }, matrix, sweep, clustering, options);
        _mixed = new(() => matrix.Rows > ExactRows ? matrix.Take(RowSample.Draw(matrix.Rows, SampleRows, clustering.Seed)) : matrix);
    }

    /// <summary>The pieces that are finished.</summary>
    public ClusterEvidence Known => _known;

    /// <summary>How stable each of so many clusters is.</summary>
    /// <param name="clusterCount">2 to as many as the rows allow.</param>
    /// <param name="progress">Gets the running means after each resample.</param>
    /// <param name="cancellationToken">Ends the work; an unfinished piece is dropped.</param>
    public StabilityResult Stability(
        int clusterCount, IProgress<StabilityResult>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_known.Stability.TryGetValue(clusterCount, out var known))
        {
            return known;
        }

        var options = new StabilityOptions { Resamples = _options.Bootstraps, Seed = _clustering.Seed, Threads = _options.Threads };
        var clustering = _sweep.At(clusterCount, cancellationToken).Clustering;
        var found = clustering is GivenClustersResult joined
            ? StabilityOfRest(joined, clusterCount, options, progress, cancellationToken)
            : StabilityOf(_matrix, clustering, clusterCount, options, progress, cancellationToken);
        Keep(evidence => evidence with { Stability = new Dictionary<int, StabilityResult>(evidence.Stability) { [clusterCount] = found } });
        return found;
    }

    private StabilityResult StabilityOf(
        FeatureMatrix matrix,
        ClusteringResult clustering,
        int clusterCount,
        StabilityOptions options,
        IProgress<StabilityResult>? progress,
        CancellationToken cancellationToken) => BootstrapStability.Compute(
            matrix, clustering, (rows, seed, token) => Recluster(rows, clusterCount, seed, token), options, progress, cancellationToken);

    // A cluster that is given is found again every time; the others are looked for among the rows that are left to the algorithm.
    private StabilityResult StabilityOfRest(
        GivenClustersResult joined, int clusterCount, StabilityOptions options, IProgress<StabilityResult>? progress, CancellationToken cancellationToken)
    {
        var given = _rows.Given!;
        var running = progress is null ? null : new Relay(found => progress.Report(WithGiven(found)));
        var rest = _matrix.Take(given.Rest);
        return WithGiven(StabilityOf(rest, joined.OfAlgorithm(), clusterCount - given.Count, options, running, cancellationToken));

        StabilityResult WithGiven(StabilityResult found) => found with
        {
            MeanJaccard = [.. joined.Order.Select(number => number < found.MeanJaccard.Length ? found.MeanJaccard[number] : 1)],
        };
    }

    private sealed class Relay(Action<StabilityResult> report) : IProgress<StabilityResult>
    {
        public void Report(StabilityResult value) => report(value);
    }

    /// <summary>
    /// The Bayesian information criterion of a mixture of so many normal distributions, each with a shape of its own
    /// (<see cref="CovarianceShape.Full"/>, the definition without further assumptions; with more than <see cref="MostFullColumns"/>
    /// columns <see cref="CovarianceShape.Diagonal"/>, because the parameters of the full shape grow with the square of the columns).
    /// </summary>
    public double Bic(int clusterCount, CancellationToken cancellationToken = default)
    {
        if (_known.Bic.TryGetValue(clusterCount, out var known))
        {
            return known;
        }

        var options = new GaussianMixtureOptions
        {
            ClusterCount = Math.Min(clusterCount, DistinctRows.Count(_mixed.Value, clusterCount)),
            Shape = _matrix.Columns > MostFullColumns ? CovarianceShape.Diagonal : CovarianceShape.Full,
            Restarts = 1,
            Seed = _clustering.Seed,
            Threads = _options.Threads,
        };
        var found = GaussianMixture.Fit(_mixed.Value, options, cancellationToken).Bic;
        Keep(evidence => evidence with { Bic = new Dictionary<int, double>(evidence.Bic) { [clusterCount] = found } });
        return found;
    }

    /// <summary>The gap for 1 to <paramref name="maxClusters"/> clusters.</summary>
    /// <param name="box">Where references are drawn from.</param>
    /// <param name="maxClusters">At least 2.</param>
    /// <param name="progress">Gets the running result after each reference.</param>
    /// <param name="cancellationToken">Ends the work; an unfinished piece is dropped.</param>
    public GapResult Gap(
        ReferenceBox box, int maxClusters, IProgress<GapResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var most = Math.Min(maxClusters, _sweep.MaxClusters);
        var known = box == ReferenceBox.Original ? _known.Gap : _known.PrincipalGap;
        if (known is not null && known.Gaps.Length >= most)
        {
            return known;
        }

        var options = new GapOptions
        {
            MaxClusters = Math.Max(2, maxClusters),
            References = _options.References,
            Box = box,
            Seed = _clustering.Seed,
            Threads = _options.Threads,
        };
        var found = GapStatistic.Compute(_matrix, Inertias, options, progress, cancellationToken);
        Keep(evidence => box == ReferenceBox.Original ? evidence with { Gap = found } : evidence with { PrincipalGap = found });
        return found;
    }

    private IReadOnlyList<double> Inertias(FeatureMatrix rows, int maxClusters, int seed, CancellationToken cancellationToken)
    {
        var most = DistinctRows.Count(rows, maxClusters);
        var sweep = new KMeansSweep(rows, OptionsFor(rows, most, seed), cancellationToken);
        return [.. Enumerable.Range(1, most).Select(count => sweep.At(count, cancellationToken).Inertia)];
    }

    // k-means gets by with fewer starts on a resample; any other algorithm is asked as for the rows themselves.
    private byte[] Recluster(FeatureMatrix resample, int clusterCount, int seed, CancellationToken cancellationToken)
    {
        if (_clustering.Algorithm == ClusteringAlgorithm.KMeans)
        {
            return Cluster(resample, clusterCount, seed, cancellationToken).Labels;
        }

        var clusterer = Clusterer.Of(_rows with { Matrix = resample, Given = null }, _clustering with { Seed = seed }, _options.Threads);
        return clusterer.Fit(Math.Min(clusterCount, DistinctRows.Count(resample, clusterCount)), cancellationToken).Labels;
    }

    private ClusteringResult Cluster(FeatureMatrix rows, int clusterCount, int seed, CancellationToken cancellationToken) =>
        KMeans.Fit(rows, OptionsFor(rows, Math.Min(clusterCount, DistinctRows.Count(rows, clusterCount)), seed), cancellationToken);

    private KMeansOptions OptionsFor(FeatureMatrix rows, int clusterCount, int seed) => new()
    {
        ClusterCount = clusterCount,
        Restarts = (long)rows.Rows * rows.Columns <= GenerousCells ? 2 * _clustering.Restarts : _clustering.Restarts,
        Seed = seed,
        Threads = 1,
    };

    private void Keep(Func<ClusterEvidence, ClusterEvidence> add)
    {
        lock (_turn)
        {
            _known = add(_known);
        }
    }
}

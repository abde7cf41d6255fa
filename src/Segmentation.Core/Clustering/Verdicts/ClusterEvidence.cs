using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>
/// What is known of one feature matrix beyond the curve of a <see cref="KSweep"/>: the criteria that take long. Immutable; it grows by
/// <c>with</c>.
/// </summary>
public sealed record ClusterEvidence
{
    /// <summary>Nothing is known yet.</summary>
    public static ClusterEvidence None { get; } = new();

    /// <summary>The gap against the box of the original columns; of fewer references while it is being computed.</summary>
    public GapResult? Gap { get; init; }

    /// <summary>The gap against the box of the principal components.</summary>
    public GapResult? PrincipalGap { get; init; }

    /// <summary>By number of segments the Bayesian information criterion of a Gaussian mixture; lower is better.</summary>
    public IReadOnlyDictionary<int, double> Bic { get; init; } = new Dictionary<int, double>();

    /// <summary>By number of segments how stable each segment is.</summary>
    public IReadOnlyDictionary<int, StabilityResult> Stability { get; init; } = new Dictionary<int, StabilityResult>();

    /// <summary>The stability of the least stable segment; null where it is not known, and for one segment, which is always
    /// found.</summary>
    public double? LowestStability(int clusterCount) =>
        clusterCount > 1 && Stability.TryGetValue(clusterCount, out var known) ? known.MeanJaccard.Min() : null;

    /// <summary>Whether every segment is stable, from <see cref="StabilityResult.StableFrom"/>; null where it is not known.</summary>
    public bool? IsStable(int clusterCount) => LowestStability(clusterCount) is { } lowest ? lowest >= StabilityResult.StableFrom : null;
}

using System.Globalization;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;

namespace Segmentation.Core.Clustering;

/// <summary>How many segments are suggested.</summary>
/// <param name="ClusterCount">The number.</param>
/// <param name="Reason">One sentence for people that says why.</param>
/// <param name="Elbow">Where the inertia curve bends most; null when it has no elbow.</param>
public sealed record ClusterCountChoice(int ClusterCount, string Reason, int? Elbow)
{
    /// <summary>So many of the best silhouettes are asked for stability before the best of them is taken as it is.</summary>
    public const int MaxChecked = 5;

    /// <summary>
    /// The best mean silhouette among the curve's numbers from <see cref="ClusteringOptions.MinClusters"/> to
    /// <see cref="ClusteringOptions.MaxClusters"/>, ties to the smaller; null when there is none. Of those whose stability is known, the
    /// best at which every segment is stable: a number that is known to be unstable gives way to the next best silhouette, and one whose
    /// stability nobody has looked at is taken as it is. Only the <see cref="MaxChecked"/> best silhouettes are considered: where none of
    /// them is stable, the best one stays. The elbow is that of the inertias of the curve's numbers up to the most the verdicts look at
    /// (<see cref="ClusterVerdicts.MostFor"/>), 1 among them, and is
    /// only told, not weighed.
    /// </summary>
    /// <param name="curve">By number ascending, as <see cref="KSweep.Finished"/> gives it.</param>
    /// <param name="evidence">What is known of stability; nothing when null.</param>
    public static ClusterCountChoice? Of(IReadOnlyList<ClusterQuality> curve, ClusterEvidence? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (BestSilhouette(curve) is not { } best)
        {
            return null;
        }

        var known = evidence ?? ClusterEvidence.None;
        var chosen = Candidates(curve).FirstOrDefault(quality => known.IsStable(quality.ClusterCount) != false) ?? best;
        var elbow = ElbowOf(curve);
        var reason = $"{Silhouette(best, chosen, known)}; {Describe(elbow, chosen.ClusterCount)}";
        return new ClusterCountChoice(chosen.ClusterCount, reason, elbow);
    }

    /// <summary>The number of segments whose stability decides next whether the choice stands; null when it is settled.</summary>
    public static int? ToBeChecked(IReadOnlyList<ClusterQuality> curve, ClusterEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Of(curve, evidence) is { } choice && choice.ClusterCount > 1 && evidence.IsStable(choice.ClusterCount) is null ? choice.ClusterCount : null;
    }

    internal static ClusterQuality? BestSilhouette(IReadOnlyList<ClusterQuality> curve) => Candidates(curve).FirstOrDefault();

    private static IEnumerable<ClusterQuality> Candidates(IReadOnlyList<ClusterQuality> curve) => curve
        .Where(quality => quality.Silhouette is not null)
        .Where(quality => quality.ClusterCount is >= ClusteringOptions.MinClusters and <= ClusteringOptions.MaxClusters)
        .OrderByDescending(quality => quality.Silhouette!.Mean).ThenBy(quality => quality.ClusterCount)
        .Take(MaxChecked);

    private static int? ElbowOf(IReadOnlyList<ClusterQuality> curve)
    {
        var most = ClusterVerdicts.MostFor(curve);
        ClusterQuality[] shown = [.. curve.Where(quality => quality.ClusterCount <= most)];
        return (int?)Quality.Elbow.Find(
            [.. shown.Select(quality => (double)quality.ClusterCount)], [.. shown.Select(quality => quality.Clustering.Inertia)]);
    }

    private static string Silhouette(ClusterQuality best, ClusterQuality chosen, ClusterEvidence evidence)
    {
        var (there, lowest) = (chosen.ClusterCount, evidence.LowestStability(chosen.ClusterCount));
        return (lowest, evidence.IsStable(there)) switch
        {
            (null, _) when there == best.ClusterCount => In($"Silhouette is best at {there} ({best.Silhouette!.Mean:0.00})"),
            (null, _) => In($"Silhouette is best at {best.ClusterCount}, where a segment is not stable; {there} is next ({chosen.Silhouette!.Mean:0.00})"),
            (_, false) => In($"Silhouette is best at {there} ({best.Silhouette!.Mean:0.00}), but none of the best numbers has stable segments only"),
            _ when there == best.ClusterCount => In($"Silhouette is best at {there} ({best.Silhouette!.Mean:0.00}), and every segment is stable ({lowest:0.00} or better)"),
            _ => In($"Every segment is stable at {there} ({lowest:0.00} or better), unlike at {best.ClusterCount}, where the silhouette is best"),
        };
    }

    private static string Describe(int? elbow, int chosen) => elbow switch
    {
        null => "the inertia has no clear elbow.",
        _ when elbow == chosen => In($"the elbow is at {elbow} too."),
        _ => In($"the elbow is at {elbow}."),
    };

    private static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

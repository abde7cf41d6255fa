using System.Globalization;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>What each criterion says about the number of segments. None of them is right: where they disagree, that is told.</summary>
public static class ClusterVerdicts
{
    /// <summary>
    /// The verdicts look at 1 to this many segments: an elbow, the highest Calinski-Harabasz index and the gap depend on the range, so
    /// that all share one. See <see cref="MostFor"/>.
    /// </summary>
    public const int MaxClusters = 10;

    /// <summary>
    /// The most segments that the verdicts look at: <see cref="MaxClusters"/>, and <see cref="ClusteringOptions.MaxClusters"/> where the
    /// best silhouette lies beyond, because a range that leaves out the best silhouette would be the wrong one.
    /// </summary>
    /// <param name="curve">All numbers tried, ascending.</param>
    public static int MostFor(IReadOnlyList<ClusterQuality> curve) =>
        ClusterCountChoice.BestSilhouette(curve) is { ClusterCount: > MaxClusters } ? ClusteringOptions.MaxClusters : MaxClusters;

    /// <summary>One verdict per <see cref="VerdictKind"/>, in their order.</summary>
    /// <param name="curve">The numbers of segments to look at, ascending.</param>
    /// <param name="evidence">What is known beyond it; of numbers outside the curve's range nothing is used.</param>
    public static ValueList<Verdict> Of(IReadOnlyList<ClusterQuality> curve, ClusterEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(evidence);
        return
        [
            Elbow(curve),
            Highest(VerdictKind.Silhouette, Points(curve, quality => quality.Silhouette?.Mean),
                "Members are nearest to their own segment, against the next one, with {0} segments ({1:0.00})."),
            Highest(VerdictKind.CalinskiHarabasz, Points(curve, quality => quality.CalinskiHarabasz),
                "Segments lie farthest apart for their width with {0} of them ({1:0.0})."),
            Lowest(VerdictKind.DaviesBouldin, Points(curve, quality => quality.DaviesBouldin),
                "Segments are least like their nearest neighbour with {0} of them ({1:0.00})."),
            GapVerdict.Of(evidence, curve.Count == 0 ? 0 : curve[^1].ClusterCount),
            Bic(curve, evidence),
            Stability(curve, evidence),
        ];
    }

    private static Verdict Elbow(IReadOnlyList<ClusterQuality> curve)
    {
        var points = Points(curve, quality => quality.Clustering.Inertia);
        var elbow = Quality.Elbow.Find(
            [.. points.Select(point => (double)point.ClusterCount)], [.. points.Select(point => point.Value)]);
        return elbow is { } found
            ? new Verdict(VerdictKind.Elbow, VerdictState.Found, (int)found, points,
                In($"Up to {(int)found} segments each more makes them clearly tighter; beyond it the gain is small."))
            : new Verdict(VerdictKind.Elbow, VerdictState.Undecided, null, points, "Each more segment makes them a little tighter: there is no clear bend.");
    }

    private static Verdict Highest(VerdictKind kind, ValueList<VerdictPoint> points, string sentence) =>
        Best(kind, points, sentence, point => -point.Value);

    private static Verdict Lowest(VerdictKind kind, ValueList<VerdictPoint> points, string sentence) =>
        Best(kind, points, sentence, point => point.Value);

    // One number alone is no comparison. Ties go to the smaller number.
    private static Verdict Best(VerdictKind kind, ValueList<VerdictPoint> points, string sentence, Func<VerdictPoint, double> cost)
    {
        if (points.Count < 2)
        {
            return new Verdict(kind, VerdictState.Pending, null, points, "Not looked at yet.");
        }

        var best = points.MinBy(cost);
        return best.ClusterCount == 1
            ? new Verdict(kind, VerdictState.NoClusters, 1, points, "One group describes the data best: there may be no clusters at all.")
            : new Verdict(kind, VerdictState.Found, best.ClusterCount, points,
                string.Format(CultureInfo.InvariantCulture, sentence, best.ClusterCount, best.Value));
    }

    private static Verdict Bic(IReadOnlyList<ClusterQuality> curve, ClusterEvidence evidence)
    {
        var points = Points(curve, quality => evidence.Bic.TryGetValue(quality.ClusterCount, out var known) ? known : null);
        return points.Count < curve.Count
            ? Waiting(VerdictKind.Bic, points, curve.Count)
            : Lowest(VerdictKind.Bic, points, "A mixture of bell-shaped groups describes the data best with {0} groups.");
    }

    private static Verdict Stability(IReadOnlyList<ClusterQuality> curve, ClusterEvidence evidence)
    {
        var points = Points(curve, quality => evidence.LowestStability(quality.ClusterCount));
        var wanted = curve.Count(quality => quality.ClusterCount > 1);
        if (points.Count < wanted || wanted == 0)
        {
            return Waiting(VerdictKind.Stability, points, wanted);
        }

        return MostStable(points) is { } found
            ? new Verdict(VerdictKind.Stability, VerdictState.Found, found.ClusterCount, points,
                In($"{found.ClusterCount} is the most segments that are all found again when members are drawn again ({found.Value:0.00} or better)."))
            : new Verdict(VerdictKind.Stability, VerdictState.Undecided, null, points,
                "With every number at least one segment falls apart when members are drawn again.");
    }

    // The better band comes first: five segments that are always found again say more than eight that are just often enough.
    private static VerdictPoint? MostStable(ValueList<VerdictPoint> points)
    {
        var best = points.Max(point => StabilityResult.BandOf(point.Value));
        return best < StabilityBand.Stable ? null : points.Last(point => StabilityResult.BandOf(point.Value) == best);
    }

    private static Verdict Waiting(VerdictKind kind, ValueList<VerdictPoint> points, int wanted) => new(
        kind, VerdictState.Pending, null, points, points.Count == 0 ? "Not looked at yet." : In($"{points.Count} of {wanted} numbers looked at so far."));

    private static ValueList<VerdictPoint> Points(IReadOnlyList<ClusterQuality> curve, Func<ClusterQuality, double?> figure) =>
        [.. curve.Where(quality => figure(quality) is not null).Select(quality => new VerdictPoint(quality.ClusterCount, figure(quality)!.Value))];

    private static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>
/// What the gap says: the box of the original columns decides, that of the principal components is told beside it where it says another
/// number.
/// </summary>
internal static class GapVerdict
{
    public static Verdict Of(ClusterEvidence evidence, int last)
    {
        var (gap, other) = (Curve(evidence.Gap, last), Curve(evidence.PrincipalGap, last));
        if (gap.Count < 2)
        {
            return new Verdict(VerdictKind.Gap, VerdictState.Pending, null, gap, "Not looked at yet.") { OtherCurve = other };
        }

        var count = Rule(gap);
        var sentence = $"{Sentence(count, gap[^1].ClusterCount)} {Beside(count, other)}".TrimEnd();
        var state = count switch
        {
            null => VerdictState.Undecided,
            1 => VerdictState.NoClusters,
            _ => VerdictState.Found,
        };
        return new Verdict(VerdictKind.Gap, state, count, gap, sentence) { OtherCurve = other };
    }

    // The rule looks one number ahead, so that a shorter range may decide less.
    private static int? Rule(ValueList<VerdictPoint> curve) =>
        new GapResult([.. curve.Select(point => point.Value)], [.. curve.Select(point => point.Error)], 1, false).ClusterCount;

    private static string Sentence(int? count, int last) => count switch
    {
        null => In($"Against customers spread evenly, each more segment up to {last} still gains more than chance would."),
        1 => "Dividing gains no more than it would with customers spread evenly: there may be no clusters at all.",
        _ => In($"Against customers spread evenly, more than {count} segments gain no more than chance would."),
    };

    private static string Beside(int? count, ValueList<VerdictPoint> other) => other.Count < 2 || Rule(other) == count ? "" : Rule(other) switch
    {
        null => "Spread evenly along the data's own directions, it settles on no number.",
        1 => "Spread evenly along the data's own directions, it says that there may be none.",
        var there => In($"Spread evenly along the data's own directions, it says {there}."),
    };

    private static ValueList<VerdictPoint> Curve(GapResult? gap, int last) => gap is null
        ? []
        : [.. gap.Gaps.Select((value, i) => new VerdictPoint(i + 1, value, gap.Errors[i])).TakeWhile(point => point.ClusterCount <= last)];

    private static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

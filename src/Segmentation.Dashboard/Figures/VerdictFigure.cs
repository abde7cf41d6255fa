using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Collections;

namespace Segmentation.Dashboard.Figures;

/// <summary>One number of segments on a verdict's curve, in a box of 100 x 40 whose origin is above and left.</summary>
/// <param name="ClusterCount">The number.</param>
/// <param name="X">Its place.</param>
/// <param name="Y">The height of its figure.</param>
/// <param name="High">The upper end of its error, or its height.</param>
/// <param name="Low">The lower end of its error, or its height.</param>
/// <param name="Detail">The figure in words.</param>
public readonly record struct VerdictMark(int ClusterCount, double X, double Y, double High, double Low, string Detail);

/// <summary>What one criterion says, ready to be drawn.</summary>
/// <param name="Kind">The criterion.</param>
/// <param name="Name">Its name.</param>
/// <param name="Says">The number, or a word in its place.</param>
/// <param name="ClusterCount">The number to choose; null where there is none.</param>
/// <param name="About">What it measures, and what it says.</param>
/// <param name="Path">SVG path of its curve.</param>
/// <param name="OtherPath">Of the gap, that of the other box, or empty.</param>
/// <param name="Marks">One per number of segments.</param>
public sealed record VerdictFigure(
    VerdictKind Kind, string Name, string Says, int? ClusterCount, string About, string Path, string OtherPath, ValueList<VerdictMark> Marks)
{
    /// <summary>Width of the box.</summary>
    public const double Width = 100;

    /// <summary>Height of the box.</summary>
    public const double Height = 40;

    private const double Edge = 4;

    /// <summary>The figure of a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="most">The last number of segments on the axis, which begins at 1.</param>
    public static VerdictFigure Of(Verdict verdict, int most)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var all = verdict.Curve.Concat(verdict.OtherCurve).ToArray();
        var low = all.Select(point => point.Value - point.Error).DefaultIfEmpty(0).Min();
        var high = all.Select(point => point.Value + point.Error).DefaultIfEmpty(1).Max();
        double X(int count) => At(count, most);
        double Y(double value) => high > low ? Edge + ((Height - (2 * Edge)) * (high - value) / (high - low)) : Height / 2;
        return new VerdictFigure(
            verdict.Kind,
            verdict.Name,
            Say(verdict),
            verdict.State == VerdictState.Found ? verdict.ClusterCount : null,
            $"{Meaning(verdict.Kind)} {verdict.Sentence}",
            PathOf(verdict.Curve, X, Y),
            PathOf(verdict.OtherCurve, X, Y),
            [.. verdict.Curve.Select(point => new VerdictMark(
                point.ClusterCount, X(point.ClusterCount), Y(point.Value), Y(point.Value + point.Error), Y(point.Value - point.Error), Detail(verdict, point)))]);
    }

    /// <summary>The place of a number of segments on the axis.</summary>
    public static double At(int count, int most) => Edge + ((Width - (2 * Edge)) * (count - 1) / Math.Max(1, most - 1));

    private static string Say(Verdict verdict) => verdict.State switch
    {
        VerdictState.Found => verdict.ClusterCount!.Value.ToString(CultureInfo.InvariantCulture),
        VerdictState.NoClusters => "no clusters",
        VerdictState.Undecided => verdict.Kind == VerdictKind.Elbow ? "no elbow" : "none",
        _ => "…",
    };

    private static string Detail(Verdict verdict, VerdictPoint point) =>
        $"{NumberText.Count(point.ClusterCount, "segment", "segments")}: {verdict.Name} {NumberText.Rounded(point.Value)}"
        + (point.Error > 0 ? $" ± {NumberText.Rounded(point.Error)}" : "");

    private static string PathOf(ValueList<VerdictPoint> points, Func<int, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{x(point.ClusterCount):0.#} {y(point.Value):0.#}");
        }

        return path.ToString();
    }

    private static string Meaning(VerdictKind kind) => kind switch
    {
        VerdictKind.Elbow => "How much of the differences is left within segments; lower is tighter, and more segments are always tighter.",
        VerdictKind.Silhouette => "How much nearer each member is to its own segment than to the next; higher is clearer.",
        VerdictKind.CalinskiHarabasz => "How far segments lie apart for how wide they are; higher is better.",
        VerdictKind.DaviesBouldin => "How much each segment looks like its nearest neighbour; lower is better.",
        VerdictKind.Gap => "How much tighter the segments are than in data without any groups, spread evenly; the dotted line spreads them along the data's own directions. The thin lines are the uncertainty.",
        VerdictKind.Bic => "How well so many bell-shaped groups describe the data, with a charge for each group; lower is better.",
        _ => "How much of the weakest segment is found again when members are drawn again by lot; 1 is all of it, from 0.75 it is stable.",
    };
}

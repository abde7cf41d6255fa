using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>A customer in the biplot.</summary>
/// <param name="X">To the right, -100 to 100.</param>
/// <param name="Y">Down, as SVG has it.</param>
/// <param name="Colour">That of the segment.</param>
public readonly record struct BiplotPoint(double X, double Y, string Colour);

/// <summary>A feature in the biplot: it grows along its arrow.</summary>
/// <param name="X">The tip.</param>
/// <param name="Y">The tip, down.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Anchor">Where its name begins: <c>start</c> or <c>end</c>.</param>
/// <param name="LabelY">Height of the name, apart from the others.</param>
public readonly record struct BiplotArrow(double X, double Y, string Feature, string Anchor, double LabelY);

/// <summary>Customers and features along the first two components (Gabriel 1971).</summary>
/// <param name="Points">Some customers, the same ones every time.</param>
/// <param name="Arrows">The features that take part most.</param>
/// <param name="XTitle">The component across.</param>
/// <param name="YTitle">The component up.</param>
public sealed record BiplotFigure(IReadOnlyList<BiplotPoint> Points, IReadOnlyList<BiplotArrow> Arrows, string XTitle, string YTitle)
{
    /// <summary>Units from the middle to the left or right edge, names included.</summary>
    public const int Reach = 175;

    private const int MaxPoints = 400;
    private const int MaxArrows = 8;
    private const double LongestArrow = 90;
    private const double LineHeight = 12;

    /// <summary>The figure of a snapshot along <paramref name="fit"/>; null where there are no two components.</summary>
    public static BiplotFigure? Of(SegmentationSnapshot snapshot, PrincipalComponents fit)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.Count < 2)
        {
            return null;
        }

        var rows = snapshot.Features.Matrix.Rows;
        int[] drawn = rows <= MaxPoints ? [.. Enumerable.Range(0, rows)] : RowSample.Draw(rows, MaxPoints, seed: 1);
        return new BiplotFigure(PointsOf(snapshot, fit, drawn), ArrowsOf(snapshot, fit), Title(fit, 0), Title(fit, 1));
    }

    private static BiplotPoint[] PointsOf(SegmentationSnapshot snapshot, PrincipalComponents fit, int[] drawn)
    {
        var scores = fit.Scores(snapshot.Features.Matrix, drawn, 2);
        var farthest = Math.Max(double.Epsilon, scores.Cells.ToArray().Max(Math.Abs));
        return [.. drawn.Select((position, i) => new BiplotPoint(
            scores[i, 0] / farthest * 100, -scores[i, 1] / farthest * 100,
            Palette.Segment(snapshot.NumberOf(snapshot.Quality.Clustering.Labels[position]))))];
    }

    private static List<BiplotArrow> ArrowsOf(SegmentationSnapshot snapshot, PrincipalComponents fit)
    {
        var columns = snapshot.Features.Columns;
        double Length(int column) => Math.Sqrt(Math.Pow(fit.Loadings(0)[column], 2) + Math.Pow(fit.Loadings(1)[column], 2));
        int[] longest = [.. Enumerable.Range(0, columns.Count).OrderByDescending(Length).Take(MaxArrows)];
        var unit = LongestArrow / Math.Max(double.Epsilon, Length(longest[0]));
        var arrows = longest.Select(column => (X: fit.Loadings(0)[column] * unit, Y: -fit.Loadings(1)[column] * unit, columns[column].Name));
        return [.. Spaced(arrows.Where(arrow => arrow.X >= 0), "start"), .. Spaced(arrows.Where(arrow => arrow.X < 0), "end")];
    }

    // Names on one side stand below each other, however near their arrows are.
    private static IEnumerable<BiplotArrow> Spaced(IEnumerable<(double X, double Y, string Name)> arrows, string anchor)
    {
        var free = double.NegativeInfinity;
        foreach (var (x, y, name) in arrows.OrderBy(arrow => arrow.Y))
        {
            free = Math.Max(y, free + LineHeight);
            yield return new BiplotArrow(x, y, name, anchor, free);
        }
    }

    private static string Title(PrincipalComponents fit, int component) => $"PC {component + 1} ({NumberText.Share(fit.ExplainedRatios[component])})";
}

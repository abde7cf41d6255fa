using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using static Segmentation.Core.Reporting.ReportText;

namespace Segmentation.Core.Reporting;

/// <summary>The drawings of a report, as SVG that needs no script.</summary>
internal sealed class ReportCharts(HtmlWriter html, SegmentationSnapshot snapshot)
{
    /// <summary>Most points on the map.</summary>
    private const int MostPoints = 1_500;

    // More rows than this change the directions by less than a dot.
    private const int FitRows = 50_000;

    private const int Width = 640;
    private const int Height = 400;
    private const int Side = 44;
    private const int PanelWidth = 300;
    private const int PanelHeight = 180;
    private const string Line = "#3a40c8";

    /// <summary>The customers in the plane of the two features, or of the two directions in which they differ most.</summary>
    public void Map()
    {
        var matrix = snapshot.Features.Matrix;
        if (matrix.Columns < 2)
        {
            return;
        }

        var rows = matrix.Rows <= MostPoints ? [.. Enumerable.Range(0, matrix.Rows)] : RowSample.Draw(matrix.Rows, MostPoints, seed: 1);
        var (x, y, across, up) = Plane(matrix, rows);
        html.Element("figure", () =>
        {
            Svg(Width, Height, "Map of the segments", () => Points(rows, x, y));
            var drawn = rows.Length < matrix.Rows ? $" {Count(rows.Length)} of {Count(matrix.Rows)} drawn." : "";
            html.Element("figcaption", $"Across: {across}. Up: {up}.{drawn}");
        });
    }

    /// <summary>How inertia and silhouette move with the number of segments.</summary>
    public void Curve(IReadOnlyList<ClusterQuality> curve)
    {
        if (curve.Count < 2)
        {
            return;
        }

        html.Element("figure", () =>
        {
            Panel("Inertia", [.. curve.Select(quality => (quality.ClusterCount, quality.Clustering.Inertia))]);
            var judged = curve.Where(quality => quality.Silhouette is not null);
            Panel("Silhouette", [.. judged.Select(quality => (quality.ClusterCount, quality.Silhouette!.Mean))]);
            html.Element("figcaption", $"By number of segments; {snapshot.SegmentCount} is marked.");
        });
    }

    /// <summary>A bar for a share of 0 to 1 in a segment's colour.</summary>
    public void Bar(double share, int segment) => Svg(120, 12, Share(share), () => html.Void(
        "rect", ("width", At(120 * share)), ("height", "12"), ("fill", SegmentColours.Of(segment))));

    /// <summary>The colour of a mean: blue below that of all, red above, pale at it.</summary>
    public static string HeatOf(double standardisedDifference)
    {
        const double Full = 2;
        var strength = double.IsNaN(standardisedDifference) ? 0 : Math.Min(1, Math.Abs(standardisedDifference) / Full) * 0.5;
        var (red, green, blue) = standardisedDifference < 0 ? (0x21, 0x66, 0xac) : (0xb2, 0x18, 0x2b);
        return $"#{Mixed(red):x2}{Mixed(green):x2}{Mixed(blue):x2}";

        int Mixed(int colour) => (int)Math.Round(0xf7 + (strength * (colour - 0xf7)));
    }

    private (double[] X, double[] Y, string Across, string Up) Plane(FeatureMatrix matrix, int[] rows)
    {
        var names = snapshot.Features.Columns;
        if (matrix.Columns == 2)
        {
            return (
                Array.ConvertAll(rows, row => matrix[row, 0]),
                Array.ConvertAll(rows, row => matrix[row, 1]),
                Name(names[0].Name),
                Name(names[1].Name));
        }

        var fitted = matrix.Rows <= FitRows ? matrix : matrix.Take(RowSample.Draw(matrix.Rows, FitRows, seed: 1));
        var components = PrincipalComponents.Fit(fitted);
        var scores = components.Scores(matrix, rows, 2);
        return (scores.Column(0).ToArray(), scores.Column(1).ToArray(), Direction(0), Direction(1));

        string Direction(int component)
        {
            var loadings = components.Loadings(component).ToArray();
            var strongest = loadings.Index().OrderByDescending(loading => Math.Abs(loading.Item)).Take(2)
                .Select(loading => $"{(loading.Item < 0 ? "less " : "")}{Name(names[loading.Index].Name)}");
            return $"{string.Join(", ", strongest)} ({Share(components.ExplainedRatios[component])} of the variation)";
        }
    }

    // Points of one segment share a group, which names the colour once; the unassigned lie at the bottom.
    private void Points(int[] rows, double[] x, double[] y)
    {
        var labels = snapshot.Quality.Clustering.Labels;
        var (across, up) = (Scale(x, Width), Scale(y, Height));
        foreach (var group in Enumerable.Range(0, rows.Length).GroupBy(i => snapshot.NumberOf(labels[rows[i]])).OrderBy(group => group.Key))
        {
            html.Element("g", () =>
            {
                foreach (var i in group)
                {
                    html.Void("circle", ("cx", At(across(x[i]))), ("cy", At(Height - up(y[i]))), ("r", "2.5"));
                }
            }, ("fill", SegmentColours.Of(group.Key)), ("fill-opacity", "0.75"));
        }

        foreach (var segment in Enumerable.Range(0, rows.Length).Where(i => labels[rows[i]] != ClusteringResult.Unassigned)
            .GroupBy(i => snapshot.NumberOf(labels[rows[i]])).OrderBy(segment => segment.Key))
        {
            Mark(segment.Key, across(segment.Average(i => x[i])), Height - up(segment.Average(i => y[i])));
        }
    }

    private void Mark(int number, double x, double y)
    {
        html.Void(
            "circle",
            ("cx", At(x)), ("cy", At(y)), ("r", "10"), ("fill", "#ffffff"), ("stroke", SegmentColours.Of(number)), ("stroke-width", "2"));
        html.Element("text", Count(number), ("x", At(x)), ("y", At(y + 4)), ("text-anchor", "middle"));
    }

    private static Func<double, double> Scale(double[] values, int length)
    {
        const int Margin = 14;
        var (low, high) = (values.Min(), values.Max());
        return value => high > low ? Margin + ((value - low) / (high - low) * (length - (2 * Margin))) : length / 2.0;
    }

    private void Panel(string title, (int Count, double Value)[] points)
    {
        if (points.Length < 2)
        {
            return;
        }

        var (low, high) = (points.Min(point => point.Value), points.Max(point => point.Value));
        Svg(PanelWidth, PanelHeight, title, () =>
        {
            html.Element("text", title, ("x", "4"), ("y", "14"), ("font-weight", "600"));
            html.Element("text", Number(high), ("x", At(Side - 4)), ("y", "34"), ("text-anchor", "end"));
            html.Element("text", Number(low), ("x", At(Side - 4)), ("y", At(PanelHeight - 24)), ("text-anchor", "end"));
            var path = string.Join(' ', points.Select(point => $"{At(X(point.Count))},{At(Y(point.Value))}"));
            html.Void("polyline", ("points", path), ("fill", "none"), ("stroke", Line), ("stroke-width", "2"));
            foreach (var (count, value) in points)
            {
                var radius = count == snapshot.SegmentCount ? "5" : "2.5";
                html.Void("circle", ("cx", At(X(count))), ("cy", At(Y(value))), ("r", radius), ("fill", Line));
                html.Element("text", Count(count), ("x", At(X(count))), ("y", At(PanelHeight - 6)), ("text-anchor", "middle"));
            }
        });

        double X(int count) =>
            Side + 8 + ((double)(count - points[0].Count) / (points[^1].Count - points[0].Count) * (PanelWidth - Side - 24));

        double Y(double value) => high > low ? 30 + ((high - value) / (high - low) * (PanelHeight - 60)) : PanelHeight / 2.0;
    }

    private void Svg(int width, int height, string label, Action content) => html.Element(
        "svg",
        content,
        ("viewBox", $"0 0 {width} {height}"), ("width", $"{width}"), ("height", $"{height}"), ("role", "img"), ("aria-label", label));
}

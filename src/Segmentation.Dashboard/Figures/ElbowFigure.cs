using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;

namespace Segmentation.Dashboard.Figures;

/// <summary>
/// How inertia falls and the silhouette moves with the number of segments, one panel each over a common axis; the elbow,
/// the suggested and the chosen number are marked.
/// </summary>
public static class ElbowFigure
{
    private const double ChosenRadius = 5.5;
    private const int MarkSize = 6;

    /// <summary>The figure of <paramref name="curve"/>, with nothing chosen. A mixture shows its criterion (BIC) in the place of the inertia.</summary>
    /// <param name="curve">The numbers of segments that were tried, ascending.</param>
    /// <param name="suggestion">What is suggested; null when nothing is yet.</param>
    public static PlotlyFigure Of(IReadOnlyList<ClusterQuality> curve, ClusterCountChoice? suggestion)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var judged = curve.Where(point => point.Silhouette is not null).ToArray();
        return new PlotlyFigure(
            [
                Trace(IsMixture(curve) ? "BIC" : "Inertia", "y", curve, Fit),
                Trace("Silhouette", "y2", judged, point => point.Silhouette!.Mean),
            ],
            Layout(curve, ElbowOf(curve, suggestion)));
    }

    /// <summary>What marks the chosen number of segments, and the elbow, over that figure.</summary>
    public static IReadOnlyList<object> Marks(IReadOnlyList<ClusterQuality> curve, int chosen, ClusterCountChoice? suggestion)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var marks = new List<object> { Line(chosen, Palette.Accent, "solid") };
        if (ElbowOf(curve, suggestion) is { } elbow)
        {
            marks.Add(Line(elbow, Palette.InkSoft, "dot"));
        }

        if (curve.FirstOrDefault(point => point.ClusterCount == chosen) is { } at)
        {
            marks.Add(Dot(chosen, "y", Fit(at)));
            if (at.Silhouette is { } silhouette)
            {
                marks.Add(Dot(chosen, "y2", silhouette.Mean));
            }
        }

        return marks;
    }

    /// <summary>The number of segments of a point, by its trace and its place there; null when there is no such point.</summary>
    public static int? CountAt(IReadOnlyList<ClusterQuality> curve, int trace, int point)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return curve.Where(entry => trace == 0 || entry.Silhouette is not null).ElementAtOrDefault(point)?.ClusterCount;
    }

    /// <summary>The figure in a sentence.</summary>
    public static string Summary(IReadOnlyList<ClusterQuality> curve, int chosen, ClusterCountChoice? suggestion)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var at = curve.FirstOrDefault(point => point.ClusterCount == chosen);
        var now = at is null ? "" : $"At {NumberText.Count(chosen, "segment", "segments")} the {(IsMixture(curve) ? "BIC" : "inertia")} is {NumberText.Rounded(Fit(at))}"
            + (at.Silhouette is { } silhouette ? $" and the mean silhouette {NumberText.Rounded(silhouette.Mean)}." : ".");
        var elbow = ElbowOf(curve, suggestion) is { } bend ? $" The elbow is at {bend}." : "";
        return now + elbow + (suggestion is null ? "" : $" Suggested: {suggestion.ClusterCount}.");
    }

    private static bool IsMixture(IReadOnlyList<ClusterQuality> curve) => curve.Count > 0 && curve[0].Bic is not null;

    private static double Fit(ClusterQuality point) => point.Bic ?? point.Clustering.Inertia;

    // The elbow is the inertia's.
    private static int? ElbowOf(IReadOnlyList<ClusterQuality> curve, ClusterCountChoice? suggestion) => IsMixture(curve) ? null : suggestion?.Elbow;

    private static object Trace(string name, string axis, IReadOnlyList<ClusterQuality> points, Func<ClusterQuality, double> value) => new
    {
        type = "scatter",
        mode = "lines+markers",
        name,
        x = points.Select(point => point.ClusterCount).ToArray(),
        y = points.Select(value).ToArray(),
        yaxis = axis,
        text = points.Select(point => NumberText.Full(value(point))).ToArray(),
        hovertemplate = $"%{{x}} segments<br>{name} %{{text}}<extra></extra>",
        line = new { color = Palette.InkSoft, width = 1.5 },
        marker = new { color = Palette.InkSoft, size = MarkSize, opacity = 1 },
        cliponaxis = false,
    };

    private static object Layout(IReadOnlyList<ClusterQuality> curve, int? elbow)
    {
        var most = Math.Max(ClusteringOptions.MaxClusters, curve.Count == 0 ? 1 : curve[^1].ClusterCount);
        return new
        {
            margin = new { l = 44, r = 10, t = 16, b = 34 },
            dragmode = false,
            hovermode = "closest",
            xaxis = new { title = new { text = "number of segments" }, range = new[] { 0.5, most + 0.5 }, dtick = most <= 20 ? 5 : 10, tick0 = 0, zeroline = false, anchor = "y2", fixedrange = true },
            yaxis = new { title = new { text = IsMixture(curve) ? "BIC" : "inertia" }, domain = new[] { 0.54, 1.0 }, rangemode = IsMixture(curve) ? "normal" : "tozero", nticks = 3, tickformat = "~s", fixedrange = true },
            yaxis2 = new { title = new { text = "silhouette" }, domain = new[] { 0.0, 0.44 }, nticks = 3, tickformat = ".2~f", fixedrange = true },
            annotations = elbow is { } bend ? new[] { Label(bend) } : [],
        };
    }

    private static object Line(int count, string colour, string dash) => new
    {
        type = "line",
        xref = "x",
        yref = "paper",
        x0 = count,
        x1 = count,
        y0 = 0,
        y1 = 1,
        layer = "below",
        line = new { color = colour, width = 1, dash },
    };

    private static object Dot(int count, string axis, double value) => new
    {
        type = "circle",
        xref = "x",
        yref = axis,
        xsizemode = "pixel",
        ysizemode = "pixel",
        xanchor = count,
        yanchor = value,
        x0 = -ChosenRadius,
        x1 = ChosenRadius,
        y0 = -ChosenRadius,
        y1 = ChosenRadius,
        fillcolor = Palette.Accent,
        line = new { width = 0 },
    };

    private static object Label(int count) => new
    {
        x = count,
        xref = "x",
        y = 1,
        yref = "paper",
        yanchor = "bottom",
        text = "elbow",
        showarrow = false,
        font = new { size = 12, color = Palette.InkSoft },
    };
}

using System.Text;
using Segmentation.Core.Cleaning;

namespace Segmentation.Dashboard.Figures;

/// <summary>
/// A lying box plot with its fences, in per cent of its width from the left. The scale holds the column's values and,
/// as far as they lie nearby, the fences, so that a threshold that moves does not make the box move.
/// </summary>
public sealed record BoxFigure
{
    // Values that lie very far out would press the box into a line; beyond so many box widths they are drawn at the edge.
    private const double FarthestBoxes = 12;

    // Room for the fences of a wide threshold, in parts of the values' range.
    private const double Margin = 0.06;

    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>The value at the left edge.</summary>
    public required double From { get; init; }

    /// <summary>The value at the right edge.</summary>
    public required double To { get; init; }

    /// <summary>Whether values lie beyond the left edge; they are drawn at it.</summary>
    public bool IsCutLeft { get; init; }

    /// <summary>Whether values lie beyond the right edge; they are drawn at it.</summary>
    public bool IsCutRight { get; init; }

    /// <summary>Where the whiskers end: the fences, or the extremes within them.</summary>
    public required (double Left, double Right) Whiskers { get; init; }

    /// <summary>The quartiles.</summary>
    public required (double Left, double Right) Box { get; init; }

    /// <summary>The median.</summary>
    public required double Median { get; init; }

    /// <summary>The lower fence; null when there is none or it lies beyond the edge.</summary>
    public double? LowerFence { get; init; }

    /// <summary>The upper fence; null when there is none or it lies beyond the edge.</summary>
    public double? UpperFence { get; init; }

    /// <summary>The values beyond the fences as an SVG path of dots in a field 100 wide, at height 0; empty for none.</summary>
    public required string Dots { get; init; }

    /// <summary>One sentence for those who cannot see it.</summary>
    public required string Summary { get; init; }

    /// <summary>The figure of a finding.</summary>
    public static BoxFigure Of(OutlierFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var box = finding.Box;
        var (from, to) = ScaleOf(box);
        double At(double value) => to > from ? Math.Clamp((value - from) / (to - from), 0, 1) * 100 : 50;
        return new BoxFigure
        {
            Column = finding.Column,
            From = from,
            To = to,
            IsCutLeft = box.Minimum < from,
            IsCutRight = box.Maximum > to,
            Whiskers = (At(Math.Max(box.Minimum, finding.Lower ?? double.NegativeInfinity)), At(Math.Min(box.Maximum, finding.Upper ?? double.PositiveInfinity))),
            Box = (At(box.LowerQuartile), At(box.UpperQuartile)),
            Median = At(box.Median),
            LowerFence = finding.Lower is { } lower && lower >= from && to > from ? At(lower) : null,
            UpperFence = finding.Upper is { } upper && upper <= to && to > from ? At(upper) : null,
            Dots = DotsOf(finding.Extremes, At),
            Summary = SummaryOf(finding),
        };
    }

    private static (double From, double To) ScaleOf(FiveNumbers box)
    {
        var reach = FarthestBoxes * (box.UpperQuartile - box.LowerQuartile);
        var from = reach > 0 ? Math.Max(box.Minimum, box.LowerQuartile - reach) : box.Minimum;
        var to = reach > 0 ? Math.Min(box.Maximum, box.UpperQuartile + reach) : box.Maximum;
        var margin = Margin * (to - from);
        return (from - margin, to + margin);
    }

    // Dots that fall on the same place are drawn once: a path says less than two hundred circles.
    private static string DotsOf(double[] extremes, Func<double, double> at)
    {
        var path = new StringBuilder();
        var last = "";
        foreach (var value in extremes)
        {
            var place = NumberText.Css(Math.Round(at(value), 1));
            if (place != last)
            {
                path.Append('M').Append(place).Append(" 0h0");
                last = place;
            }
        }

        return path.ToString();
    }

    private static string SummaryOf(OutlierFinding finding)
    {
        var box = finding.Box;
        var fences = (finding.Lower, finding.Upper) switch
        {
            ({ } lower, { } upper) => $"fences at {NumberText.Rounded(lower)} and {NumberText.Rounded(upper)}",
            ({ } lower, null) => $"a fence at {NumberText.Rounded(lower)}",
            (null, { } upper) => $"a fence at {NumberText.Rounded(upper)}",
            _ => "no fences",
        };
        return $"From {NumberText.Rounded(box.Minimum)} to {NumberText.Rounded(box.Maximum)}, half of them between {NumberText.Rounded(box.LowerQuartile)} "
            + $"and {NumberText.Rounded(box.UpperQuartile)}, median {NumberText.Rounded(box.Median)}, {fences}.";
    }
}

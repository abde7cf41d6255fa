using System.Globalization;

namespace Segmentation.Dashboard.Figures;

/// <summary>
/// Names of the colours in <c>wwwroot-assets/css/tokens.css</c>, to be used in markup and in figures alike;
/// the charts resolve them when they draw, and again when the theme changes.
/// </summary>
public static class Palette
{
    /// <summary>How many segments have a colour of their own; further ones begin again.</summary>
    public const int Segments = 20;

    public const string Ink = "var(--ink)";
    public const string InkSoft = "var(--ink-soft)";
    public const string Accent = "var(--accent)";
    public const string Surface = "var(--surface)";
    public const string Grid = "var(--chart-grid)";
    public const string Axis = "var(--chart-axis)";
    public const string HeatLow = "var(--heat-low)";
    public const string HeatMiddle = "var(--heat-middle)";
    public const string HeatHigh = "var(--heat-high)";

    /// <summary>Customers in no segment.</summary>
    public const string NoSegment = "var(--segment-none)";

    /// <summary>The colour of a segment, numbered from 1; 0 stands for customers in none.</summary>
    public static string Segment(int number) => $"var(--segment-{NameOf(number)})";

    /// <summary>The colour of text on a segment's colour.</summary>
    public static string OnSegment(int number) => $"var(--on-segment-{NameOf(number)})";

    private static string NameOf(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number == 0 ? "none" : (((number - 1) % Segments) + 1).ToString(CultureInfo.InvariantCulture);
    }
}

namespace Segmentation.Core.Reporting;

/// <summary>The segments' colours on paper: those of the dashboard's light theme, which a test holds them to.</summary>
public static class SegmentColours
{
    private const string None = "#a9afb8";

    private static readonly string[] s_colours =
    [
        "#0067b8", "#d9600a", "#800902", "#259cca", "#6b1667", "#b03d58", "#d6638b", "#8966f9", "#1400c8", "#0a4632",
        "#964600", "#289646", "#64648c", "#00968c", "#fa5a5a", "#284696", "#6e14fa", "#146e50", "#6e3c5a", "#e65abe",
    ];

    /// <summary>The colour of a segment by its number; 0 stands for rows in none, and beyond twenty they begin again.</summary>
    public static string Of(int number) => number == 0 ? None : s_colours[(number - 1) % s_colours.Length];
}

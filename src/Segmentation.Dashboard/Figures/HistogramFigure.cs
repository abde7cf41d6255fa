using System.Text;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>A histogram small enough for a table's cell: one SVG path in a field of <see cref="Width"/> x <see cref="Height"/>.</summary>
/// <param name="Path">The bars; empty without values.</param>
/// <param name="Summary">One sentence for those who cannot see it.</param>
public sealed record HistogramFigure(string Path, string Summary)
{
    /// <summary>Units from the left edge to the right.</summary>
    public const int Width = 120;

    /// <summary>Units of the highest bar.</summary>
    public const int Height = 28;

    // Two categories are two bars, not two walls.
    private const int FewestSlots = 8;

    private const int MostNamed = 3;

    /// <summary>The figure of a column.</summary>
    public static HistogramFigure Of(DataColumn column, ColumnSummary summary)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(summary);
        return (summary.Bins.Count, summary.Top.Count) switch
        {
            (0, 0) => new HistogramFigure("", "No values"),
            (0, _) => new HistogramFigure(Bars([.. summary.Top.Select(text => text.Count)]), WordsOf(summary)),
            _ => new HistogramFigure(Bars([.. summary.Bins.Select(bin => bin.Count)]), WordsOf(column, summary.Bins)),
        };
    }

    /// <summary>The figure of given bars, one per count.</summary>
    public static HistogramFigure OfCounts(IReadOnlyList<int> counts, string summary)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new HistogramFigure(counts.Count == 0 ? "" : Bars([.. counts]), summary);
    }

    // A bar that holds anything at all is at least one unit high, so that rare values are seen.
    internal static string Bars(int[] counts)
    {
        var path = new StringBuilder();
        var (slot, highest) = ((double)Width / Math.Max(FewestSlots, counts.Length), Math.Max(1, counts.Max()));
        var gap = Math.Min(2, slot / 6);
        for (var bar = 0; bar < counts.Length; bar++)
        {
            if (counts[bar] > 0)
            {
                var height = Math.Max(1, (double)counts[bar] / highest * Height);
                path.Append('M').Append(NumberText.Css(bar * slot)).Append(' ').Append(Height).Append('v').Append(NumberText.Css(-height))
                    .Append('h').Append(NumberText.Css(slot - gap)).Append('v').Append(NumberText.Css(height)).Append('z');
            }
        }

        return path.ToString();
    }

    private static string WordsOf(DataColumn column, IReadOnlyList<HistogramBin> bins)
    {
        var fullest = bins.MaxBy(bin => bin.Count)!;
        return $"{Value(column, bins[0].From)} to {Value(column, bins[^1].To)}, most between {Value(column, fullest.From)} and {Value(column, fullest.To)}";
    }

    private static string WordsOf(ColumnSummary summary)
    {
        var named = summary.Top.Take(MostNamed).Select(text => $"{Short(text.Text)} {NumberText.Share((double)text.Count / summary.Count)}");
        return $"Most frequent: {string.Join(", ", named)}";
    }

    private static string Value(DataColumn column, double value) => column is DateColumn
        ? new DateTime((long)Math.Clamp(value, 0, DateTime.MaxValue.Ticks)).ToString(DateColumn.IsoDate, System.Globalization.CultureInfo.InvariantCulture)
        : ValueText.Rounded(value, column);

    private static string Short(string text) => text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "…") : text;
}

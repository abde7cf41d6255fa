namespace Segmentation.Core.Frame;

/// <summary>One bar of a histogram: values from <paramref name="From"/> up to <paramref name="To"/>, which only the last bar includes.</summary>
/// <param name="From">Lower end; ticks for dates.</param>
/// <param name="To">Upper end; ticks for dates.</param>
/// <param name="Count">How many values.</param>
public sealed record HistogramBin(double From, double To, int Count);

/// <summary>How often a text comes.</summary>
/// <param name="Text">The text.</param>
/// <param name="Count">Its cells.</param>
public sealed record TextCount(string Text, int Count);

/// <summary>The shape of a column at a glance: a small histogram, or the most frequent texts. One pass, no sort.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Count">Cells that hold a value.</param>
/// <param name="Missing">Cells that hold none.</param>
/// <param name="Bins">At most <see cref="MostBins"/> bars of one width for numbers and dates; empty for texts.</param>
/// <param name="Top">At most <see cref="MostTexts"/> texts, the most frequent first, ties in order of appearance; empty for numbers and dates.</param>
/// <param name="Others">Cells that hold another text than those.</param>
public sealed record ColumnSummary(
    string Name, int Count, int Missing, IReadOnlyList<HistogramBin> Bins, IReadOnlyList<TextCount> Top, int Others)
{
    /// <summary>Bars that can still be told apart in a table's cell.</summary>
    public const int MostBins = 20;

    /// <summary>Texts that can still be read there.</summary>
    public const int MostTexts = 10;

    /// <summary>The share of missing cells, 0 to 1; 0 for a column without rows.</summary>
    public double MissingShare => Count + Missing == 0 ? 0 : Missing / (double)(Count + Missing);

    /// <summary>Summarises <paramref name="column"/>.</summary>
    public static ColumnSummary Of(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var (count, missing) = (column.Length - column.Missing.Count, column.Missing.Count);
        if (column is TextColumn texts)
        {
            var top = MostFrequent(texts);
            return new ColumnSummary(column.Name, count, missing, [], top, count - top.Sum(text => text.Count));
        }

        return new ColumnSummary(column.Name, count, missing, column is NumberColumn numbers ? Histogram(numbers) : Histogram((DateColumn)column), [], 0);
    }

    private static List<TextCount> MostFrequent(TextColumn column)
    {
        var counts = column.CountCodes();
        return [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).OrderByDescending(code => counts[code]).Take(MostTexts)
            .Select(code => new TextCount(column.Dictionary[code], counts[code]))];
    }

    private static HistogramBin[] Histogram(DateColumn column)
    {
        var ticks = new double[column.Length];
        for (var row = 0; row < ticks.Length; row++)
        {
            ticks[row] = column[row] == DateTime.MinValue ? double.NaN : column[row].Ticks;
        }

        return Histogram(ticks, isInteger: false);
    }

    private static HistogramBin[] Histogram(NumberColumn column) => Histogram(column.Values, column.Type == ColumnType.Integer);

    private static HistogramBin[] Histogram(ReadOnlySpan<double> values, bool isInteger)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            least = value < least ? value : least;         // a comparison with NaN is false
            greatest = value > greatest ? value : greatest;
        }

        if (least > greatest)
        {
            return [];
        }

        // Few whole numbers get a bar each, in whose middle they are.
        var perNumber = isInteger && greatest - least < MostBins;
        var (start, end) = perNumber ? (least - 0.5, greatest + 0.5) : (least, greatest);
        var bins = perNumber ? (int)(greatest - least) + 1 : least == greatest ? 1 : MostBins;
        return CountInto(values, start, end, bins);
    }

    private static HistogramBin[] CountInto(ReadOnlySpan<double> values, double start, double end, int bins)
    {
        var counts = new int[bins];
        var width = (end / bins) - (start / bins);   // divided first, so that no range is too wide
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                var bin = width > 0 ? (int)((value - start) / width) : 0;
                counts[Math.Clamp(bin, 0, bins - 1)]++;
            }
        }

        return [.. counts.Select((count, bin) => new HistogramBin(start + (bin * width), bin == bins - 1 ? end : start + ((bin + 1) * width), count))];
    }
}

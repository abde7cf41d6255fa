using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>A column of numbers in figures. Of dates, ticks.</summary>
/// <param name="Mean">The arithmetic mean.</param>
/// <param name="StandardDeviation">Of a sample, divided by n - 1; null of fewer than two values.</param>
/// <param name="Skew">
/// The adjusted Fisher-Pearson coefficient G1, as in pandas, Excel and SAS: the third standardised moment with the correction for small
/// samples sqrt(n (n - 1)) / (n - 2) (Joanes and Gill 1998). Over 0 for a tail to the right; null of fewer than three values or without
/// spread.
/// </param>
/// <param name="Box">The five numbers, by type-7 quantiles.</param>
/// <param name="Below">Values under the lower fence.</param>
/// <param name="Above">Values over the upper fence.</param>
public sealed record NumberFigures(double Mean, double? StandardDeviation, double? Skew, FiveNumbers Box, int Below, int Above)
{
    /// <summary>Values beyond a fence.</summary>
    public int Outliers => Below + Above;

    internal static NumberFigures Of(SortedValues values, Fences fences) => new(
        values.Mean,
        values.Count < 2 ? null : values.StandardDeviation,
        SkewOf(values),
        values.Box,
        fences.Lower is { } lower ? values.CountBelow(lower) : 0,
        fences.Upper is { } upper ? values.CountAbove(upper) : 0);

    // Differences are taken in parts of the largest one, so that no power of them overflows.
    private static double? SkewOf(SortedValues values)
    {
        var (n, mean) = ((double)values.Count, values.Mean);
        var largest = values.Count < 3 ? 0 : Math.Max(mean - values.Span[0], values.Span[^1] - mean);
        if (!(largest > 0) || !double.IsFinite(largest) || values.Span[0] == values.Span[^1])
        {
            return null;
        }

        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values.Span)
        {
            var difference = (value - mean) / largest;
            squares += difference * difference;
            cubes += difference * difference * difference;
        }

        var spread = squares / n;
        return Math.Sqrt(n * (n - 1)) / (n - 2) * (cubes / n) / (spread * Math.Sqrt(spread));
    }
}

/// <summary>What some rows hold in a column.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Missing">Those without a value.</param>
/// <param name="Counts">Per slot of the column's axis its rows.</param>
/// <param name="Figures">In numbers; null of categories and without values.</param>
public sealed record ColumnStatistics(string Column, int Rows, int Missing, IReadOnlyList<int> Counts, NumberFigures? Figures)
{
    /// <summary>The share of rows without a value, 0 to 1; 0 of no rows.</summary>
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;

    /// <summary>Counts some rows of a column on an axis of it.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="overview">The column's axis, and where its fences stand.</param>
    /// <param name="rows">The rows; a filter's, a segment's or both.</param>
    public static ColumnStatistics Of(CodedFrame frame, ColumnOverview overview, RowMask rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(rows);
        var column = frame[overview.Column];
        var values = column.HasOrder ? SelectedValues.Of(column, rows) : null;
        return Of(column, overview.Axis, overview.Fences, rows, values);
    }

    internal static ColumnStatistics Of(CodedColumn column, ColumnAxis axis, Fences fences, RowMask rows, SortedValues? values)
    {
        var counts = values is null ? CountCategories(column, axis, rows) : CountRanges(axis, values);
        var figures = values is { Count: > 0 } ? NumberFigures.Of(values, fences) : null;
        return new ColumnStatistics(axis.Column, rows.Count, rows.CountMissing(column.Column.Missing), counts, figures);
    }

    private static int[] CountCategories(CodedColumn column, ColumnAxis axis, RowMask rows)
    {
        var (counts, slots) = (new int[axis.Slots.Count], axis.SlotsOfLevels(column));
        foreach (var (code, count) in column.Count(rows).Index())
        {
            if (count > 0 && counts.Length > 0)
            {
                counts[slots[code]] += count;
            }
        }

        return counts;
    }

    private static int[] CountRanges(ColumnAxis axis, SortedValues values)
    {
        var counts = new int[axis.Slots.Count];
        for (var (slot, before) = (0, 0); slot < counts.Length; slot++)
        {
            var until = slot == counts.Length - 1 ? values.Count : values.CountBelow(axis.Slots[slot + 1].From);
            (counts[slot], before) = (until - before, until);
        }

        return counts;
    }
}

using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>Ranges of dates as calendars have them: days, weeks, months, quarters, years.</summary>
internal static class DateSlots
{
    private static readonly int[] s_days = [1, 7];
    private static readonly int[] s_months = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000];

    public static ValueList<AxisSlot> Of(DateColumn column, SortedValues values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var (first, last) = (new DateTime((long)values.Span[0]), new DateTime((long)values.Span[^1]));
        var edges = EdgesOf(first, last);
        return [.. edges.Select((from, place) =>
        {
            var before = place < edges.Count - 1 ? edges[place + 1] : (DateTime?)null;
            // The last range has no end, so that it holds the last moment too.
            return new AxisSlot(new DateRange(column.Name, from, before), from.Ticks, (before ?? last).Ticks);
        })];
    }

    private static List<DateTime> EdgesOf(DateTime first, DateTime last) =>
        s_days.Select(days => ByDays(first, last, days)).Concat(s_months.Select(months => ByMonths(first, last, months)))
            .First(edges => edges.Count <= ColumnAxis.MaxRanges);

    private static List<DateTime> ByDays(DateTime first, DateTime last, int days)
    {
        var edges = new List<DateTime>();
        for (var ticks = first.Date.Ticks; ticks <= last.Ticks && edges.Count <= ColumnAxis.MaxRanges; ticks += days * TimeSpan.TicksPerDay)
        {
            edges.Add(new DateTime(ticks));
        }

        return edges;
    }

    // Counted from the year 1, so that quarters begin in January and decades in years that end with 0.
    private static List<DateTime> ByMonths(DateTime first, DateTime last, int months)
    {
        var edges = new List<DateTime>();
        var (start, end) = ((first.Year * 12) + first.Month - 1, (last.Year * 12) + last.Month - 1);
        for (var month = start / months * months; month <= end && edges.Count <= ColumnAxis.MaxRanges; month += months)
        {
            edges.Add(new DateTime(Math.Max(1, month / 12), month < 12 ? 1 : (month % 12) + 1, 1));
        }

        return edges;
    }
}

namespace Segmentation.Core.Features.Expressions;

internal sealed class DatePartNode(Node<long> date, Func<DateTime, int> part) : Node<double>(ValueKind.Number)
{
    public override void Fill(int start, Span<double> cells, Workspace workspace)
    {
        var dates = workspace.Borrow<long>(cells.Length);
        date.Fill(start, dates, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = dates[i] == Missing.Date ? Missing.Number : part(new DateTime(dates[i]));
        }

        workspace.Return();
    }
}

internal sealed class DateDifferenceNode(Node<long> from, Node<long> to, Func<DateTime, DateTime, double> difference)
    : Node<double>(ValueKind.Number)
{
    public override void Fill(int start, Span<double> cells, Workspace workspace)
    {
        var first = workspace.Borrow<long>(cells.Length);
        var last = workspace.Borrow<long>(cells.Length);
        from.Fill(start, first, workspace);
        to.Fill(start, last, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = first[i] == Missing.Date || last[i] == Missing.Date
                ? Missing.Number
                : difference(new DateTime(first[i]), new DateTime(last[i]));
        }

        workspace.Return();
        workspace.Return();
    }
}

/// <summary>The earlier of two dates, or the later.</summary>
internal sealed class DateExtremeNode(Node<long> left, Node<long> right, bool latest) : Node<long>(ValueKind.Date)
{
    public override void Fill(int start, Span<long> cells, Workspace workspace)
    {
        left.Fill(start, cells, workspace);
        var others = workspace.Borrow<long>(cells.Length);
        right.Fill(start, others, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i] == Missing.Date || others[i] == Missing.Date ? Missing.Date
                : latest ? Math.Max(cells[i], others[i])
                : Math.Min(cells[i], others[i]);
        }

        workspace.Return();
    }
}

/// <summary>How far apart two dates are.</summary>
internal static class DateDifference
{
    /// <summary>Days, with their fraction where there is a time of day; negative when <paramref name="to"/> is the earlier.</summary>
    public static double Days(DateTime from, DateTime to) => (to - from).TotalDays;

    /// <summary>
    /// Whole months, and the share that has passed of the one begun. A month after the 31st ends on the last day of a shorter
    /// one. Whole on every monthly day; changing the order changes the sign only.
    /// </summary>
    public static double Months(DateTime from, DateTime to)
    {
        if (to < from)
        {
            return -Months(to, from);
        }

        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        months -= from.AddMonths(months) > to ? 1 : 0;
        var begun = from.AddMonths(months);
        if (begun == to)
        {
            return months;
        }

        // The last month of the calendar has no end that could be named.
        var days = months + 1 <= MonthsLeft(from) ? (from.AddMonths(months + 1) - begun).TotalDays : 31;
        return months + ((to - begun).TotalDays / days);
    }

    /// <summary>A twelfth of <see cref="Months"/>.</summary>
    public static double Years(DateTime from, DateTime to) => Months(from, to) / 12;

    /// <summary>1 for Monday to 7 for Sunday (ISO 8601).</summary>
    public static int Weekday(DateTime date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    /// <summary>1 to 4.</summary>
    public static int Quarter(DateTime date) => (date.Month + 2) / 3;

    private static int MonthsLeft(DateTime date) => ((9999 - date.Year) * 12) + 12 - date.Month;
}

namespace Segmentation.Core.Frame.IO;

/// <summary>Finds the .NET format string that writes a column's dates as the file has them.</summary>
internal static class DatePattern
{
    private enum Padding
    {
        /// <summary>No number below ten came up.</summary>
        Unknown,
        Zero,
        None,
    }

    /// <summary>The pattern of dates that share a layout.</summary>
    public static string Of(List<WrittenDate> dates, List<(DatePart Day, DatePart Month, DatePart Year)> parts, bool monthFirst, bool yearFirst)
    {
        var layout = dates[0].Layout;
        var dayPadding = PaddingOf(parts.Select(part => part.Day));
        var monthPadding = layout.NamePlace < 0 ? PaddingOf(parts.Select(part => part.Month)) : dayPadding;
        var day = Choose(dayPadding, monthPadding, "d", "dd");
        var month = layout.NamePlace < 0 ? Choose(monthPadding, dayPadding, "M", "MM") : parts.Exists(part => part.Month.Length > 4) ? "MMMM" : "MMM";
        var year = parts.Exists(part => part.Year.Length == 4) ? "yyyy" : "yy";
        var (first, second, third) = yearFirst ? (year, month, day) : monthFirst ? (month, day, year) : (day, month, year);
        var dayOrMonth = dayPadding == Padding.Unknown ? monthPadding : dayPadding;
        return first + layout.First + second + layout.Second + third + Time(dates, dayOrMonth);
    }

    private static string Time(List<WrittenDate> dates, Padding ofDates)
    {
        var timed = dates.Where(date => date.TimeLayout.Separator.Length > 0).ToList();
        if (timed.Count == 0)
        {
            return "";
        }

        var time = timed[0].TimeLayout;
        var hour = time.HalfDay is null ? "H" : "h";
        var padding = PaddingOf(timed.Select(date => new DatePart(date.WrittenHour, date.HourLength)));
        var fraction = timed.Max(date => date.TimeLayout.FractionDigits);
        return (time.Separator == "T" ? "'T'" : time.Separator)
            + Choose(padding, ofDates, hour, hour + hour) + ":mm"
            + (timed.Exists(date => date.TimeLayout.HasSeconds) ? ":ss" : "")
            + (fraction > 0 ? "." + new string('f', fraction) : "")
            + (time.HalfDay is { } space ? space + "tt" : "")
            + (time.Zone.Length > 0 ? $"'{time.Zone}'" : "");
    }

    // Only numbers below ten show whether zeros are put in front.
    private static Padding PaddingOf(IEnumerable<DatePart> parts)
    {
        var padding = Padding.Unknown;
        foreach (var part in parts)
        {
            if (part.Length == 1)
            {
                return Padding.None;
            }

            padding = part.Value < 10 ? Padding.Zero : padding;
        }

        return padding;
    }

    private static string Choose(Padding own, Padding other, string bare, string padded) =>
        (own == Padding.Unknown ? other : own) == Padding.None ? bare : padded;
}

using System.Globalization;
using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame.IO;

/// <summary>What dates of one column share: the characters between their parts, and where the month's name stands.</summary>
/// <param name="First">Between the first and the second part.</param>
/// <param name="Second">Between the second and the third part.</param>
/// <param name="NamePlace">0 or 1 when that part is a month's name, else -1.</param>
/// <param name="YearFirst">Whether the first part has four digits.</param>
internal readonly record struct DateLayout(string First, string Second, int NamePlace, bool YearFirst);

/// <summary>How the time of day behind a date is written.</summary>
/// <param name="Separator">Between date and time; empty without a time.</param>
/// <param name="HasSeconds">Whether seconds are there.</param>
/// <param name="FractionDigits">Digits behind the seconds.</param>
/// <param name="HalfDay">What stands in front of AM or PM, null on the 24-hour clock.</param>
/// <param name="Zone">A time zone's offset, as written.</param>
internal readonly record struct TimeLayout(string Separator, bool HasSeconds, int FractionDigits, string? HalfDay, string Zone);

/// <summary>One part of a date: a number and how many digits it was written with.</summary>
internal readonly record struct DatePart(int Value, int Length);

/// <summary>A date as people write it, taken apart but not yet understood: which part is the day is the column's matter.</summary>
internal readonly record struct WrittenDate(
    DateLayout Layout, DatePart First, DatePart Second, DatePart Third, TimeLayout TimeLayout, int HourLength, TimeSpan Time)
{
    /// <summary>The hour as it was written, from which AM and PM are still missing.</summary>
    public int WrittenHour => TimeLayout.HalfDay is null ? Time.Hours : Time.Hours % 12 is var hour && hour == 0 ? 12 : Time.Hours % 12;

    private static readonly string[] s_months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    /// <summary>Takes a trimmed text apart; false when it is no date, with or without a time of day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<char> text, out WrittenDate date)
    {
        date = default;
        var rest = text;
        if (!TryPart(ref rest, out var first, out var firstName) || !TrySeparator(ref rest, out var separator1)
            || !TryPart(ref rest, out var second, out var secondName) || !TrySeparator(ref rest, out var separator2)
            || !TryPart(ref rest, out var third, out var thirdName))
        {
            return false;
        }

        var name = firstName ? 0 : secondName ? 1 : -1;
        var layout = new DateLayout(separator1, separator2, name, first.Length == 4 && !firstName);
        var hasYear = layout.YearFirst ? third.Length <= 2 && second.Length != 4 : third.Length is 2 or 4 && first.Length <= 2 | firstName;
        if (thirdName || (firstName && secondName) || !hasYear || (name < 0 && second.Length > 2) || (name < 0 && separator1 != separator2)
            || !WrittenTime.TryParse(rest, out var timeLayout, out var hourLength, out var time))
        {
            return false;
        }

        date = new WrittenDate(layout, first, second, third, timeLayout, hourLength, time);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPart(ref ReadOnlySpan<char> text, out DatePart part, out bool isName)
    {
        var (length, value) = (0, 0);
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            value = (value * 10) + text[length++] - '0';   // wraps beyond nine digits, where it is not used
        }

        isName = length == 0;
        if (isName)
        {
            return TryMonth(ref text, out part);
        }

        part = default;
        if (length is 3 or > 4)
        {
            return false;
        }

        part = new DatePart(value, length);
        text = text[length..];
        return true;
    }

    private static bool TryMonth(ref ReadOnlySpan<char> text, out DatePart part)
    {
        part = default;
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        if (length < 3)
        {
            return false;
        }

        for (var month = 0; month < 12; month++)
        {
            var isShort = length == 3 || (month == 8 && length == 4);   // Sept
            if ((isShort || length == s_months[month].Length) && s_months[month].AsSpan().StartsWith(text[..length], StringComparison.OrdinalIgnoreCase))
            {
                part = new DatePart(month + 1, length);
                text = text[length..];
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TrySeparator(ref ReadOnlySpan<char> text, out string separator)
    {
        separator = text switch
        {
            ['-', ..] => "-",
            ['/', ..] => "/",
            ['.', ' ', ..] => ". ",
            ['.', ..] => ".",
            [',', ' ', ..] => ", ",
            [' ', ..] => " ",
            _ => "",
        };
        text = text[separator.Length..];
        return separator.Length > 0;
    }
}

/// <summary>A time of day behind a date.</summary>
internal static class WrittenTime
{
    /// <summary>Reads what follows a date: nothing, or a separator and a time of day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<char> text, out TimeLayout layout, out int hourLength, out TimeSpan time)
    {
        (layout, hourLength, time) = (new TimeLayout("", false, 0, null, ""), 0, TimeSpan.Zero);
        if (text.IsEmpty)
        {
            return true;
        }

        var separator = text.StartsWith(", ", StringComparison.Ordinal) ? ", " : text[0] == ' ' ? " " : text[0] == 'T' ? "T" : "";
        var rest = text[separator.Length..];
        if (separator.Length == 0 || !TryNumber(ref rest, 23, out var hour, out hourLength) || !TakeColon(ref rest)
            || !TryNumber(ref rest, 59, out var minute, out var minuteLength) || minuteLength != 2)
        {
            return false;
        }

        var (second, fraction) = (0, 0);
        var ticks = 0L;
        var hasSeconds = TakeColon(ref rest);
        if (hasSeconds && (!TryNumber(ref rest, 59, out second, out var secondLength) || secondLength != 2 || !TryFraction(ref rest, out ticks, out fraction)))
        {
            return false;
        }

        if (!TryHalfDay(ref rest, ref hour, out var halfDay) || !IsZone(rest))
        {
            return false;
        }

        layout = new TimeLayout(separator, hasSeconds, fraction, halfDay, rest.ToString());
        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ref ReadOnlySpan<char> text, int largest, out int value, out int length)
    {
        (value, length) = (0, 0);
        while (length < text.Length && length < 2 && char.IsAsciiDigit(text[length]))
        {
            value = (value * 10) + text[length++] - '0';
        }

        text = text[length..];
        return length > 0 && value <= largest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TakeColon(ref ReadOnlySpan<char> text)
    {
        var found = text.Length > 0 && text[0] == ':';
        text = found ? text[1..] : text;
        return found;
    }

    private static bool TryFraction(ref ReadOnlySpan<char> text, out long ticks, out int digits)
    {
        (ticks, digits) = (0, 0);
        if (text.Length == 0 || text[0] is not ('.' or ','))
        {
            return true;
        }

        var scale = TimeSpan.TicksPerSecond;
        while (digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1]))
        {
            scale /= 10;
            ticks += (text[++digits] - '0') * scale;
        }

        text = text[(digits + 1)..];
        return digits is > 0 and <= 7;
    }

    private static bool TryHalfDay(ref ReadOnlySpan<char> text, ref int hour, out string? space)
    {
        space = null;
        if (text.IsEmpty)
        {
            return true;
        }

        var word = text.TrimStart(' ');
        var isMorning = word.Equals("AM", StringComparison.OrdinalIgnoreCase);
        if (!isMorning && !word.Equals("PM", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        space = text[..(text.Length - word.Length)].ToString();
        text = [];
        var isValid = hour is >= 1 and <= 12;
        hour = (hour % 12) + (isMorning ? 0 : 12);
        return isValid;
    }

    private static bool IsZone(ReadOnlySpan<char> text) =>
        text.IsEmpty || text is "Z" || (text.Length is 3 or 5 or 6 && text[0] is '+' or '-' && !text[1..].ContainsAnyExceptInRange('0', ':'));
}

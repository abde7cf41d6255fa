using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>A column of texts read as dates.</summary>
/// <param name="Reading">One date per distinct text.</param>
/// <param name="Pattern">How the file writes them, as a .NET format string.</param>
/// <param name="IsAmbiguous">Whether day and month could be swapped in every one of them and it would matter.</param>
internal sealed record DateReading(CodeReading<DateTime> Reading, string Pattern, bool IsAmbiguous);

/// <summary>
/// Reads a column's distinct texts as dates of one layout. Which of two numbers is the day is decided by the dates that
/// leave no choice; when none does, by the person or else day first.
/// </summary>
internal sealed class DateInference
{
    /// <summary>Two-digit years up to this one are in the 21st century, later ones in the 20th.</summary>
    public const int LastTwoDigitYear = 49;

    private enum Order
    {
        DayMonthYear,
        MonthDayYear,
        YearMonthDay,
    }

    private readonly PresentTexts _texts;
    private readonly WrittenDate?[] _dates;

    private DateInference(PresentTexts texts)
    {
        _texts = texts;
        _dates = new WrittenDate?[texts.States.Length];
    }

    /// <summary>The dates, or null when more than one in a hundred values is none.</summary>
    public static DateReading? Read(PresentTexts texts, DateOrder? chosen)
    {
        var inference = new DateInference(texts);
        return texts.Present > 0 && inference.TakeApart() ? inference.Read(chosen) : null;
    }

    // Stops at the first hundred that prove the column to be something else.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TakeApart()
    {
        Span<char> buffer = stackalloc char[64];
        var misfits = 0L;
        for (var code = 0; code < _dates.Length; code++)
        {
            if (_texts.States[code] != CellState.Fits)
            {
                continue;
            }

            var bytes = _texts.Cells.Texts[code];
            if (bytes.Length <= buffer.Length && WrittenDate.TryParse(buffer[..Encoding.UTF8.GetChars(bytes, buffer)], out var date))
            {
                _dates[code] = date;
            }
            else
            {
                misfits += _texts.Cells.Counts[code];
            }

            if (!PresentTexts.IsTolerable(misfits, _texts.Present))
            {
                return false;
            }
        }

        return true;
    }

    private DateReading? Read(DateOrder? chosen)
    {
        var layout = Most(date => date.Layout);
        var zone = Most(date => date.TimeLayout.Zone);
        KeepOnly(date => date.Layout == layout && (date.TimeLayout.Separator.Length == 0 || date.TimeLayout.Zone == zone));
        var dayFirst = Fitting(Order.DayMonthYear);
        var monthFirst = Fitting(Order.MonthDayYear);
        var isOpen = layout.NamePlace < 0 && !layout.YearFirst && dayFirst == monthFirst && dayFirst > 0;
        var order = layout.YearFirst ? Order.YearMonthDay
            : layout.NamePlace >= 0 ? (layout.NamePlace == 0 ? Order.MonthDayYear : Order.DayMonthYear)
            : isOpen ? (chosen == DateOrder.MonthFirst ? Order.MonthDayYear : Order.DayMonthYear)
            : dayFirst == 0 && monthFirst == 0 ? Order.YearMonthDay
            : dayFirst > monthFirst ? Order.DayMonthYear : Order.MonthDayYear;
        var reading = Understand(order, out var misfits);
        return misfits < _texts.Present && PresentTexts.IsTolerable(misfits, _texts.Present)
            ? new DateReading(reading, Pattern(order, reading), isOpen && chosen is null && OrderMatters())
            : null;
    }

    private TTrait? Most<TTrait>(Func<WrittenDate, TTrait> trait)
        where TTrait : notnull, IEquatable<TTrait>
    {
        var counts = new Dictionary<TTrait, long>();
        var (last, alike) = (default(TTrait), 0L);   // neighbours are mostly alike, and are counted together
        for (var code = 0; code < _dates.Length; code++)
        {
            if (_dates[code] is { } date)
            {
                var next = trait(date);
                if (alike > 0 && !next.Equals(last))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, last!, out _) += alike;
                    alike = 0;
                }

                (last, alike) = (next, alike + _texts.Cells.Counts[code]);
            }
        }

        if (alike > 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, last!, out _) += alike;
        }

        return counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault();
    }

    private void KeepOnly(Func<WrittenDate, bool> belongs)
    {
        for (var code = 0; code < _dates.Length; code++)
        {
            _dates[code] = _dates[code] is { } date && belongs(date) ? date : null;
        }
    }

    private long Fitting(Order order)
    {
        var count = 0L;
        for (var code = 0; code < _dates.Length; code++)
        {
            count += _dates[code] is { } date && TryDate(date, order, out _) ? _texts.Cells.Counts[code] : 0;
        }

        return count;
    }

    private bool OrderMatters() => _dates.Any(date => date is { } known && known.First.Value != known.Second.Value);

    private CodeReading<DateTime> Understand(Order order, out long misfits)
    {
        var reading = new CodeReading<DateTime>([.. _texts.States], new DateTime[_dates.Length]);
        misfits = 0;
        for (var code = 0; code < _dates.Length; code++)
        {
            if (reading.States[code] == CellState.Fits && (_dates[code] is not { } date || !TryDate(date, order, out reading.Values[code])))
            {
                reading.States[code] = CellState.Misfit;
                misfits += _texts.Cells.Counts[code];
            }
        }

        return reading;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryDate(in WrittenDate date, Order order, out DateTime value)
    {
        var (day, month, year) = Parts(date, order);
        var fullYear = year.Length == 4 ? year.Value : year.Value + (year.Value <= LastTwoDigitYear ? 2000 : 1900);
        value = default;
        if (day.Length > 2 || month.Value is < 1 or > 12 || fullYear < 1 || day.Value < 1 || day.Value > DateTime.DaysInMonth(fullYear, month.Value))
        {
            return false;
        }

        value = new DateTime(fullYear, month.Value, day.Value) + date.Time;
        return value != DateTime.MinValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (DatePart Day, DatePart Month, DatePart Year) Parts(in WrittenDate date, Order order) => order switch
    {
        Order.DayMonthYear => (date.First, date.Second, date.Third),
        Order.MonthDayYear => (date.Second, date.First, date.Third),
        _ => (date.Third, date.Second, date.First),
    };

    private string Pattern(Order order, CodeReading<DateTime> reading)
    {
        var used = _dates.Where((date, code) => date is not null && reading.States[code] == CellState.Fits).Select(date => date!.Value).ToList();
        return DatePattern.Of(used, [.. used.Select(date => Parts(date, order))], order == Order.MonthDayYear, order == Order.YearMonthDay);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>What a missing cell is filled with: one of the three by the column's kind, and how the ledger writes it.</summary>
internal readonly partial record struct FillValue(double Number, DateTime Date, string Text)
{
    /// <summary>The value a person chose.</summary>
    /// <exception cref="UnusableDataException">It is no value of the column's kind.</exception>
    public static FillValue Constant(DataColumn column, MissingRule rule)
    {
        var text = rule.Constant?.Trim() ?? "";
        var value = text.Length == 0 ? null : column switch
        {
            NumberColumn numbers => ParseNumber(text, numbers.Style) is { } number ? Of(number) : null,
            DateColumn dates => ParseDate(text, dates.Pattern) is { } date ? Of(date) : null,
            TextColumn { Type: ColumnType.Boolean } texts => ParseBoolean(text, texts) is { } answer ? Of(answer) : null,
            _ => (FillValue?)Of(text),
        };
        return value ?? throw new UnusableDataException(
            $"Empty cells of '{LedgerText.Name(column.Name)}' cannot be filled with '{LedgerText.Name(text)}', "
            + $"which is no {KindOf(column)}. Choose another value to fill with, or another way to treat missing values.");
    }

    /// <summary>The value of a cell that is not missing.</summary>
    public static FillValue OfCell(DataColumn column, int row) => column switch
    {
        NumberColumn numbers => Of(numbers[row]),
        DateColumn dates => Of(dates[row]),
        _ => Of(((TextColumn)column)[row]!),
    };

    /// <summary>The value that <paramref name="action"/> takes from the kept rows; null when they have none.</summary>
    public static FillValue? Typical(DataColumn column, MissingAction action, SetAsideBuilder setAside) => column switch
    {
        NumberColumn numbers => TypicalNumber(SortedValues.Of(numbers, setAside), action),
        DateColumn dates => TypicalDate(dates, action, setAside),
        _ => MostFrequentText((TextColumn)column, setAside),
    };

    private static FillValue Of(double number) => new(number, default, LedgerText.Number(number));

    private static FillValue Of(DateTime date)
    {
        var format = date.TimeOfDay == TimeSpan.Zero ? DateColumn.IsoDate : "yyyy-MM-dd HH:mm:ss";
        return new FillValue(0, date, date.ToString(format, CultureInfo.InvariantCulture));
    }

    private static FillValue Of(string text) => new(0, default, text);

    private static FillValue? TypicalNumber(SortedValues values, MissingAction action) => (values.Count, action) switch
    {
        (0, _) => null,
        (_, MissingAction.Mean) when double.IsFinite(values.Mean) => Of(values.Mean),
        (_, MissingAction.MostFrequent) => Of(values.MostFrequent()),
        _ => Of(values.Quantile(0.5)),
    };

    private static FillValue? TypicalDate(DateColumn column, MissingAction action, SetAsideBuilder setAside)
    {
        var dates = Enumerable.Range(0, column.Length).Where(row => setAside.IsKept(row) && !column.Missing[row])
            .Select(row => column[row]).Order().ToArray();
        if (dates.Length == 0)
        {
            return null;
        }

        var date = action switch
        {
            MissingAction.MostFrequent => dates.GroupBy(each => each).MaxBy(group => group.Count())!.Key,
            MissingAction.Mean => dates[0].AddTicks((long)dates.Average(each => (double)(each.Ticks - dates[0].Ticks))),
            _ => Between(dates[(dates.Length - 1) / 2], dates[dates.Length / 2]),
        };
        return Of(Array.TrueForAll(dates, each => each.TimeOfDay == TimeSpan.Zero) ? date.Date : date);
    }

    private static DateTime Between(DateTime low, DateTime high) => low.AddTicks((high.Ticks - low.Ticks) / 2);

    private static FillValue? MostFrequentText(TextColumn column, SetAsideBuilder setAside)
    {
        var counts = new int[column.Dictionary.Count];
        for (var row = 0; row < column.Length; row++)
        {
            if (setAside.IsKept(row) && column.Codes[row] is var code && code != TextColumn.MissingCode)
            {
                counts[code]++;
            }
        }

        var most = counts.Length == 0 ? 0 : counts.Max();
        return most == 0 ? null : Of(column.Dictionary.Where((_, code) => counts[code] == most).Min(StringComparer.Ordinal)!);
    }

    /// <summary>A point is a decimal point, unless the column writes decimal commas and the number looks like 1.500 or has one.</summary>
    private static double? ParseNumber(string text, NumberStyle style)
    {
        var digits = Strip(text, style);
        var hasComma = style.DecimalSeparator == ',' && digits.Contains(',', StringComparison.Ordinal);
        var mayBePoint = style.GroupSeparator == "." && !hasComma && !PointsBetweenThousands().IsMatch(digits);
        if (style.GroupSeparator.Length > 0 && !mayBePoint)
        {
            digits = digits.Replace(style.GroupSeparator, "", StringComparison.Ordinal);
        }

        digits = hasComma ? digits.Replace(',', '.') : digits;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    private static string Strip(string text, NumberStyle style)
    {
        var (prefix, suffix) = (style.Prefix.Trim(), style.Suffix.Trim());
        text = prefix.Length > 0 && text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        return (suffix.Length > 0 && text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text).Trim();
    }

    private static DateTime? ParseDate(string text, string pattern) =>
        DateTime.TryParseExact(
            text,
            [pattern, DateColumn.IsoDate, "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date) && date != DateTime.MinValue ? date : null;

    private static string? ParseBoolean(string text, TextColumn column) =>
        column.Dictionary.FirstOrDefault(known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase));

    private static string KindOf(DataColumn column) => column switch
    {
        NumberColumn => "number",
        DateColumn => "date",
        TextColumn { Type: ColumnType.Boolean } => "value of that column",
        _ => "text",
    };

    [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+$")]
    private static partial Regex PointsBetweenThousands();
}

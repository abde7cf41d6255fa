using System.Globalization;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>One column in numbers; null where a figure makes no sense.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Role">What it is taken for.</param>
/// <param name="Missing">Missing cells.</param>
/// <param name="Distinct">Distinct values, missing not counted.</param>
/// <param name="Min">The smallest number, or the earliest date in ISO 8601.</param>
/// <param name="Max">The largest number, or the latest date.</param>
/// <param name="Mean">Of numbers.</param>
/// <param name="StandardDeviation">Of a sample (n - 1), of at least two numbers.</param>
internal sealed record ColumnReport(
    string Name,
    ColumnType Type,
    ColumnRole Role,
    int Missing,
    int Distinct,
    object? Min,
    object? Max,
    double? Mean,
    double? StandardDeviation)
{
    public static ColumnReport Of(DataColumn column, ColumnRole role) => column switch
    {
        NumberColumn numbers => OfNumbers(numbers, role),
        DateColumn dates => OfDates(dates, role),
        _ => OfTexts((TextColumn)column, role),
    };

    private static ColumnReport OfNumbers(NumberColumn column, ColumnRole role)
    {
        var distinct = new HashSet<double>();
        var (count, mean, squares) = (0, 0.0, 0.0);
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in column.Values)
        {
            if (double.IsNaN(value))
            {
                continue;
            }

            distinct.Add(value);
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
            // Welford 1962: one pass, and no digits lost to a large common offset.
            var difference = value - mean;
            mean += difference / ++count;
            squares += difference * (value - mean);
        }

        return new ColumnReport(column.Name, column.Type, role, column.Missing.Count, distinct.Count,
            count > 0 ? least : null, count > 0 ? most : null, count > 0 ? Finite(mean) : null, count > 1 ? Finite(Math.Sqrt(squares / (count - 1))) : null);
    }

    private static ColumnReport OfDates(DateColumn column, ColumnRole role)
    {
        var distinct = column.Values.ToArray().Where(date => date != DateTime.MinValue).ToHashSet();
        return new ColumnReport(column.Name, column.Type, role, column.Missing.Count, distinct.Count,
            distinct.Count > 0 ? Iso(distinct.Min()) : null, distinct.Count > 0 ? Iso(distinct.Max()) : null, null, null);
    }

    private static ColumnReport OfTexts(TextColumn column, ColumnRole role)
    {
        var codes = column.Codes.ToArray().Where(code => code != TextColumn.MissingCode).Distinct().Count();
        return new ColumnReport(column.Name, column.Type, role, column.Missing.Count, codes, null, null, null, null);
    }

    private static string Iso(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? DateColumn.IsoDate : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    // JSON has no infinity; numbers near the limit of a double may have one for a mean.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

using System.Globalization;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>The limits of one column.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Range">The limits in force.</param>
/// <param name="IsChosen">Whether a person set them; else the column's name suggests them.</param>
/// <param name="Outside">Values beyond them.</param>
public sealed record RangeRow(string Column, AllowedRange Range, bool IsChosen, int Outside);

/// <summary>Which columns have limits, and which could have.</summary>
public static class RangeRows
{
    /// <summary>The numeric columns with limits, in the frame's order.</summary>
    public static IReadOnlyList<RangeRow> Of(DataFrame frame, CleaningOptions cleaning, IReadOnlyList<LedgerEntry> ledger)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(cleaning);
        var outside = ledger.Where(entry => entry.Step == CleaningStep.ImpossibleValues && entry.Column is not null)
            .ToDictionary(entry => entry.Column!, entry => entry.Rows, StringComparer.Ordinal);
        return [.. frame.Columns.Where(column => column.IsNumeric)
            .Select(column => (column.Name, IsChosen: cleaning.AllowedRanges.TryGetValue(column.Name, out var chosen), Range: chosen ?? PlausibleRange.Of(column.Name)))
            .Where(row => row.Range is not null)
            .Select(row => new RangeRow(row.Name, row.Range!, row.IsChosen, outside.GetValueOrDefault(row.Name)))];
    }

    /// <summary>The numeric columns without limits, in the frame's order.</summary>
    public static IReadOnlyList<string> Free(DataFrame frame, IReadOnlyList<RangeRow> rows) =>
        [.. frame.Columns.Where(column => column.IsNumeric).Select(column => column.Name).Except(rows.Select(row => row.Column), StringComparer.Ordinal)];

    /// <summary>Limits as they were typed; null when they are no numbers or the wrong way round. An empty text is no limit.</summary>
    public static AllowedRange? Parse(string? minimum, string? maximum) =>
        TryParse(minimum, out var least) && TryParse(maximum, out var most) && !(least > most) ? new AllowedRange(least, most) : null;

    /// <summary>A limit as a number field holds it.</summary>
    public static string Text(double? limit) => limit?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static bool TryParse(string? text, out double? limit)
    {
        limit = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        limit = isNumber ? number : null;
        return isNumber;
    }
}

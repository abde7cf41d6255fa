using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Makes values missing that cannot be true. Columns that are no features are only counted.</summary>
internal static class ImpossibleValuesRule
{
    public static void Apply(CleaningState state)
    {
        foreach (var column in state.Original.Columns.OfType<NumberColumn>())
        {
            if (RangeOf(state.Options, column.Name) is { } range)
            {
                Apply(state, column, range, state.IsFeature(column.Name));
            }
        }
    }

    private static AllowedRange? RangeOf(CleaningOptions options, string column) =>
        options.AllowedRanges.TryGetValue(column, out var chosen) ? chosen : PlausibleRange.Of(column);

    private static void Apply(CleaningState state, NumberColumn column, AllowedRange range, bool isFeature)
    {
        var rows = RowsOutside(column, range);
        if (rows.Length == 0)
        {
            return;
        }

        var key = $"impossible:{column.Name}";
        var isOn = isFeature && state.IsOn(key);
        if (isOn)
        {
            state.Replace(WithoutCells(column, rows));
        }

        var fate = !isFeature ? "the column is no feature, so they stay" : isOn ? "they count as missing" : "they are used as they are";
        var description = $"{LedgerText.Count(rows.Length, "value")} of {LedgerText.Name(column.Name)} cannot be true "
            + $"({Describe(range)}); {fate}.";
        state.Ledger.Add(new LedgerEntry(
            key, CleaningStep.ImpossibleValues, column.Name, description, rows.Length, 0, isOn, LedgerText.Example(column.Format(rows[0])))
        {
            CanSwitch = isFeature,
        });
    }

    private static int[] RowsOutside(NumberColumn column, AllowedRange range)
    {
        var (least, most) = (range.Minimum ?? double.NegativeInfinity, range.Maximum ?? double.PositiveInfinity);
        var rows = new List<int>();
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] < least || values[row] > most)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    private static NumberColumn WithoutCells(NumberColumn column, int[] rows)
    {
        var values = column.Values.ToArray();
        foreach (var row in rows)
        {
            values[row] = double.NaN;
        }

        return new NumberColumn(column.Name, values, column.Type == ColumnType.Integer, column.Style) { Misfits = column.Misfits };
    }

    private static string Describe(AllowedRange range) => (range.Minimum, range.Maximum) switch
    {
        ({ } least, { } most) => $"outside {LedgerText.Number(least)} to {LedgerText.Number(most)}",
        ({ } least, null) => $"under {LedgerText.Number(least)}",
        (null, { } most) => $"over {LedgerText.Number(most)}",
        _ => "no limits",
    };
}

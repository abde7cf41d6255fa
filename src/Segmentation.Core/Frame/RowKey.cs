namespace Segmentation.Core.Frame;

/// <summary>The column that tells whose a row is, by the rule of <see cref="RowNoun"/>.</summary>
/// <param name="Column">The column.</param>
/// <param name="Distinct">Its distinct values, missing not counted.</param>
/// <param name="NamesOrders">Whether its name says that it tells orders apart and not customers.</param>
internal readonly record struct RowKey(DataColumn Column, int Distinct, bool NamesOrders)
{
    /// <summary>Cells that hold a value which an earlier one holds.</summary>
    public int Repeats => Column.Length - Column.Missing.Count - Distinct;

    /// <summary>The key of <paramref name="frame"/>; null when no column looks like one.</summary>
    public static RowKey? Find(DataFrame frame, Schema schema)
    {
        var columns = frame.Columns.Where(column => column.Type is not (ColumnType.Date or ColumnType.Boolean)).ToList();
        var key = columns.Find(column => KeyNames.IsCustomerKey(column.Name))
            ?? (schema.Identifier is { } name && frame.TryGetColumn(name, out var identifier) ? identifier : null)
            ?? columns.Find(column => KeyNames.IsOrderKey(column.Name))
            ?? columns.Find(column => KeyNames.IsKey(column.Name));
        return key is null ? null : new RowKey(key, CountDistinct(key), KeyNames.IsOrderKey(key.Name));
    }

    private static int CountDistinct(DataColumn column) => column switch
    {
        TextColumn texts => CountUsed(texts),
        NumberColumn numbers => CountAscending(numbers.Values) ?? CountNumbers(numbers.Values),
        _ => column.Length - column.Missing.Count,
    };

    private static int CountUsed(TextColumn column)
    {
        var isUsed = new bool[column.Dictionary.Count];
        foreach (var code in column.Codes)
        {
            if (code != TextColumn.MissingCode)
            {
                isUsed[code] = true;
            }
        }

        return isUsed.AsSpan().Count(true);
    }

    // Most files are in the order of their keys, and need no look at which were there before.
    private static int? CountAscending(ReadOnlySpan<double> values)
    {
        var (count, last) = (0, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (value < last)
            {
                return null;
            }

            count += value > last ? 1 : 0;
            last = double.IsNaN(value) ? last : value;
        }

        return count;
    }

    private static int CountNumbers(ReadOnlySpan<double> values)
    {
        var seen = new HashSet<double>();
        var last = double.NaN;
        foreach (var value in values)
        {
            // An order's lines repeat their customer.
            if (value != last && !double.IsNaN(value))
            {
                seen.Add(last = value);
            }
        }

        return seen.Count;
    }
}

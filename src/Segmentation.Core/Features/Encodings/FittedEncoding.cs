using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Encodings;

/// <summary>A category as one number, with all that is needed to read new rows. Compares by value.</summary>
/// <param name="Kind">What the number says.</param>
/// <param name="Values">The number of each category that stands for itself.</param>
/// <param name="Other">The number of every other category, one that was never seen included.</param>
public sealed record FittedEncoding(CategoryEncoding Kind, ValueMap<double> Values, double Other)
{
    /// <summary>The number of a category.</summary>
    public double ValueOf(string category) => Values.TryGetValue(category, out var value) ? value : Other;

    /// <summary>The numbers of some rows; NaN where the category is missing.</summary>
    public double[] Read(TextColumn column, RowSelection rows)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(rows);
        var values = new double[rows.Count];
        Read(column, OfCodes(column), rows, 0, values);
        return values;
    }

    /// <summary>The number of each code of a column.</summary>
    internal double[] OfCodes(TextColumn column) => [.. column.Dictionary.Select(ValueOf)];

    /// <summary>The numbers of as many rows as are wanted from <paramref name="start"/> on.</summary>
    internal static void Read(TextColumn column, double[] ofCode, RowSelection rows, int start, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = column.Codes[rows[start + i]] is var code and not TextColumn.MissingCode ? ofCode[code] : double.NaN;
        }
    }

    /// <summary>
    /// Places in an order, from 1: first the categories in the person's order, then the others by name (ordinal, so that the order of rows
    /// plays no part), then the pool.
    /// </summary>
    internal static FittedEncoding Ordinal(TextColumn column, CategoryLevels levels, ValueList<string> order)
    {
        var own = levels.Own.Select(code => column.Dictionary[code]).ToHashSet(StringComparer.Ordinal);
        var ordered = order.Where(own.Contains).Distinct(StringComparer.Ordinal).ToList();
        ordered.AddRange(own.Except(ordered, StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var places = ordered.Select((category, place) => KeyValuePair.Create(category, place + 1.0)).ToValueMap();
        return new FittedEncoding(CategoryEncoding.Ordinal, places, ordered.Count + 1);
    }

    /// <summary>Shares of the rows that have a category; the pool's is that of all its categories together.</summary>
    internal static FittedEncoding Frequency(TextColumn column, CategoryLevels levels)
    {
        var shares = levels.Own.Select(code => KeyValuePair.Create(column.Dictionary[code], (double)levels.Counts[code] / levels.Present)).ToValueMap();
        var pooled = levels.Present - levels.Own.Sum(code => levels.Counts[code]);
        return new FittedEncoding(CategoryEncoding.Frequency, shares, (double)pooled / levels.Present);
    }
}

using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>Hands over the numbers of one column, chunk by chunk and in its own unit: NaN where there is none.</summary>
/// <param name="start">The first of the clustered rows that is wanted.</param>
/// <param name="cells">As many as are wanted from there on.</param>
internal delegate void CellReader(int start, Span<double> cells);

/// <summary>Readers of the kinds of columns.</summary>
internal static class CellReaders
{
    /// <summary>
    /// A feature: numbers as the frame has them, free of transform and scaling, encoded categories as their numbers, indicators as 0 and 1.
    /// </summary>
    public static CellReader OfFeature(int place, DataFrame frame, FeatureSet features) => features.Columns[place] switch
    {
        { IsIndicator: true } => (start, cells) => ReadIndicator(features, place, start, cells),
        { Encoding: { } encoding, Column: var column } => OfEncoded((TextColumn)frame[column], encoding, features.Rows),
        var feature => OfColumn(frame[feature.Column], features.Rows),
    };

    /// <summary>A column of numbers, or of dates as days since the first of January of the year 1.</summary>
    public static CellReader OfColumn(DataColumn column, RowSelection rows) => column switch
    {
        NumberColumn numbers => (start, cells) => ReadNumbers(numbers, rows, start, cells),
        DateColumn dates => (start, cells) => ReadDates(dates, rows, start, cells),
        _ => throw new ArgumentException($"'{column.Name}' holds neither numbers nor dates.", nameof(column)),
    };

    private static CellReader OfEncoded(TextColumn column, FittedEncoding encoding, RowSelection rows)
    {
        var ofCode = encoding.OfCodes(column);
        return (start, cells) => FittedEncoding.Read(column, ofCode, rows, start, cells);
    }

    private static void ReadNumbers(NumberColumn column, RowSelection rows, int start, Span<double> cells)
    {
        var values = column.Values;
        if (rows.IsAll)
        {
            values.Slice(start, cells.Length).CopyTo(cells);
            return;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[rows[start + i]];
        }
    }

    private static void ReadDates(DateColumn column, RowSelection rows, int start, Span<double> cells)
    {
        var values = column.Values;
        for (var i = 0; i < cells.Length; i++)
        {
            var date = values[rows[start + i]];
            cells[i] = date == DateTime.MinValue ? double.NaN : (double)date.Ticks / TimeSpan.TicksPerDay;
        }
    }

    // An indicator is 0 or the root of its weight in the matrix.
    private static void ReadIndicator(FeatureSet features, int place, int start, Span<double> cells)
    {
        var indicator = features.Matrix.Column(place).Slice(start, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = features.Missing?[start + i, place] == true ? double.NaN : indicator[i] > 0 ? 1 : 0;
        }
    }
}

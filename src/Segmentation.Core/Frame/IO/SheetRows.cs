using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Segmentation.Core.Frame.IO;

/// <summary>The rows of one sheet that are not blank, their cells as texts, packed one behind the other.</summary>
internal sealed class SheetRows
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<int> _ends = [];
    private readonly List<int> _firstCells = [0];
    private readonly List<int> _lines = [];

    /// <summary>Rows that hold something.</summary>
    public int Count => _lines.Count;

    public static SheetRows Read(IExcelDataReader reader, Dictionary<(int Line, int Place), string> errors, ReadingLimits limits, Action<int, int> report)
    {
        var rows = new SheetRows();
        for (var line = 1; reader.Read(); line++)
        {
            report(line, reader.RowCount);
            RowTable.RefuseTooLarge(reader.FieldCount, rows.Count, limits);
            rows.AddRow(reader, line, errors);
        }

        return rows;
    }

    /// <summary>The row's number in the sheet, counted from 1.</summary>
    public long Line(int row) => _lines[row];

    /// <summary>The first rows as strings.</summary>
    public List<string[]> Records(int most) =>
        [.. Enumerable.Range(0, Math.Min(most, Count)).Select(row => Enumerable.Range(_firstCells[row], _firstCells[row + 1] - _firstCells[row])
            .Select(cell => Encoding.UTF8.GetString(Cell(cell)).Trim()).ToArray())];

    /// <summary>Gives all rows but the first <paramref name="skip"/> to a parser.</summary>
    public void CopyTo(RowParser parser, int skip)
    {
        for (var row = skip; row < Count; row++)
        {
            var first = _firstCells[row];
            var width = _firstCells[row + 1] - first;
            parser.StartRow(row - skip, width);
            for (var place = 0; place < width; place++)
            {
                parser.Add(row - skip, place, Cell(first + place));
            }

            parser.EndRow(row - skip, width);
        }
    }

    private ReadOnlySpan<byte> Cell(int cell)
    {
        var start = cell == 0 ? 0 : _ends[cell - 1];
        return _bytes.WrittenSpan[start.._ends[cell]];
    }

    private void AddRow(IExcelDataReader reader, int line, Dictionary<(int Line, int Place), string> errors)
    {
        var start = _bytes.WrittenCount;
        for (var place = 0; place < reader.FieldCount; place++)
        {
            var text = TextOf(reader, place);
            text = text.Length == 0 && errors.Count > 0 ? errors.GetValueOrDefault((line, place), "") : text;
            Encoding.UTF8.GetBytes(text, _bytes);
            _ends.Add(_bytes.WrittenCount);
        }

        if (_bytes.WrittenCount == start)
        {
            _ends.RemoveRange(_firstCells[^1], _ends.Count - _firstCells[^1]);
            return;
        }

        _firstCells.Add(_ends.Count);
        _lines.Add(line);
    }

    private static string TextOf(IExcelDataReader reader, int place) => reader.GetValue(place) switch
    {
        null => "",
        double number => NumberStyle.Plain.Format(number),
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? DateColumn.IsoDate : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}

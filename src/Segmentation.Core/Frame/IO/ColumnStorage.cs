using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Where the cells of one column go while a file is read, shared by the threads that read: each row is written by exactly
/// one of them. A column starts as numbers when its first rows are, and is read again as texts when that proves wrong.
/// </summary>
internal abstract class ColumnStorage(int index)
{
    /// <summary>The column's place in the file.</summary>
    public int Index { get; } = index;

    /// <summary>A parser for one thread.</summary>
    public abstract CellParser NewParser();
}

/// <summary>What one thread knows of one column.</summary>
internal abstract class CellParser
{
    /// <summary>Takes a trimmed cell in; empty is missing. Every row comes once.</summary>
    public abstract void Add(int row, ReadOnlySpan<byte> cell);
}

/// <summary>Numbers as they come, and the few cells that are none.</summary>
internal sealed class NumberStorage : ColumnStorage
{
    private readonly List<NumberParser> _parsers = [];
    private readonly double[] _values;

    public NumberStorage(int index, int capacity)
        : base(index)
    {
        _values = GC.AllocateUninitializedArray<double>(capacity);   // every row is written, missing or not
    }

    public override CellParser NewParser()
    {
        lock (_parsers)
        {
            var parser = new NumberParser(_values);
            _parsers.Add(parser);
            return parser;
        }
    }

    /// <summary>The numbers of the first <paramref name="rows"/> rows, or null when the column has to be read as texts.</summary>
    public NumberCells? Finish(int rows)
    {
        if (_parsers.Any(parser => parser.HasGivenUp))
        {
            return null;
        }

        var shape = new NumberShape();
        var others = new List<(int Row, string Text)>();
        foreach (var parser in _parsers)
        {
            shape.Add(parser.Shape);
            others.AddRange(parser.Others.Select(other => (other.Row, parser.Texts.GetString(other.Code))));
        }

        others.Sort((left, right) => left.Row.CompareTo(right.Row));
        var values = _values;
        if (values.Length != rows)
        {
            Array.Resize(ref values, rows);
        }

        return new NumberCells(values, shape, others);
    }

    private sealed class NumberParser(double[] values) : CellParser
    {
        // A column with more strangers than this is no column of numbers, whatever the rest holds.
        private const int TolerableMisfits = 1000;

        private NumberShape _shape = new();
        private readonly List<bool> _isMissing = [];
        private int _misfits;

        public ref readonly NumberShape Shape => ref _shape;

        public Utf8Table Texts { get; } = new();

        public List<(int Row, int Code)> Others { get; } = [];

        public bool HasGivenUp { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Add(int row, ReadOnlySpan<byte> cell)
        {
            if (PlainNumber.TryParse(cell, ref _shape, out var value))
            {
                values[row] = value;
                return;
            }

            values[row] = double.NaN;
            if (!cell.IsEmpty && !HasGivenUp)
            {
                AddOther(row, cell);
            }
        }

        private void AddOther(int row, ReadOnlySpan<byte> cell)
        {
            var code = Texts.Add(cell);
            if (code == _isMissing.Count)
            {
                _isMissing.Add(MissingTokens.Contains(cell));
            }

            Others.Add((row, code));
            _misfits += _isMissing[code] ? 0 : 1;
            HasGivenUp = _misfits > TolerableMisfits && _misfits * 20L > _shape.Count;
        }
    }
}

/// <summary>A column read as numbers.</summary>
/// <param name="Values">NaN where missing.</param>
/// <param name="Shape">How they are written.</param>
/// <param name="Others">Cells that are neither empty nor a number, by row.</param>
internal sealed record NumberCells(double[] Values, NumberShape Shape, List<(int Row, string Text)> Others);

/// <summary>Texts, each distinct one stored once.</summary>
internal sealed class TextStorage : ColumnStorage
{
    private const int ParserShift = 27;

    private readonly List<TextParser> _parsers = [];
    private readonly int[] _codes;

    /// <summary>Room for <paramref name="capacity"/> rows.</summary>
    /// <param name="index">The column's place in the file.</param>
    /// <param name="capacity">Rows at most.</param>
    /// <param name="isLate">Whether rows were read before the column turned up; they are missing.</param>
    public TextStorage(int index, int capacity, bool isLate = false)
        : base(index)
    {
        _codes = GC.AllocateUninitializedArray<int>(capacity);
        if (isLate)
        {
            _codes.AsSpan().Fill(TextColumn.MissingCode);
        }
    }

    public override CellParser NewParser()
    {
        lock (_parsers)
        {
            var parser = new TextParser(_codes, _parsers.Count << ParserShift);
            _parsers.Add(parser);
            return parser;
        }
    }

    /// <summary>The texts of the first <paramref name="rows"/> rows, numbered in order of first appearance.</summary>
    public TextCells Finish(int rows)
    {
        var codes = _codes;
        if (codes.Length != rows)
        {
            Array.Resize(ref codes, rows);
        }

        var table = _parsers.Count == 1 ? _parsers[0].Texts : new Utf8Table();
        var counts = Renumber(codes, table);
        return new TextCells(codes, table, counts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Renumber(int[] codes, Utf8Table table)
    {
        var tables = _parsers.ConvertAll(parser => parser.Texts);
        var maps = tables.ConvertAll(texts => new int[texts.Count]).ToArray();   // 0 for a text that has no number yet, else one more
        var counts = new int[tables.Sum(texts => texts.Count)];
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code != TextColumn.MissingCode)
            {
                var (parser, local) = (code >> ParserShift, code & ((1 << ParserShift) - 1));
                ref var next = ref maps[parser][local];
                next = next > 0 ? next : table.Add(tables[parser][local]) + 1;
                codes[row] = next - 1;
                counts[next - 1]++;
            }
        }

        return counts[..table.Count];
    }

    private sealed class TextParser(int[] codes, int codeBase) : CellParser
    {
        private int _last = TextColumn.MissingCode;

        public Utf8Table Texts { get; } = new();

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override void Add(int row, ReadOnlySpan<byte> cell)
        {
            if (cell.IsEmpty)
            {
                codes[row] = TextColumn.MissingCode;
                return;
            }

            if (_last < 0 || !Texts[_last].SequenceEqual(cell))
            {
                _last = Texts.Add(cell);
            }

            codes[row] = codeBase | _last;
        }
    }
}

/// <summary>A column read as texts.</summary>
/// <param name="Codes">Per row the text's number, or <see cref="TextColumn.MissingCode"/> for an empty cell.</param>
/// <param name="Texts">The distinct texts in order of first appearance.</param>
/// <param name="Counts">How many rows hold each.</param>
internal sealed record TextCells(int[] Codes, Utf8Table Texts, int[] Counts);

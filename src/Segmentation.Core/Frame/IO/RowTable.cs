using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsvHelper;

namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Where the rows of a file go while it is read, by several threads at once. Each thread has parsers of its own; they share
/// the columns' arrays, in which a row's number is its place, so nothing has to be put in order afterwards.
/// </summary>
internal sealed class RowTable : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<ColumnStorage?> _columns;
    private readonly ThreadLocal<RowParser> _parsers;
    private readonly RowParser?[] _recentParsers = new RowParser?[64];
    private readonly ReadingLimits _limits;
    private readonly int _capacity;
    private readonly bool _growsColumns;

    /// <summary>A table of <paramref name="columns"/>, of which null ones are passed over.</summary>
    /// <param name="columns">The storages by column.</param>
    /// <param name="capacity">Rows at most.</param>
    /// <param name="skip">Records in front of the first row.</param>
    /// <param name="growsColumns">Whether longer rows get columns of their own.</param>
    /// <param name="limits">The most columns and cells.</param>
    public RowTable(IEnumerable<ColumnStorage?> columns, int capacity, int skip, bool growsColumns, ReadingLimits limits)
    {
        (_columns, _capacity, _growsColumns, _limits) = ([.. columns], capacity, growsColumns, limits);
        var known = _columns.Count;
        _parsers = new ThreadLocal<RowParser>(() => new RowParser(this, known, skip), trackAllValues: true);
    }

    /// <summary>The columns, as many as the longest row so far.</summary>
    public IReadOnlyList<ColumnStorage?> Columns => _columns;

    /// <summary>How many rows have how many cells, and which is the first of each.</summary>
    public SortedDictionary<int, (long Rows, int First)> Widths()
    {
        var widths = new SortedDictionary<int, (long Rows, int First)>();
        foreach (var (width, found) in _parsers.Values.SelectMany(parser => parser.Widths))
        {
            var known = widths.GetValueOrDefault(width, (0, int.MaxValue));
            widths[width] = (known.Rows + found.Rows, Math.Min(known.First, found.First));
        }

        return widths;
    }

    /// <summary>Takes in the reader's current record. Threads may call it at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Parse(CsvReader reader)
    {
        var thread = Environment.CurrentManagedThreadId;
        var recent = _recentParsers[thread % _recentParsers.Length];
        (recent?.Thread == thread ? recent : FindParser(thread)).Parse(reader);
        return true;
    }

    /// <summary>Takes in the cells of one row; for sources that read on one thread.</summary>
    public RowParser SingleParser => _parsers.Value!;

    /// <inheritdoc/>
    public void Dispose() => _parsers.Dispose();

    // Asking a ThreadLocal costs as much as parsing a cell, so most rows find their parser by the thread's number.
    private RowParser FindParser(int thread) => _recentParsers[thread % _recentParsers.Length] = _parsers.Value!;

    /// <summary>Parsers for all columns up to the given number of them.</summary>
    internal void AddParsers(List<CellParser?> parsers, int columns)
    {
        lock (_gate)
        {
            while (_growsColumns && _columns.Count < columns)
            {
                RefuseTooLarge(_columns.Count + 1, _capacity, _limits);
                _columns.Add(new TextStorage(_columns.Count, _capacity, isLate: true));
            }

            while (parsers.Count < columns)
            {
                parsers.Add(parsers.Count < _columns.Count ? _columns[parsers.Count]?.NewParser() : null);
            }
        }
    }

    /// <summary>Refuses a table beyond the limits before memory is taken for it.</summary>
    public static void RefuseTooLarge(int columns, long rows, ReadingLimits limits)
    {
        if (columns > limits.MaxColumns)
        {
            throw new UnusableDataException(
                $"The file has more than {limits.MaxColumns:N0} columns, which is more than is read. Check the separator, or leave out columns.");
        }

        if (rows > limits.MaxRows || rows * columns > limits.MaxCells)
        {
            throw new UnusableDataException(
                $"The file has about {rows:N0} rows of {columns:N0} columns, which is more than is read. Leave out columns, or take a sample of the rows.");
        }
    }
}

/// <summary>One thread's part in reading rows.</summary>
internal sealed class RowParser
{
    private readonly RowTable _table;
    private readonly int _skip;
    private readonly List<CellParser?> _cells = [];
    private readonly Dictionary<int, (long Rows, int First)> _widths = [];
    private int _lastWidth = -1;
    private long _lastCount;

    public RowParser(RowTable table, int columns, int skip)
    {
        (_table, _skip) = (table, skip);
        table.AddParsers(_cells, columns);
    }

    /// <summary>The thread that this parser belongs to.</summary>
    public int Thread { get; } = Environment.CurrentManagedThreadId;

    public IReadOnlyDictionary<int, (long Rows, int First)> Widths
    {
        get
        {
            CountWidths();
            return _widths;
        }
    }

    // Here and in what it calls: the first file that a process reads is the one somebody waits for, and it comes too early for
    // the compiler's own notice of what is worth optimising.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Parse(CsvReader reader)
    {
        var row = (int)reader.RowNumber - 1 - _skip;
        if (row < 0)
        {
            return;
        }

        var width = reader.FieldCount;
        StartRow(row, width);
        var cells = CollectionsMarshal.AsSpan(_cells)[..width];
        for (var place = 0; place < cells.Length; place++)
        {
            cells[place]?.Add(row, Trim(reader.GetSpan(place)));
        }

        EndRow(row, width);
    }

    /// <summary>Notes a row's width before its cells are added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StartRow(int row, int width)
    {
        if (width != _lastWidth)
        {
            CountWidths();
            _lastWidth = width;
            var first = _widths.TryGetValue(width, out var known) ? Math.Min(known.First, row) : row;
            _widths[width] = (known.Rows, first);
            if (width > _cells.Count)
            {
                _table.AddParsers(_cells, width);
            }
        }

        _lastCount++;
    }

    /// <summary>Fills a row that ended early with missing cells.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndRow(int row, int width)
    {
        for (var place = width; place < _cells.Count; place++)
        {
            _cells[place]?.Add(row, []);
        }
    }

    public void Add(int row, int place, ReadOnlySpan<byte> cell) => _cells[place]?.Add(row, Trim(cell));

    private void CountWidths()
    {
        if (_lastCount > 0)
        {
            var known = _widths[_lastWidth];
            _widths[_lastWidth] = (known.Rows + _lastCount, known.First);
            _lastCount = 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || (cell[0] > (byte)' ' && cell[^1] > (byte)' '))
        {
            return cell;
        }

        return TrimEnds(cell);
    }

    private static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> cell)
    {
        var (start, end) = (0, cell.Length);
        while (start < end && cell[start] <= (byte)' ')
        {
            start++;
        }

        while (end > start && cell[end - 1] <= (byte)' ')
        {
            end--;
        }

        return cell[start..end];
    }
}

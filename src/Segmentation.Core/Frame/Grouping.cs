namespace Segmentation.Core.Frame;

/// <summary>
/// Rows in groups, in order of their first row. Every aggregate gives a frame with a row per group: the key columns, then
/// the aggregated columns under their own names. Missing cells are passed over.
/// </summary>
public sealed class Grouping
{
    private const string CountName = "Count";

    private readonly DataFrameView _view;
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly DataColumn[] _keys;

    internal Grouping(DataFrameView view, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new ArgumentException("Name at least one column to group by.", nameof(columns));
        }

        _view = view;
        var groups = GroupKeys.Of(view, columns);
        _rows = groups.RowsByGroup(view.Selection, out _starts);
        var first = new int[Count];
        for (var group = 0; group < first.Length; group++)
        {
            first[group] = _rows[_starts[group]];
        }

        _keys = [.. columns.Select(column => view.Frame[column].Take(first))];
    }

    /// <summary>Number of groups.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The frame's rows of one group, ascending.</summary>
    public ReadOnlySpan<int> RowsOf(int group) => _rows.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    /// <summary>Rows per group, in a column "Count", or "Count (2)" when a key is called so.</summary>
    public DataFrame RowCounts()
    {
        var counts = new double[Count];
        for (var group = 0; group < counts.Length; group++)
        {
            counts[group] = RowsOf(group).Length;
        }

        var name = Array.Exists(_keys, key => key.Name == CountName) ? CountName + " (2)" : CountName;
        return new DataFrame([.. _keys, new NumberColumn(name, counts, isInteger: true)]);
    }

    /// <summary>Sums; 0 for a group without numbers.</summary>
    public DataFrame Sum(params IReadOnlyList<string> columns) => Aggregate(columns, values => SampleStatistics.Sum(values), keepsInteger: true);

    /// <summary>Means; missing for a group without numbers.</summary>
    public DataFrame Mean(params IReadOnlyList<string> columns) => Aggregate(columns, values => SampleStatistics.Mean(values), keepsInteger: false);

    /// <summary>Least numbers; missing for a group without numbers.</summary>
    public DataFrame Min(params IReadOnlyList<string> columns) => Aggregate(columns, values => Extreme(values, Math.Min), keepsInteger: true);

    /// <summary>Greatest numbers; missing for a group without numbers.</summary>
    public DataFrame Max(params IReadOnlyList<string> columns) => Aggregate(columns, values => Extreme(values, Math.Max), keepsInteger: true);

    /// <summary>Medians; missing for a group without numbers.</summary>
    public DataFrame Median(params IReadOnlyList<string> columns) => Aggregate(columns, MedianOf, keepsInteger: false);

    /// <summary>Sample standard deviations, divided by n - 1; missing for a group of fewer than two numbers.</summary>
    public DataFrame StandardDeviation(params IReadOnlyList<string> columns) => Aggregate(columns, values => SampleStatistics.StandardDeviation(values), keepsInteger: false);

    /// <summary>Different values of columns of any type.</summary>
    public DataFrame DistinctCount(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return WithKeys(columns.Select(name =>
        {
            var codes = GroupKeys.Codes(_view.Frame[name]);
            var counts = new double[Count];
            var seen = new HashSet<int>();
            for (var group = 0; group < counts.Length; group++)
            {
                seen.Clear();
                foreach (var row in RowsOf(group))
                {
                    seen.Add(codes[row]);
                }

                seen.Remove(GroupKeys.Missing);
                counts[group] = seen.Count;
            }

            return new NumberColumn(name, counts, isInteger: true);
        }));
    }

    private delegate double Aggregator(Span<double> values);

    private DataFrame Aggregate(IReadOnlyList<string> columns, Aggregator aggregator, bool keepsInteger)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return WithKeys(columns.Select(name =>
        {
            var numbers = _view.Frame[name] as NumberColumn ?? throw new ArgumentException($"'{name}' holds no numbers.", nameof(columns));
            var buffer = new double[_rows.Length];
            var results = new double[Count];
            for (var group = 0; group < results.Length; group++)
            {
                results[group] = aggregator(buffer.AsSpan(0, CopyPresent(numbers, RowsOf(group), buffer)));
            }

            return new NumberColumn(name, results, keepsInteger && numbers.Type == ColumnType.Integer);
        }));
    }

    private DataFrame WithKeys(IEnumerable<NumberColumn> aggregates) => new([.. _keys, .. aggregates]);

    private static int CopyPresent(NumberColumn numbers, ReadOnlySpan<int> rows, double[] target)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (!double.IsNaN(numbers[row]))
            {
                target[count++] = numbers[row];
            }
        }

        return count;
    }

    private static double Extreme(ReadOnlySpan<double> values, Func<double, double, double> choose)
    {
        var result = values.IsEmpty ? double.NaN : values[0];
        foreach (var value in values)
        {
            result = choose(result, value);
        }

        return result;
    }

    private static double MedianOf(Span<double> values)
    {
        values.Sort();
        return SampleStatistics.Quantile(values, 0.5);
    }
}

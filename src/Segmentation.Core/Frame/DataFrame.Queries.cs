namespace Segmentation.Core.Frame;

public sealed partial class DataFrame
{
    /// <summary>The rows for which <paramref name="isSelected"/> is true, without copying them.</summary>
    public DataFrameView Filter(Func<int, bool> isSelected) => new(this, RowSelection.Where(Rows, isSelected));

    /// <summary>The rows whose number in <paramref name="column"/> passes; a missing cell is given as NaN.</summary>
    /// <exception cref="ArgumentException">The column holds no numbers.</exception>
    public DataFrameView Filter(string column, Func<double, bool> isSelected)
    {
        ArgumentNullException.ThrowIfNull(isSelected);
        var numbers = this[column] as NumberColumn ?? throw new ArgumentException($"'{column}' holds no numbers.", nameof(column));
        return Filter(row => isSelected(numbers[row]));
    }

    /// <summary>The rows whose cell in <paramref name="column"/>, as the file writes it, passes; a missing cell is given as null.</summary>
    public DataFrameView Filter(string column, Func<string?, bool> isSelected)
    {
        ArgumentNullException.ThrowIfNull(isSelected);
        var cells = this[column];
        return Filter(row => isSelected(cells.Missing[row] ? null : cells.Format(row)));
    }

    /// <summary>The rows in groups that hold the same values in all of <paramref name="columns"/>; missing is a value of its own.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public Grouping GroupBy(params IReadOnlyList<string> columns) => new(new DataFrameView(this, RowSelection.All(Rows)), columns);

    /// <summary>A frame in which the missing numbers of <paramref name="column"/> are <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentException">The column holds no numbers, or the value is not finite.</exception>
    public DataFrame FillNulls(string column, double value)
    {
        var numbers = this[column] as NumberColumn ?? throw new ArgumentException($"'{column}' holds no numbers.", nameof(column));
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("Only a finite number can stand for a missing one.", nameof(value));
        }

        var values = numbers.Values.ToArray();
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = double.IsNaN(values[row]) ? value : values[row];
        }

        var isInteger = numbers.Type == ColumnType.Integer && double.IsInteger(value);
        return With(new NumberColumn(column, values, isInteger, numbers.Style with { Decimals = double.IsInteger(value) ? numbers.Style.Decimals : null }));
    }

    /// <summary>A frame in which the missing dates of <paramref name="column"/> are <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentException">The column holds no dates.</exception>
    public DataFrame FillNulls(string column, DateTime value)
    {
        var dates = this[column] as DateColumn ?? throw new ArgumentException($"'{column}' holds no dates.", nameof(column));
        var values = dates.Values.ToArray();
        values.AsSpan().Replace(DateTime.MinValue, value);
        return With(new DateColumn(column, values, dates.Pattern));
    }

    /// <summary>A frame in which the missing texts of <paramref name="column"/> are <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentException">The column holds no texts, or is boolean and does not know the word.</exception>
    public DataFrame FillNulls(string column, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var texts = this[column] as TextColumn ?? throw new ArgumentException($"'{column}' holds no texts.", nameof(column));
        var dictionary = texts.Dictionary.ToList();
        var code = dictionary.IndexOf(value);
        if (code < 0)
        {
            if (texts.Type == ColumnType.Boolean)
            {
                throw new ArgumentException($"'{column}' holds '{dictionary[0]}' and '{dictionary[1]}' only.", nameof(value));
            }

            code = dictionary.Count;
            dictionary.Add(value);
        }

        var codes = texts.Codes.ToArray();
        codes.AsSpan().Replace(TextColumn.MissingCode, code);
        return With(new TextColumn(column, texts.Type, codes, [.. dictionary]));
    }

    /// <summary>One description per column, in the columns' order. Columns are described on all processors.</summary>
    public IReadOnlyList<ColumnDescription> Description()
    {
        var descriptions = new ColumnDescription[Columns.Count];
        Parallel.For(0, descriptions.Length, place => descriptions[place] = ColumnDescription.Of(Columns[place]));
        return descriptions;
    }
}

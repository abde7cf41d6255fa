namespace Segmentation.Core.Frame;

/// <summary>A column of numbers. Missing cells hold NaN, and no other cell does; all others are finite.</summary>
public sealed partial class NumberColumn : DataColumn
{
    private readonly double[] _values;

    /// <summary>Wraps <paramref name="values"/>; the caller gives the array away. NaN is missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">Finite numbers, or NaN where missing.</param>
    /// <param name="isInteger">True when all numbers are whole.</param>
    /// <param name="style">How the file writes them; plain when null.</param>
    public NumberColumn(string name, double[] values, bool isInteger = false, NumberStyle? style = null)
        : base(name, isInteger ? ColumnType.Integer : ColumnType.Number, MaskOf(values))
    {
        _values = values;
        Style = style ?? NumberStyle.Plain;
    }

    /// <summary>Wraps <paramref name="values"/> with a mask that is known already.</summary>
    internal NumberColumn(string name, double[] values, bool isInteger, NumberStyle style, MissingMask missing)
        : base(name, isInteger ? ColumnType.Integer : ColumnType.Number, missing)
    {
        _values = values;
        Style = style;
    }

    /// <summary>The numbers; NaN where missing.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>How the file writes the numbers.</summary>
    public NumberStyle Style { get; }

    /// <summary>One number; NaN when missing.</summary>
    public double this[int row] => _values[row];

    /// <inheritdoc/>
    public override DataColumn Take(ReadOnlySpan<int> rows)
    {
        var values = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = _values[rows[i]];
        }

        return new NumberColumn(Name, values, Type == ColumnType.Integer, Style)
        {
            Misfits = TakeMisfits(rows),
            MissingTexts = MissingTexts.Take(rows),
        };
    }

    private protected override string FormatPresent(int row) => Style.Format(_values[row]);

    private protected override int ComparePresent(int left, int right) => _values[left].CompareTo(_values[right]);

    private static MissingMask MaskOf(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return MissingMask.OfNaN(values);
    }
}

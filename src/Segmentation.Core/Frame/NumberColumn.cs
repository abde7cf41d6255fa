using System.Globalization;

namespace Segmentation.Core.Frame;

/// <summary>How a file writes the numbers of a column, so that an export can write them alike.</summary>
/// <param name="DecimalSeparator">Point or comma.</param>
/// <param name="GroupSeparator">Between thousands; empty for none.</param>
/// <param name="Prefix">In front of the number, such as <c>"R$ "</c>.</param>
/// <param name="Suffix">Behind the number, such as <c>" %"</c>.</param>
/// <param name="Decimals">Digits after the separator when all cells have as many; null writes as many as are needed.</param>
/// <param name="MinimumDigits">Whole digits to pad to with zeros, for codes such as <c>00042</c>.</param>
public sealed record NumberStyle(
    char DecimalSeparator = '.',
    string GroupSeparator = "",
    string Prefix = "",
    string Suffix = "",
    int? Decimals = null,
    int MinimumDigits = 1)
{
    /// <summary>Invariant, as many digits as are needed.</summary>
    public static NumberStyle Plain { get; } = new();

    /// <summary>Writes <paramref name="value"/> in this style.</summary>
    public string Format(double value)
    {
        if (this == Plain)
        {
            return value.ToString("R", CultureInfo.InvariantCulture);
        }

        var format = new NumberFormatInfo
        {
            NumberDecimalSeparator = DecimalSeparator.ToString(),
            NumberGroupSeparator = GroupSeparator,
        };
        var pattern = (GroupSeparator.Length > 0 ? "#,##" : "") + new string('0', MinimumDigits)
            + (Decimals is { } digits ? (digits > 0 ? "." + new string('0', digits) : "") : ".###############");
        return Prefix + value.ToString(pattern, format) + Suffix;
    }
}

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

        return new NumberColumn(Name, values, Type == ColumnType.Integer, Style);
    }

    private protected override string FormatPresent(int row) => Style.Format(_values[row]);

    private protected override int ComparePresent(int left, int right) => _values[left].CompareTo(_values[right]);

    private static MissingMask MaskOf(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return MissingMask.Where(values.Length, row => double.IsNaN(values[row]));
    }
}

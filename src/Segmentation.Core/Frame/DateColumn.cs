using System.Globalization;

namespace Segmentation.Core.Frame;

/// <summary>A column of calendar dates, with or without a time of day. Missing cells hold <see cref="DateTime.MinValue"/>.</summary>
public sealed class DateColumn : DataColumn
{
    /// <summary>ISO 8601 without a time of day.</summary>
    public const string IsoDate = "yyyy-MM-dd";

    private readonly DateTime[] _values;

    /// <summary>Wraps <paramref name="values"/>; the caller gives the array away. <see cref="DateTime.MinValue"/> is missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">Dates without a time zone, as the file has them.</param>
    /// <param name="pattern">How the file writes them, as a .NET format string.</param>
    public DateColumn(string name, DateTime[] values, string pattern = IsoDate)
        : base(name, ColumnType.Date, MaskOf(values))
    {
        _values = values;
        Pattern = pattern;
    }

    /// <summary>The dates; <see cref="DateTime.MinValue"/> where missing.</summary>
    public ReadOnlySpan<DateTime> Values => _values;

    /// <summary>How the file writes the dates, as a .NET format string.</summary>
    public string Pattern { get; }

    /// <summary>One date; <see cref="DateTime.MinValue"/> when missing.</summary>
    public DateTime this[int row] => _values[row];

    /// <inheritdoc/>
    public override DataColumn Take(ReadOnlySpan<int> rows)
    {
        var values = new DateTime[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            values[i] = _values[rows[i]];
        }

        return new DateColumn(Name, values, Pattern)
        {
            Misfits = TakeMisfits(rows),
            MissingTexts = MissingTexts.Take(rows),
        };
    }

    private protected override string FormatPresent(int row) => _values[row].ToString(Pattern, CultureInfo.InvariantCulture);

    private protected override int ComparePresent(int left, int right) => _values[left].CompareTo(_values[right]);

    private static MissingMask MaskOf(DateTime[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return MissingMask.Of<DateTime>(values, DateTime.MinValue);
    }
}

using System.Globalization;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Preview;

/// <summary>A figure as a cell shows it, and with all its digits.</summary>
public readonly record struct FigureText(string Short, string? Full);

/// <summary>Least, mean and greatest of a column of numbers or dates, ready to be shown.</summary>
public sealed record ColumnFigures(FigureText Minimum, FigureText Mean, FigureText Maximum)
{
    private static readonly FigureText s_none = new("–", null);

    /// <summary>The figures of a column; dashes for what it does not have.</summary>
    /// <param name="column">The column.</param>
    /// <param name="description">It in figures.</param>
    /// <param name="role">What it is used for: an identifier is a name, whose digits all matter and whose mean means nothing.</param>
    public static ColumnFigures Of(DataColumn column, ColumnDescription description, ColumnRole role)
    {
        ArgumentNullException.ThrowIfNull(description);
        return column is DateColumn ? new ColumnFigures(Date(description.Earliest), s_none, Date(description.Latest))
            : role == ColumnRole.Identifier ? new ColumnFigures(Name(description.Minimum), s_none, Name(description.Maximum))
            : new ColumnFigures(Number(description.Minimum, column), Number(description.Mean, column), Number(description.Maximum, column));
    }

    private static FigureText Number(double? value, DataColumn column) =>
        value is { } number ? new(ValueText.Rounded(number, column), ValueText.Full(number, column)) : s_none;

    private static FigureText Name(double? value) =>
        value is { } number ? new(number.ToString("R", CultureInfo.InvariantCulture), null) : s_none;

    private static FigureText Date(DateTime? value) => value is { } date
        ? new(date.ToString(DateColumn.IsoDate, CultureInfo.InvariantCulture), date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))
        : s_none;
}

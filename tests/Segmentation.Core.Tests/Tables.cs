using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Tests;

/// <summary>Small tables made by hand, as if they had been read from a file.</summary>
internal static class Tables
{
    /// <summary>A data set of the given columns: numbers are features, dates are dates, the rest categories; the first may be named as identifier.</summary>
    public static Dataset Of(params DataColumn[] columns) => new()
    {
        Name = "table.csv",
        Frame = new DataFrame(columns),
        Schema = new Schema(columns.Select(column => KeyValuePair.Create(column.Name, RoleOf(column))).ToValueMap()),
        Dialect = new Dialect(",", "utf-8", Header: true),
    };

    public static NumberColumn Numbers(string name, params double[] values) => new(name, values);

    public static TextColumn Categories(string name, params string?[] cells) => Texts(name, ColumnType.Category, cells);

    public static TextColumn Texts(string name, ColumnType type, params string?[] cells)
    {
        string[] dictionary = [.. cells.Where(cell => cell is not null).Select(cell => cell!).Distinct()];
        return new TextColumn(name, type, [.. cells.Select(cell => cell is null ? TextColumn.MissingCode : Array.IndexOf(dictionary, cell))], dictionary);
    }

    /// <summary>Three tight groups of unequal size along a line: (0, 0) five times, (10, 10) three times, (20, 0) twice, a little apart.</summary>
    public static Dataset ThreeGroups() => Of(
        Numbers("x", 0, 0.1, 0.2, 0.1, 0, 10, 10.1, 10.2, 20, 20.1),
        Numbers("y", 0, 0.1, 0, 0.2, 0.2, 10, 10.2, 10.1, 0, 0.1));

    private static ColumnRole RoleOf(DataColumn column) =>
        column.IsNumeric ? ColumnRole.Feature : column.Type == ColumnType.Date ? ColumnRole.Date : ColumnRole.Category;
}

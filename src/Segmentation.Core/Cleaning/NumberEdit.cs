using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Columns of numbers with some cells changed.</summary>
internal static class NumberEdit
{
    /// <summary>
    /// A column with new values in <paramref name="rows"/>. It stays one of whole numbers while those values are whole,
    /// and writes as many decimals as it needs once they are not.
    /// </summary>
    public static NumberColumn With(NumberColumn column, ReadOnlySpan<int> rows, Func<double, double> change)
    {
        var values = column.Values.ToArray();
        var areWhole = true;
        foreach (var row in rows)
        {
            values[row] = change(values[row]);
            areWhole &= double.IsInteger(values[row]);
        }

        var style = areWhole ? column.Style : column.Style with { Decimals = null };
        return new NumberColumn(column.Name, values, areWhole && column.Type == ColumnType.Integer, style) { Misfits = column.Misfits };
    }
}

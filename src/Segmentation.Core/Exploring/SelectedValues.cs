using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>The present values of a column among some rows, ascending: counted out, or sorted where they are few.</summary>
internal static class SelectedValues
{
    // Walking all levels costs more than sorting, once there are so many for each row.
    private const int LevelsPerRow = 8;

    public static SortedValues Of(CodedColumn column, RowMask rows)
    {
        var present = rows.Without(column.Column.Missing);
        return new SortedValues((long)present.Count * LevelsPerRow < column.LevelCount ? Sorted(column, present) : Counted(column, present));
    }

    internal static double[] Sorted(CodedColumn column, RowMask present)
    {
        var codes = Array.ConvertAll(present.ToArray(), row => column.Codes[row]);
        Array.Sort(codes);
        return Array.ConvertAll(codes, code => column.Levels[code]);
    }

    internal static double[] Counted(CodedColumn column, RowMask present)
    {
        var counts = column.Count(present);
        var values = new double[present.Count];
        var next = 0;
        for (var level = 0; level < counts.Length; level++)
        {
            values.AsSpan(next, counts[level]).Fill(column.Levels[level]);
            next += counts[level];
        }

        return values;
    }
}

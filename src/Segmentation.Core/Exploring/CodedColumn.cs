using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>
/// A column as one code per row: the place of its number or date among the distinct ones, ascending, or that of its text in the
/// dictionary. Immutable; the arrays are not to be written to.
/// </summary>
internal sealed class CodedColumn
{
    private CodedColumn(DataColumn column, int[] codes, double[] levels, int levelCount) =>
        (Column, Codes, Levels, LevelCount) = (column, codes, levels, levelCount);

    public DataColumn Column { get; }

    /// <summary>Per row its code, -1 where missing.</summary>
    public int[] Codes { get; }

    /// <summary>The distinct numbers, ascending; ticks of dates; empty of texts.</summary>
    public double[] Levels { get; }

    /// <summary>How many codes there are.</summary>
    public int LevelCount { get; }

    /// <summary>False of texts, categories and booleans, whose codes have no order.</summary>
    public bool HasOrder => Column is not TextColumn;

    public static CodedColumn Of(DataColumn column)
    {
        if (column is TextColumn texts)
        {
            return new CodedColumn(column, texts.SharedCodes, [], texts.Dictionary.Count);
        }

        var (codes, levels) = LevelCodes.Of(column is NumberColumn numbers ? numbers.Values : TicksOf((DateColumn)column));
        return new CodedColumn(column, codes, levels, levels.Length);
    }

    /// <summary>How many of the rows have each code.</summary>
    public int[] Count(RowMask rows)
    {
        var visitor = new Counter(Codes, new int[LevelCount]);
        rows.ForEach(ref visitor, 0, rows.Length);
        return visitor.Counts;
    }

    // Ticks of whole seconds are exact as doubles.
    private static double[] TicksOf(DateColumn column)
    {
        var ticks = new double[column.Length];
        for (var row = 0; row < ticks.Length; row++)
        {
            ticks[row] = column[row] == DateTime.MinValue ? double.NaN : column[row].Ticks;
        }

        return ticks;
    }

    private readonly struct Counter(int[] codes, int[] counts) : IRowVisitor
    {
        public int[] Counts => counts;

        public void Visit(int row)
        {
            if (codes[row] >= 0)
            {
                counts[codes[row]]++;
            }
        }
    }
}

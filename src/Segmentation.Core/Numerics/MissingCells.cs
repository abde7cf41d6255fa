using System.Numerics;

namespace Segmentation.Core.Numerics;

/// <summary>Which cells of a matrix are missing: one bit per cell, column after column. Immutable.</summary>
public sealed class MissingCells
{
    private readonly ulong[] _bits;

    private MissingCells(int rows, int columns, ulong[] bits)
    {
        (Rows, Columns, _bits) = (rows, columns, bits);
        foreach (var word in bits)
        {
            Count += BitOperations.PopCount(word);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Number of missing cells.</summary>
    public long Count { get; }

    /// <summary>The cells for which <paramref name="isMissing"/>, asked by row and column, is true.</summary>
    public static MissingCells Where(int rows, int columns, Func<int, int, bool> isMissing)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        ArgumentNullException.ThrowIfNull(isMissing);
        var bits = new ulong[columns * WordsOf(rows)];
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < rows; row++)
            {
                bits[(column * WordsOf(rows)) + (row >> 6)] |= (isMissing(row, column) ? 1UL : 0) << (row & 63);
            }
        }

        return new MissingCells(rows, columns, bits);
    }

    /// <summary>True when the cell is missing.</summary>
    public bool this[int row, int column] => (_bits[(column * WordsOf(Rows)) + (row >> 6)] >> (row & 63) & 1) != 0;

    /// <summary>The mask of the given rows, in the given order.</summary>
    public MissingCells Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Where(rows.Length, Columns, (row, column) => this[rows[row], column]);
    }

    /// <summary>True when every cell of a row is missing.</summary>
    public bool IsWholeRow(int row)
    {
        var column = 0;
        while (column < Columns && this[row, column])
        {
            column++;
        }

        return column == Columns;
    }

    private static int WordsOf(int rows) => (rows + 63) / 64;
}

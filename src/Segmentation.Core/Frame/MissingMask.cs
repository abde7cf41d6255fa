using System.Numerics;
using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame;

/// <summary>Which cells of a column are missing: one bit per row. Immutable.</summary>
public sealed class MissingMask
{
    private readonly ulong[]? _bits;

    private MissingMask(int length, ulong[]? bits, int count) => (Length, _bits, Count) = (length, bits, count);

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>Number of missing cells.</summary>
    public int Count { get; }

    /// <summary>A mask of a column without missing cells.</summary>
    public static MissingMask None(int length) => new(length, null, 0);

    /// <summary>A mask from one bit per row, lowest first; the caller gives the array away.</summary>
    public static MissingMask FromBits(int length, ulong[] bits)
    {
        ArgumentNullException.ThrowIfNull(bits);
        ArgumentOutOfRangeException.ThrowIfLessThan(bits.Length, (length + 63) / 64);
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count == 0 ? None(length) : new MissingMask(length, bits, count);
    }

    /// <summary>A mask of the rows for which <paramref name="isMissing"/> is true.</summary>
    public static MissingMask Where(int length, Func<int, bool> isMissing)
    {
        ArgumentNullException.ThrowIfNull(isMissing);
        var bits = new ulong[(length + 63) / 64];
        for (var row = 0; row < length; row++)
        {
            if (isMissing(row))
            {
                bits[row >> 6] |= 1UL << (row & 63);
            }
        }

        return FromBits(length, bits);
    }

    /// <summary>A mask of the rows that hold NaN.</summary>
    internal static MissingMask OfNaN(ReadOnlySpan<double> values) => Of(values, double.NaN);

    /// <summary>A mask of the rows that hold <paramref name="missing"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static MissingMask Of<T>(ReadOnlySpan<T> values, T missing)
        where T : IEquatable<T>
    {
        var bits = new ulong[(values.Length + 63) / 64];
        for (var word = 0; word < bits.Length; word++)
        {
            var start = word * 64;
            bits[word] = WordOf(values[start..Math.Min(start + 64, values.Length)], missing);
        }

        return FromBits(values.Length, bits);
    }

    // Up to 64 rows. Gathered in a register, not in the array.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WordOf<T>(ReadOnlySpan<T> rows, T missing)
        where T : IEquatable<T>
    {
        var word = 0UL;
        for (var row = 0; row < rows.Length; row++)
        {
            word |= (rows[row].Equals(missing) ? 1UL : 0) << row;
        }

        return word;
    }

    /// <summary>The bits of 64 rows, from row 64 x <paramref name="index"/> on, the lowest first.</summary>
    internal ulong Word(int index) => _bits is null ? 0 : _bits[index];

    /// <summary>True when the cell of <paramref name="row"/> is missing.</summary>
    public bool this[int row] => _bits is not null && (_bits[row >> 6] & (1UL << (row & 63))) != 0;
}

using System.Numerics;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Compares rows over some columns, by a hash code per row first and cell by cell where those agree.</summary>
internal sealed class RowEquality
{
    private const ulong Odd = 0x9E3779B97F4A7C15;
    private const ulong MissingBits = 0x7FF8_0000_0000_0001;
    private const int RowsBetweenChecks = 1 << 16;

    private readonly DataColumn[] _columns;
    private readonly ulong[] _hashes;

    public RowEquality(DataColumn[] columns, int rows, CancellationToken cancellationToken)
    {
        (_columns, _hashes) = (columns, new ulong[rows]);
        foreach (var column in columns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddHashes(column, _hashes);
        }
    }

    private RowEquality(DataColumn[] columns, ulong[] hashes) => (_columns, _hashes) = (columns, hashes);

    public IReadOnlyList<DataColumn> Columns => _columns;

    /// <summary>Compares over one column more.</summary>
    public RowEquality And(DataColumn column)
    {
        var hashes = (ulong[])_hashes.Clone();
        AddHashes(column, hashes);
        return new RowEquality([.. _columns, column], hashes);
    }

    /// <summary>The rows that equal an earlier one, ascending.</summary>
    public int[] FindRepeats(CancellationToken cancellationToken)
    {
        // Open addressing at half load; a slot holds one more than the row that was first to have its cells.
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(_hashes.Length, 1) * 2)];
        var repeats = new List<int>();
        for (var row = 0; row < _hashes.Length; row++)
        {
            if (row % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!TryClaim(slots, row))
            {
                repeats.Add(row);
            }
        }

        return [.. repeats];
    }

    private bool TryClaim(int[] slots, int row)
    {
        var mask = slots.Length - 1;
        var slot = (int)(_hashes[row] >> 32) & mask;
        while (slots[slot] != 0)
        {
            if (AreEqual(slots[slot] - 1, row))
            {
                return false;
            }

            slot = (slot + 1) & mask;
        }

        slots[slot] = row + 1;
        return true;
    }

    private bool AreEqual(int left, int right)
    {
        if (_hashes[left] != _hashes[right])
        {
            return false;
        }

        foreach (var column in _columns)
        {
            if (!CellsAreEqual(column, left, right))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two cells are both missing or hold the same value; what a misfit's text was does not matter.</summary>
    public static bool ValuesAreEqual(DataColumn column, int left, int right) => column switch
    {
        NumberColumn numbers => numbers[left].Equals(numbers[right]) || numbers[left] == numbers[right],
        TextColumn texts => texts.Codes[left] == texts.Codes[right],
        DateColumn dates => dates[left] == dates[right],
        _ => column.CompareRows(left, right) == 0,
    };

    private static bool CellsAreEqual(DataColumn column, int left, int right) =>
        ValuesAreEqual(column, left, right)
        && (column.Misfits.Count == 0 || column.Misfits.GetValueOrDefault(left) == column.Misfits.GetValueOrDefault(right));

    private static void AddHashes(DataColumn column, ulong[] hashes)
    {
        switch (column)
        {
            case NumberColumn numbers:
                AddNumbers(numbers.Values, hashes);
                break;
            case TextColumn texts:
                AddCodes(texts.Codes, hashes);
                break;
            case DateColumn dates:
                AddDates(dates.Values, hashes);
                break;
        }
    }

    private static void AddNumbers(ReadOnlySpan<double> values, ulong[] hashes)
    {
        for (var row = 0; row < values.Length; row++)
        {
            // Adding zero makes the two zeros one.
            var bits = double.IsNaN(values[row]) ? MissingBits : BitConverter.DoubleToUInt64Bits(values[row] + 0.0);
            hashes[row] = Mix(hashes[row], bits);
        }
    }

    private static void AddCodes(ReadOnlySpan<int> codes, ulong[] hashes)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            hashes[row] = Mix(hashes[row], (uint)codes[row]);
        }
    }

    private static void AddDates(ReadOnlySpan<DateTime> dates, ulong[] hashes)
    {
        for (var row = 0; row < dates.Length; row++)
        {
            hashes[row] = Mix(hashes[row], (ulong)dates[row].Ticks);
        }
    }

    // A multiply spreads low bits upwards, the fold brings the high half back: enough for buckets taken from the top half.
    private static ulong Mix(ulong hash, ulong bits)
    {
        var high = Math.BigMul(hash ^ bits ^ Odd, 0xD6E8FEB86659FD93, out var low);
        return BitOperations.RotateLeft(hash, 23) * Odd + (high ^ low);
    }
}

using Segmentation.Core.Collections;

namespace Segmentation.Core.Frame;

/// <summary>Which group, such as a segment, each row of a frame belongs to. Immutable.</summary>
public sealed class RowGroups
{
    /// <summary>Label of a row in no group.</summary>
    public const byte None = byte.MaxValue;

    private readonly byte[] _labels;

    /// <summary>Wraps <paramref name="labels"/>; the caller gives the array away.</summary>
    /// <param name="labels">Per row of the frame the place of its group in <paramref name="numbers"/>, or <see cref="None"/>.</param>
    /// <param name="numbers">What each group is called by: its number.</param>
    public RowGroups(byte[] labels, ValueList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, None, nameof(numbers));
        (_labels, Numbers) = (labels, numbers);
    }

    /// <summary>The groups' numbers, in the order of their labels.</summary>
    public ValueList<int> Numbers { get; }

    /// <summary>Number of rows of the frame.</summary>
    public int Length => _labels.Length;

    /// <summary>Per row the place of its group in <see cref="Numbers"/>, or <see cref="None"/>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>Groups of a part of the rows, the others in none.</summary>
    /// <param name="rows">The rows that have labels.</param>
    /// <param name="labels">One for each row of <paramref name="rows"/>.</param>
    /// <param name="numbers">As for the constructor.</param>
    public static RowGroups Of(RowSelection rows, ReadOnlySpan<byte> labels, ValueList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = new byte[rows.Total];
        Array.Fill(all, None);
        for (var position = 0; position < labels.Length; position++)
        {
            all[rows[position]] = labels[position];
        }

        return new RowGroups(all, numbers);
    }

    /// <summary>The rows of one group, by its place in <see cref="Numbers"/>.</summary>
    public RowMask MaskOf(int group)
    {
        var words = new ulong[(_labels.Length + 63) / 64];
        for (var row = 0; row < _labels.Length; row++)
        {
            words[row >> 6] |= (_labels[row] == group ? 1UL : 0) << (row & 63);
        }

        return RowMask.FromWords(_labels.Length, words);
    }
}

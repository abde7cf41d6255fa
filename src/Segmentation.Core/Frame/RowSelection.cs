namespace Segmentation.Core.Frame;

/// <summary>Some rows of a frame, in ascending order, without a copy of the frame. Immutable.</summary>
public sealed class RowSelection
{
    private readonly int[]? _indices;

    private RowSelection(int total, int[]? indices) => (Total, _indices) = (total, indices);

    /// <summary>Rows of the frame that the selection was made from.</summary>
    public int Total { get; }

    /// <summary>Rows selected.</summary>
    public int Count => _indices?.Length ?? Total;

    /// <summary>True when no row was left out.</summary>
    public bool IsAll => Count == Total;

    /// <summary>The frame's row at <paramref name="position"/> of the selection.</summary>
    public int this[int position] => _indices is null ? position : _indices[position];

    /// <summary>Every row of a frame with <paramref name="total"/> rows.</summary>
    public static RowSelection All(int total) => new(total, null);

    /// <summary>The rows for which <paramref name="isSelected"/> is true.</summary>
    public static RowSelection Where(int total, Func<int, bool> isSelected)
    {
        ArgumentNullException.ThrowIfNull(isSelected);
        var indices = new List<int>(total);
        for (var row = 0; row < total; row++)
        {
            if (isSelected(row))
            {
                indices.Add(row);
            }
        }

        return indices.Count == total ? All(total) : new RowSelection(total, [.. indices]);
    }

    /// <summary>The selected rows of the frame, ascending.</summary>
    public int[] ToArray()
    {
        var rows = new int[Count];
        for (var position = 0; position < rows.Length; position++)
        {
            rows[position] = this[position];
        }

        return rows;
    }

    /// <summary>The place of a frame's row in the selection, or -1 when it was left out. Takes the logarithm of <see cref="Count"/> steps.</summary>
    public int PositionOf(int row)
    {
        if (_indices is null)
        {
            return row >= 0 && row < Total ? row : -1;
        }

        return Math.Max(Array.BinarySearch(_indices, row), -1);
    }
}

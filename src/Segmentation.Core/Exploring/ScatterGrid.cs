using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>Columns against each other in cells that are counted, so that a million rows cost no more to draw than a hundred.</summary>
/// <param name="Columns">The columns, in their order.</param>
/// <param name="Tables">Each pair once, the earlier column first: (0, 1), (0, 2), ..., (1, 2), ...</param>
public sealed record ScatterGrid(IReadOnlyList<ColumnOverview> Columns, IReadOnlyList<SlotTable> Tables)
{
    /// <summary>Most columns of one grid.</summary>
    public const int MaxColumns = 6;

    /// <summary>Of two columns, by their places, the first being the earlier one.</summary>
    public SlotTable this[int first, int second] => Tables[PlaceOf(first, second)];

    /// <summary>Where in <see cref="Tables"/> the table of two columns is, by their places, the first being the earlier one.</summary>
    public int PlaceOf(int first, int second) => AssociationMatrix.PlaceOf(first, second, Columns.Count);

    /// <summary>Counts all pairs of up to <see cref="MaxColumns"/> columns.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">Columns of it.</param>
    /// <param name="rows">The rows to count.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many columns.</exception>
    public static ScatterGrid Of(
        CodedFrame frame, IReadOnlyList<ColumnOverview> columns, RowMask rows, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns.Count, MaxColumns, nameof(columns));
        var pairs = (from first in Enumerable.Range(0, columns.Count)
                     from second in Enumerable.Range(first + 1, columns.Count - first - 1)
                     select (columns[first].Axis, columns[second].Axis)).ToArray();
        var tables = new SlotTable[pairs.Length];
        Chunks.Run(
            pairs.Length,
            Chunks.ThreadsFor(threads),
            pair => tables[pair] = SlotTable.Of(frame, pairs[pair].Item1, pairs[pair].Item2, rows),
            cancellationToken);
        return new ScatterGrid(columns, tables);
    }
}

using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Which rows repeat an earlier one. Depends on the frame and the identifier only, so it is found once per file.</summary>
/// <param name="Exact">Rows equal to an earlier one in every column, ascending.</param>
/// <param name="ButForIdentifier">Rows equal to an earlier one in every column but the identifier, ascending; empty without an identifier.</param>
public sealed record RowDuplicates(int[] Exact, int[] ButForIdentifier)
{
    /// <summary>Finds the rows of <paramref name="frame"/> that repeat an earlier one.</summary>
    public static RowDuplicates Find(DataFrame frame, Schema schema, CancellationToken cancellationToken = default) => new([], []);
}

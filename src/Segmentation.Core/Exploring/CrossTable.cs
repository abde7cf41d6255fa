using MathNet.Numerics;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>Two columns of categories against each other, with what would be expected if they had nothing to do with each other.</summary>
/// <param name="Counts">
/// The table. Categories beyond the most frequent <see cref="ColumnAxis.MaxCategories"/> of a column are one row or column of it, also for
/// the figures here.
/// </param>
public sealed record CrossTable(SlotTable Counts)
{
    /// <summary>Expected counts under which Pearson's test is doubtful (Cochran 1954).</summary>
    public const int LeastExpected = 5;

    private readonly int[] _firstTotals =
        [.. Enumerable.Range(0, Counts.First.Slots.Count).Select(first => Enumerable.Range(0, Counts.Second.Slots.Count).Sum(second => Counts[first, second]))];

    private readonly int[] _secondTotals =
        [.. Enumerable.Range(0, Counts.Second.Slots.Count).Select(second => Enumerable.Range(0, Counts.First.Slots.Count).Sum(first => Counts[first, second]))];

    /// <summary>
    /// Pearson's chi-square: the sum of (count - expected)^2 / expected. Without Yates' correction, also of a table of two by two.
    /// </summary>
    public double ChiSquare => Cells().Sum(cell => (cell.Count - cell.Expected) * (cell.Count - cell.Expected) / cell.Expected);

    /// <summary>(rows - 1) (columns - 1), of rows and columns with counts; 0 when there is nothing to compare.</summary>
    public int DegreesOfFreedom => Math.Max(0, Occupied(_firstTotals) - 1) * Math.Max(0, Occupied(_secondTotals) - 1);

    /// <summary>
    /// How likely a chi-square of this size or more is by chance: the upper tail of the chi-square distribution. Null when there is
    /// nothing to compare.
    /// </summary>
    public double? PValue => DegreesOfFreedom == 0 ? null : SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2.0, ChiSquare / 2);

    /// <summary>
    /// Cramer's V, 0 for no association to 1: sqrt(chi-square / (n min(rows - 1, columns - 1))). Not corrected for bias, as in
    /// scipy.stats.contingency.association and most textbooks; a small table of few rows reads a little high. Null when there is nothing
    /// to compare.
    /// </summary>
    public double? CramersV => DegreesOfFreedom == 0
        ? null
        : Math.Min(1, Math.Sqrt(ChiSquare / Counts.Total / (Math.Min(Occupied(_firstTotals), Occupied(_secondTotals)) - 1)));

    /// <summary>Cells whose expected count is under <see cref="LeastExpected"/>: with many of them the p-value means little.</summary>
    public int CellsWithFewExpected => Cells().Count(cell => cell.Expected < LeastExpected);

    /// <summary>Cells in rows and columns with counts.</summary>
    public int OccupiedCells => Occupied(_firstTotals) * Occupied(_secondTotals);

    /// <summary>The table of two columns over some rows.</summary>
    public static CrossTable Of(CodedFrame frame, ColumnAxis first, ColumnAxis second, RowMask rows) => new(SlotTable.Of(frame, first, second, rows));

    /// <summary>The count of a cell that would be expected; 0 in a row or column without counts.</summary>
    public double Expected(int first, int second) =>
        Counts.Total == 0 ? 0 : (double)_firstTotals[first] * _secondTotals[second] / Counts.Total;

    private static int Occupied(int[] totals) => totals.Count(total => total > 0);

    private IEnumerable<(double Count, double Expected)> Cells() =>
        from first in Enumerable.Range(0, _firstTotals.Length)
        where _firstTotals[first] > 0
        from second in Enumerable.Range(0, _secondTotals.Length)
        where _secondTotals[second] > 0
        select ((double)Counts[first, second], Expected(first, second));
}

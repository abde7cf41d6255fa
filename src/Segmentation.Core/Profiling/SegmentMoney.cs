using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>What the rows of one segment spent.</summary>
/// <param name="Share">Of what all clustered rows spent, 0 to 1; null where that is nothing or less.</param>
/// <param name="Total">Of the segment.</param>
/// <param name="Mean">Per row; NaN where no row says.</param>
/// <param name="Median">Per row, the mean of the middle two of an even number; NaN where no row says.</param>
public sealed record SegmentMoney(double? Share, double Total, double Mean, double Median)
{
    /// <summary>The money of each group. A row's money is the sum of its cells that are there.</summary>
    internal static IReadOnlyList<SegmentMoney> Of(DataFrame frame, IReadOnlyList<string> columns, GroupedRows rows)
    {
        var spent = RowTotals(frame, columns, rows.Rows);
        var groups = Enumerable.Range(0, rows.Groups).Select(group => Present(spent, rows.PositionsOf(group))).ToArray();
        Parallel.ForEach(groups, Array.Sort);
        var all = groups.Sum(group => group.Sum());
        return [.. groups.Select(group => new SegmentMoney(
            all > 0 ? group.Sum() / all : null, group.Sum(), group.Length == 0 ? double.NaN : group.Sum() / group.Length, MedianOf(group)))];
    }

    private static double[] RowTotals(DataFrame frame, IReadOnlyList<string> columns, RowSelection rows)
    {
        var totals = new double[rows.Count];
        Array.Fill(totals, double.NaN);
        foreach (var column in columns.Select(name => (NumberColumn)frame[name]))
        {
            for (var i = 0; i < totals.Length; i++)
            {
                var value = column[rows[i]];
                totals[i] = double.IsNaN(value) ? totals[i] : double.IsNaN(totals[i]) ? value : totals[i] + value;
            }
        }

        return totals;
    }

    private static double[] Present(double[] values, int[] positions) =>
        Array.FindAll(Array.ConvertAll(positions, position => values[position]), value => !double.IsNaN(value));

    private static double MedianOf(double[] sorted) => sorted.Length == 0
        ? double.NaN
        : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}

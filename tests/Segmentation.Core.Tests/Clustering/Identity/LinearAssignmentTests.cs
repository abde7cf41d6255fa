using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Identity;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Identity;

public sealed class LinearAssignmentTests
{
    // The example of scipy.optimize.linear_sum_assignment's documentation: columns 1 0 2, cost 5.
    [Fact]
    public void ThreeRowsByHand() => Assert.Equal([1, 0, 2], LinearAssignment.Minimise(new double[,] { { 4, 1, 3 }, { 2, 0, 5 }, { 3, 2, 2 } }));

    [Fact]
    public void NoRowsNeedNoColumns() => Assert.Empty(LinearAssignment.Minimise(new double[0, 3]));

    [Fact]
    public void TheCostIsTheLeastOfAllAssignments()
    {
        var tables =
            from rows in Gen.Choose(1, 6)
            from more in Gen.Choose(0, 2)
            from cells in Gen.ArrayOf(Gen.Choose(-5, 12), rows * (rows + more))
            select (Rows: rows, Columns: rows + more, Cells: cells);
        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var costs = new double[table.Rows, table.Columns];
            Buffer.BlockCopy(Array.ConvertAll(table.Cells, cell => (double)cell), 0, costs, 0, table.Cells.Length * sizeof(double));

            var columns = LinearAssignment.Minimise(costs);

            Assert.Equal(table.Rows, columns.Distinct().Count());
            Assert.Equal(Least(costs, 0, new bool[table.Columns]), columns.Select((column, row) => costs[row, column]).Sum());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TheLargestTableKeepsWhatIsHidden()
    {
        var random = new SeededRandom(4);
        int[] hidden = [.. Enumerable.Range(0, 254).OrderBy(_ => random.NextBits())];
        var costs = new double[254, 254];
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i / 254, i % 254] = hidden[i / 254] == i % 254 ? random.NextDouble() - 1 : random.NextDouble();
        }

        Assert.Equal(hidden, LinearAssignment.Minimise(costs));
    }

    private static double Least(double[,] costs, int row, bool[] taken)
    {
        if (row == costs.GetLength(0))
        {
            return 0;
        }

        var least = double.PositiveInfinity;
        for (var column = 0; column < taken.Length; column++)
        {
            if (!taken[column])
            {
                taken[column] = true;
                least = Math.Min(least, costs[row, column] + Least(costs, row + 1, taken));
                taken[column] = false;
            }
        }

        return least;
    }
}

using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class MissingCellsTests
{
    [Fact]
    public void Where_MoreRowsThanAWordHasBits_RemembersEachCell()
    {
        var mask = MissingCells.Where(131, 3, (row, column) => (row + column) % 5 == 0);

        for (var row = 0; row < 131; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                Assert.Equal((row + column) % 5 == 0, mask[row, column]);
            }
        }

        Assert.Equal((131, 3), (mask.Rows, mask.Columns));
        Assert.Equal(27 + 26 + 26, mask.Count);
    }

    [Fact]
    public void IsWholeRow_OnlyWithoutAnyCell()
    {
        var mask = MissingCells.Where(3, 2, (row, column) => row > column);

        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(mask.IsWholeRow));
    }

    [Fact]
    public void Take_Rows_InTheirOrder()
    {
        var mask = MissingCells.Where(4, 1, (row, _) => row == 2).Take([3, 2, 0]);

        Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(row => mask[row, 0]));
    }
}

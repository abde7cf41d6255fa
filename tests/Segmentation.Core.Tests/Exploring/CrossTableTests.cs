using Segmentation.Core.Cleaning;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Xunit;

namespace Segmentation.Core.Tests.Exploring;

public class CrossTableTests
{
    // python3 -c "from scipy import stats; import numpy as np; t=[[10,20],[30,5]]; print(stats.chi2_contingency(t, correction=False)); print(stats.contingency.association(np.array(t), method='cramer'))"
    [Fact]
    public void Of_TwoByTwo_EqualsScipyWithoutYates()
    {
        var table = Of(
            [.. Enumerable.Repeat("a", 30), .. Enumerable.Repeat("b", 35)],
            [.. Enumerable.Repeat("x", 10), .. Enumerable.Repeat("y", 20), .. Enumerable.Repeat("x", 30), .. Enumerable.Repeat("y", 5)]);

        Assert.Equal(18.726190476190474, table.ChiSquare, 1e-12);
        Assert.Equal(1.5089565704354248e-05, table.PValue!.Value, 1e-15);
        Assert.Equal(0.5367450401216932, table.CramersV!.Value, 1e-13);
        Assert.Equal((1, 0), (table.DegreesOfFreedom, table.CellsWithFewExpected));
        Assert.Equal(65, Cells(table).Sum(cell => cell.Expected), 1e-12);
    }

    // python3: scipy.stats.chi2_contingency(pandas.crosstab(d.Education, d.Marital_Status), correction=False)
    [Fact]
    public void Of_EducationByMaritalStatus_EqualsScipy()
    {
        var path = SharedData.Find("marketing_campaign.csv");
        Assert.SkipWhen(path is null, "marketing_campaign.csv is not here");
        var table = Of(DatasetReader.Read(path!, ReadingOptions.Default).Frame, "Education", "Marital_Status");

        Assert.Equal(27.28808951783786, table.ChiSquare, 1e-10);
        Assert.Equal(0.5026041781229574, table.PValue!.Value, 1e-12);
        Assert.Equal((28, 16, 40), (table.DegreesOfFreedom, table.CellsWithFewExpected, table.OccupiedCells));
    }

    [Fact]
    public void Of_OneCategory_HasNothingToCompare()
    {
        var table = Of(["a", "a", null], ["x", "y", "x"]);

        Assert.Equal((0, null, null, 2), (table.DegreesOfFreedom, table.PValue, table.CramersV, table.Counts.Total));
        Assert.Null(Of([null, "a"], ["x", null]).CramersV);
    }

    [Fact]
    public void Of_PartOfTheRows_LeavesEmptyCategoriesOut()
    {
        var frame = new CodedFrame(new DataFrame([Tables.Categories("a", "p", "q", "r", "p", "q"), Tables.Categories("b", "x", "y", "x", "y", "x")]));
        var (first, second) = (Axis(frame, "a"), Axis(frame, "b"));

        Assert.Equal(2, CrossTable.Of(frame, first, second, RowMask.All(5)).DegreesOfFreedom);
        Assert.Equal(1, CrossTable.Of(frame, first, second, RowMask.Of(RowSelection.Where(5, row => row != 2))).DegreesOfFreedom);
    }

    [Fact]
    public void ScatterGrid_AnyRows_CountsEachRowWithBothValuesOnce() => RandomFrames.ForAll((table, mask) =>
    {
        var frame = new CodedFrame(table);
        var columns = ColumnSurvey.Overviews(frame, ["n", "w", "m", "d", "c", "b"], RowMask.All(table.Rows), new CleaningOptions(), []);
        var grid = ScatterGrid.Of(frame, columns, mask, 2);
        for (var first = 0; first < 6; first++)
        {
            for (var second = first + 1; second < 6; second++)
            {
                AssertSameCounts(grid[first, second], table, mask);
            }
        }
    }, maxRows: 30);

    private static void AssertSameCounts(SlotTable cells, DataFrame table, RowMask mask)
    {
        var total = 0;
        for (var first = 0; first < cells.First.Slots.Count; first++)
        {
            for (var second = 0; second < cells.Second.Slots.Count; second++)
            {
                total += cells[first, second];
                var filter = new RowFilter([cells.First.Slots[first].Condition, cells.Second.Slots[second].Condition]);
                Assert.Equal(filter.Evaluate(table).Matching.And(mask).Count, cells[first, second]);
            }
        }

        Assert.Equal(cells.Total, total);
    }

    private static IEnumerable<(int Count, double Expected)> Cells(CrossTable table) =>
        from first in Enumerable.Range(0, table.Counts.First.Slots.Count)
        from second in Enumerable.Range(0, table.Counts.Second.Slots.Count)
        select (table.Counts[first, second], table.Expected(first, second));

    private static CrossTable Of(string?[] first, string?[] second) =>
        Of(new DataFrame([Tables.Categories("a", first), Tables.Categories("b", second)]), "a", "b");

    private static CrossTable Of(DataFrame table, string first, string second)
    {
        var frame = new CodedFrame(table);
        return CrossTable.Of(frame, Axis(frame, first), Axis(frame, second), RowMask.All(table.Rows));
    }

    private static ColumnAxis Axis(CodedFrame frame, string column) =>
        ColumnOverview.Of(frame, column, RowMask.All(frame.Frame.Rows), new OutlierOptions()).Axis;
}

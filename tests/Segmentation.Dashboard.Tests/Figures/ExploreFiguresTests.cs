using Segmentation.Core.Cleaning;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ExploreFiguresTests
{
    private static readonly CodedFrame s_frame = new(SmallData.Frame);
    private static readonly IReadOnlyList<ColumnOverview> s_columns =
        ColumnSurvey.Overviews(s_frame, [.. SmallData.Frame.Columns.Select(column => column.Name)], RowMask.All(20), new CleaningOptions(), []);

    [Fact]
    public void Bars_OfASelection_AreSharesOfTheirOwnNumber()
    {
        var filter = new RowFilter([new CategoryChoice("Town", ["York"])]);
        var part = ColumnStatistics.Of(s_frame, s_columns[4], filter.Evaluate(SmallData.Frame).Matching);
        var bars = BarsFigure.Of(s_columns[4], part, SmallData.Frame["Town"], filter, RowNoun.Customer);

        // York 10 of 20, Leeds 9, leeds 1: of the selected all are in York.
        Assert.Equal(["York", "Leeds", "leeds"], bars.Bars.Select(bar => bar.Label));
        Assert.Equal([50, 45, 5], bars.Bars.Select(bar => Math.Round(bar.All, 9)));
        Assert.Equal([100.0, 0, 0], bars.Bars.Select(bar => bar.Part));
        Assert.Equal([true, false, false], bars.Bars.Select(bar => bar.IsChosen));
        Assert.Equal("Town is York: 10 customers, 100 % of the selected, 50 % of all", bars.Bars[0].Detail);
    }

    [Fact]
    public void Bars_OfNothing_AreNone()
    {
        var frame = new CodedFrame(new DataFrame([new NumberColumn("x", [double.NaN])]));
        var overview = ColumnOverview.Of(frame, "x", RowMask.All(1), new OutlierOptions());

        Assert.Empty(BarsFigure.Of(overview, overview.All, frame.Frame["x"], RowFilter.None, RowNoun.Row).Bars);
        Assert.Equal("no values", StatisticsWords.Typical(overview.Axis, overview.All, frame.Frame["x"]));
    }

    [Fact]
    public void Cells_AClick_FindsTheCellThatIsDrawnThere()
    {
        var table = SlotTable.Of(s_frame, s_columns[1].Axis, s_columns[4].Axis, RowMask.All(20));
        var figure = CellsFigure.Of(table, RowNoun.Customer);

        // Ages grow upwards: the top row holds the oldest.
        Assert.Equal(table.First.Slots[^1], figure.At(0.01, 0.001)!.Value.First);
        Assert.Equal(table.First.Slots[0], figure.At(0.01, 0.999)!.Value.First);
        Assert.Equal("leeds", figure.At(1, 0.5)!.Value.Second.Category);
        Assert.Null(figure.At(-0.1, 0.5));
        Assert.Equal(CellsFigure.MostShades, figure.Shades.Count);
    }

    [Fact]
    public void Cells_Turned_HoldTheSameCounts()
    {
        var table = SlotTable.Of(s_frame, s_columns[1].Axis, s_columns[4].Axis, RowMask.All(20));

        Assert.Equal(table[0, 1], table.Turned()[1, 0]);
        Assert.Equal((table.Total, table.First), (table.Turned().Total, table.Turned().Second));
    }

    [Fact]
    public void Map_OfAMatrix_IsTheLowerTriangle()
    {
        var figure = AssociationFigure.Of(Associations.Of(s_frame, s_columns, RowMask.All(20)));

        Assert.Equal([0, 1, 2, 3, 4, 5], figure.Rows.Select(row => row.Count));
        Assert.Equal("1.00", figure.Rows[5][0].Text);
        Assert.Contains("Pearson's correlation 1.00, strong", figure.Rows[5][0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Standouts_OfAFile_TellTheStrongestTheEmptiestAndTheMostLopsided()
    {
        var words = ExploreWords.Standouts([.. s_columns.Select(column => column.All)], Associations.Of(s_frame, [.. s_columns.Skip(1).Take(4)], RowMask.All(20)));

        Assert.Matches("go together most .*; Age is missing most often \\(5 %\\); (Income|Birth year) is the most lopsided \\(long tail to the (left|right), skew -?4", words);
        Assert.Equal("Looking for what stands out …", ExploreWords.Standouts([], null));
    }

    [Theory]
    [InlineData(1, 20, 0, "1 of 20 customers (5 %)")]
    [InlineData(7, 20, 2, "7 of 20 customers (35 %); 2 more have no value there and are not among them")]
    public void Left_AnyNumbers_ReadsWell(int selected, int all, int unknown, string words) =>
        Assert.Equal(words, ExploreWords.Left(selected, all, unknown, RowNoun.Customer));

    [Fact]
    public void FigureRows_OfEachKind_HaveACellPerPart()
    {
        foreach (var overview in s_columns)
        {
            var rows = FigureRows.Of(overview, [new("All", null, overview.All), new("One", 1, overview.All)], SmallData.Frame[overview.Column]);

            Assert.All(rows, row => Assert.Equal(2, row.Cells.Count));
            Assert.Contains(rows, row => row.Name == "Missing");
        }
    }
}

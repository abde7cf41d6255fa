using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ProfileFigureTests
{
    [Fact]
    public void Of_AColumnWithAUnit_WritesItInCellsAndBars()
    {
        var frame = new DataFrame([new NumberColumn("Income (k€)", [1], style: new NumberStyle(Prefix: "R$ "))]);

        var figure = ProfileFigure.Of(Snapshots.Two.Profiles, Snapshots.Two.Features.Columns, frame);

        var income = figure.Features.ToList().IndexOf("Income (k€)");
        Assert.All(figure.Rows, row => Assert.StartsWith("R$ ", row.Cells[income].Text, StringComparison.Ordinal));
        Assert.All(figure.Rows, row => Assert.Contains(": R$ ", row.Cells[income].Detail, StringComparison.Ordinal));
        Assert.All(figure.Bars[income].Bars, bar => Assert.StartsWith("R$ ", bar.Text, StringComparison.Ordinal));
    }

    private static readonly ProfileFigure s_figure = ProfileFigure.Of(Snapshots.Two.Profiles, Snapshots.Two.Features.Columns);

    [Fact]
    public void Of_Cells_HoldMeansInTheFilesUnit()
    {
        Assert.Equal(["Income (k€)", "Score"], s_figure.Features);
        Assert.Equal(["12", "81"], s_figure.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["92", "20"], s_figure.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Contains("of all 38.66666666666", s_figure.Rows[0].Cells[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Colours_DivergeAroundTheAverage()
    {
        Assert.Contains("--heat-low", s_figure.Rows[0].Cells[0].Style, StringComparison.Ordinal);
        Assert.Contains("--heat-high", s_figure.Rows[0].Cells[1].Style, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Bars_BeginAtZeroAndShareAScale()
    {
        var income = s_figure.Bars[0];

        Assert.Equal("38.7", income.Overall);
        Assert.Equal(38.667 / 92, income.OverallAt, 3);
        Assert.Equal((0, 12.0 / 92), (income.Bars[0].Start, income.Bars[0].Length));
        Assert.Equal((0, 1), (income.Bars[1].Start, income.Bars[1].Length));
    }

    [Fact]
    public void Of_Categories_AreShares()
    {
        var snapshot = Snapshots.Run(Snapshots.Choosing("Income (k€)", "Region"));

        var south = ProfileFigure.Of(snapshot.Profiles, snapshot.Features.Columns).Rows[1].Cells[1];

        Assert.Equal("100 %", south.Text);
    }

    [Fact]
    public void IsDense_ManyFeatures() => Assert.True((s_figure with { Features = [.. Enumerable.Repeat("x", 11)] }).IsDense);

    [Fact]
    public void Summary_NamesEachSegmentsStrongestTrait() =>
        Assert.Equal("High score, low income: Score higher. Low score, high income: Score much lower.", ProfileFigure.Summary(Snapshots.Two.Profiles));
}

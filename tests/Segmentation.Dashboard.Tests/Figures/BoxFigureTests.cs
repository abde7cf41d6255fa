using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class BoxFigureTests
{
    // 0 to 100 with a margin of 6 % on both sides: 0 lies at 6 / 112, 100 at 106 / 112 of the width.
    [Fact]
    public void Of_FencesWithinTheValues_PlacesEverythingOnOneScale()
    {
        var figure = BoxFigure.Of(Finding(new FiveNumbers(0, 40, 50, 60, 100), lower: 10, upper: 90, extremes: [0, 5, 100]));

        Assert.Equal((40 + 6) / 1.12, figure.Box.Left, 6);
        Assert.Equal((60 + 6) / 1.12, figure.Box.Right, 6);
        Assert.Equal(50, figure.Median, 6);
        Assert.Equal((10 + 6) / 1.12, figure.LowerFence!.Value, 6);
        Assert.Equal((90 + 6) / 1.12, figure.UpperFence!.Value, 6);
        Assert.Equal(figure.LowerFence.Value, figure.Whiskers.Left, 6);
        Assert.Equal("M5.4 0h0M9.8 0h0M94.6 0h0", figure.Dots);
    }

    [Fact]
    public void Of_AWiderThreshold_LeavesTheBoxWhereItWas()
    {
        var box = new FiveNumbers(0, 40, 50, 60, 100);

        var (near, far) = (BoxFigure.Of(Finding(box, 10, 90)), BoxFigure.Of(Finding(box, -80, 180)));

        Assert.Equal(near.Box, far.Box);
        Assert.Null(far.LowerFence);
        Assert.Null(far.UpperFence);
        Assert.Equal((0 + 6) / 1.12, far.Whiskers.Left, 6);
    }

    [Fact]
    public void Of_OneValueMilesAway_CutsTheScaleAndSaysSo()
    {
        var figure = BoxFigure.Of(Finding(new FiveNumbers(0, 40, 50, 60, 1e9), lower: 10, upper: 90, extremes: [1e9]));

        Assert.True(figure.IsCutRight);
        Assert.False(figure.IsCutLeft);
        Assert.InRange(figure.To, 300, 330);
        Assert.Equal("M100 0h0", figure.Dots);
    }

    [Fact]
    public void Of_AllValuesAlike_StandsInTheMiddle()
    {
        var figure = BoxFigure.Of(Finding(new FiveNumbers(7, 7, 7, 7, 7), lower: null, upper: null));

        Assert.Equal(50, figure.Median);
        Assert.Null(figure.LowerFence);
        Assert.Contains("no fences", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ManyValuesOnOnePlace_DrawsOneDot()
    {
        var figure = BoxFigure.Of(Finding(new FiveNumbers(0, 40, 50, 60, 100), 10, 90, extremes: [.. Enumerable.Repeat(95.0, 200)]));

        Assert.Equal(1, figure.Dots.Count(letter => letter == 'M'));
    }

    private static OutlierFinding Finding(FiveNumbers box, double? lower, double? upper, double[]? extremes = null) =>
        new("Income", new OutlierOptions(), lower, upper, box, [], extremes ?? []);
}

using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class FeatureLinesTests
{
    // Six of income 12 and score 81, three of 92 and 20: means 38.7 and 60.7, the large group 0.707 deviations from either.
    [Fact]
    public void Snake_WindsThroughTheStandardisedMeans()
    {
        var figure = SnakeFigure.Of(Snapshots.Two);

        Assert.Equal(["Income (k€)", "Score"], figure.Features);
        Assert.Equal(1.5, figure.Reach);
        Assert.Equal(2, figure.Lines.Count);
        Assert.StartsWith("M26.4", figure.Lines[0].Path, StringComparison.Ordinal);
        Assert.Matches(@"^M26\.\d+ 12L73\.\d+ 36$", figure.Lines[0].Path);
        Assert.Matches(@"^M26\.\d+ 12h0M73\.\d+ 36h0$", figure.Lines[0].Dots);
    }

    [Fact]
    public void Radar_NeedsThreeFeatures()
    {
        Assert.Null(RadarFigure.Of(Snapshots.Two));
        var radar = RadarFigure.Of(Snapshots.Run(Snapshots.Choosing("Income (k€)", "Score", "Region")))!;
        Assert.Equal(4, radar.Axes.Count);
        Assert.Equal((0, -RadarFigure.Rim), (Math.Round(radar.Axes[0].X, 6), radar.Axes[0].Y));
        Assert.All(radar.Lines, line => Assert.EndsWith("Z", line.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Parallel_SpansWhatIsDrawn_InTheFilesUnits()
    {
        var figure = ParallelFigure.Of(Snapshots.Two, Snapshots.Two.FindEvidence(1));

        Assert.Equal(["10", "94"], new[] { figure.Axes[0].Low, figure.Axes[0].High });
        Assert.Equal(2, figure.Means.Count);
        Assert.All(figure.Customers, line => Assert.InRange(line.Number, 1, 2));
        Assert.Empty(ParallelFigure.Of(Snapshots.Two, null).Customers);
    }

    [Fact]
    public void Contrast_SaysTheLargestDifferences()
    {
        var figure = ContrastFigure.Of(Snapshots.Two, Snapshots.Two.FindEvidence(1), 1, 0);

        Assert.Equal(2, figure.First.Number);
        Assert.Equal(["92", "12"], new[] { figure.Rows.First(row => row.Feature == "Income (k€)") }.SelectMany(row => new[] { row.First, row.Second }));
        Assert.StartsWith("Compared with High score, low income, Low score, high income has ", figure.Sentence, StringComparison.Ordinal);
        Assert.Contains("higher income", figure.Sentence, StringComparison.Ordinal);
        Assert.Contains("lower score", figure.Sentence, StringComparison.Ordinal);
    }

    // Three values 90, 92, 94 and six from 10 to 14.
    [Fact]
    public void Spread_OfNumbers_IsABoxPerSegment()
    {
        var figure = Spread("Income (k€)");

        Assert.Equal("92", figure.Rows[1].Text);
        Assert.Equal("93.8", figure.To);
        Assert.Equal("10", figure.From);
        Assert.True(figure.Rows[0].LowerQuartile < figure.Rows[0].Median && figure.Rows[0].Median < figure.Rows[1].Low);
        Assert.Null(figure.Categories);
    }

    // Three of the six live in the north, none of the three.
    [Fact]
    public void Spread_OfCategories_AreBars()
    {
        var figure = Spread("Region");

        var north = figure.Categories!.Bars.First(bars => bars.Feature == "north");
        Assert.Equal(["50 %", "0 %"], north.Bars.Select(bar => bar.Text));
        Assert.Equal("33 %", north.Overall);
    }

    [Fact]
    public void Card_ShowsWhatIsClaimed_StrongestFirst()
    {
        var lines = TraitLine.OfCard(Snapshots.Two.FindEvidence(1).Portraits[1], Snapshots.Two, 4);

        Assert.Equal(["Income (k€)", "Score"], lines.Take(2).Select(line => line.Feature).Order());
        Assert.All(lines.Take(2), line => Assert.True(line.IsClustered));
        Assert.Contains(lines, line => line.Deviations == "+1.41 sd");
        Assert.Contains(lines, line => line.Deviations == "−1.41 sd");
    }

    [Fact]
    public void Names_AreDrawnAnew_WhenAPersonRenames()
    {
        var figures = new SegmentFigures();
        var before = figures.Profiles(Snapshots.Two);

        var renamed = Snapshots.Run(SegmentLabels.WithName(Snapshots.Recipe, Snapshots.Two, 1, "Everyday"));

        Assert.Equal("Everyday", figures.Profiles(renamed).Rows[0].Name);
        Assert.Equal("Everyday", figures.Sizes(renamed).Segments[0].Name);
        Assert.NotEqual("Everyday", before.Rows[0].Name);
    }

    private static SpreadFigure Spread(string column) =>
        SpreadFigure.Of(ColumnSpread.Of(Snapshots.Two.Cleaning.Frame[column], Snapshots.Two.Features, Snapshots.Two.Quality, 1), Snapshots.Two);
}

using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class FeatureFiguresTests
{
    private const string Income = "Income (k€)";

    [Fact]
    public void Transform_OfANumber_ShowsItBeforeAndAfter()
    {
        var figures = TransformFigure.Of(Run(new FeatureChoice(Income) { Transform = NumberTransform.Rank }, new("Score")));

        Assert.Equal([Income, "Score"], figures.Select(figure => figure.Column));
        Assert.True(figures[0].IsNumber);
        Assert.Equal("10 to 94 before", figures[0].Before.Summary);
        // Those of 10 and those of 94: ranks 0.5 of 8, and 8 of 8.
        Assert.Equal("0.0625 to 1 after", figures[0].After.Summary);
        Assert.Matches("^Skew .*, then .*", figures[0].Words);
        Assert.NotEqual(figures[0].Before.Path, figures[0].After.Path);
        Assert.Equal(figures[1].Before.Path, figures[1].After.Path);
    }

    [Fact]
    public void Transform_OfALongTail_IsSuggested_ButNotOfTwoValues()
    {
        var frame = new DataFrame(
        [
            new NumberColumn("spent", [1, 1, 2, 2, 3, 3, 4, 4, 5, 90]), new NumberColumn("accepted", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ]);

        var figures = TransformFigure.Of(SmallData.Snapshot(SegmentationRecipe.Default, SmallData.Of(frame)));

        Assert.EndsWith("a long tail, which a logarithm would shorten.", figures[0].Words, StringComparison.Ordinal);
        Assert.Matches(@"^Skew [\d.]+\.$", figures[1].Words);
    }

    [Theory]
    [InlineData(CategoryEncoding.OneHot, "2 categories become 2 features.")]
    [InlineData(CategoryEncoding.Ordinal, "2 categories become one number, the place in an order.")]
    [InlineData(CategoryEncoding.Frequency, "2 categories become one number, the share of rows.")]
    public void Transform_OfACategory_SaysWhatBecomesOfIt(CategoryEncoding encoding, string words)
    {
        var figure = TransformFigure.Of(Run(new FeatureChoice("Score"), new("Region") { Encoding = encoding, Order = ["north", "South"] }))[1];

        Assert.False(figure.IsNumber);
        Assert.Equal(words, figure.Words);
        // South has more rows, but the order is a person's.
        Assert.Equal(encoding == CategoryEncoding.Ordinal ? ["north", "South"] : ["South", "north"], figure.Levels);
    }

    [Fact]
    public void Components_HaveBarsALineAndLoadings()
    {
        var figure = ComponentsFigure.Of(Run(new FeatureChoice(Income), new("Score"), new("Region")).Features)!;

        Assert.Equal(4, figure.Bars.Count);
        Assert.Equal(ComponentsFigure.Height * figure.Fit.ExplainedRatios[0], figure.Bars[0].BarHeight, 1e-9);
        Assert.Equal(0, figure.Bars[^1].LineY, 1e-6);
        Assert.Equal(4, figure.Line.Split(' ').Length);
        Assert.Equal(4, figure.Rows.Count);
        Assert.All(figure.Rows, row => Assert.Equal(4, row.Cells.Count));
        Assert.Equal("The first of 4 components holds 87 % of the differences.", figure.Sentence);
    }

    [Fact]
    public void Components_OfKeptMissingValues_AreNone()
    {
        var kept = Snapshots.Run(Snapshots.Recipe with { Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.Keep) } });

        Assert.Null(ComponentsFigure.Of(kept.Features));
    }

    [Fact]
    public void Biplot_PutsCustomersAndFeaturesIntoTheSamePlane()
    {
        var snapshot = Run(new FeatureChoice(Income), new("Score"));
        var fit = ComponentsFigure.Of(snapshot.Features)!.Fit;

        var figure = BiplotFigure.Of(snapshot, fit)!;

        Assert.Equal(9, figure.Points.Count);
        Assert.Equal(100, figure.Points.Max(point => Math.Max(Math.Abs(point.X), Math.Abs(point.Y))), 1e-9);
        Assert.Equal(2, figure.Points.Select(point => point.Colour).Distinct().Count());
        Assert.Equal([Income, "Score"], figure.Arrows.Select(arrow => arrow.Feature).Order());
        // One goes up where the other goes down: opposite arrows.
        Assert.Equal(["end", "start"], figure.Arrows.Select(arrow => arrow.Anchor).Order());
    }

    [Fact]
    public void Biplot_NamesOnOneSide_DoNotHideEachOther()
    {
        var snapshot = Run(new FeatureChoice(Income), new("Score"), new("Region"));
        var figure = BiplotFigure.Of(snapshot, ComponentsFigure.Of(snapshot.Features)!.Fit)!;

        foreach (var side in figure.Arrows.GroupBy(arrow => arrow.Anchor))
        {
            var heights = side.Select(arrow => arrow.LabelY).Order().ToArray();
            Assert.All(heights.Skip(1).Zip(heights), pair => Assert.InRange(pair.First - pair.Second, 11.9, 1000));
        }
    }

    [Fact]
    public void Biplot_OfOneFeature_IsNone()
    {
        var snapshot = Run(new FeatureChoice("Score"));

        Assert.Null(BiplotFigure.Of(snapshot, ComponentsFigure.Of(snapshot.Features)!.Fit));
    }

    [Fact]
    public void Selection_NamesFeaturesThatSayTheSame()
    {
        var figure = SelectionFigure.Of(Run(new FeatureChoice(Income), new("Score")));

        var hint = Assert.Single(figure.Hints);
        Assert.StartsWith("Income (k€) and Score say about the same: their correlation is -0.99", hint.Sentence, StringComparison.Ordinal);
        Assert.Equal([Income, "Score"], hint.Columns);
        Assert.Equal(0, figure.More);
    }

    [Fact]
    public void Selection_TellsWhichColumnsKeepTheSegments()
    {
        ValueList<FeatureSubset> found = [new(["a"], 0.5), new(["a", "b"], 0.93)];

        Assert.Equal("a and b alone keep most of the segments: 93 % agreement with all 5 columns.", SelectionFigure.Tell(found, 5));
        Assert.Equal("All columns are needed.", SelectionFigure.Tell(found, 2));
        Assert.StartsWith("No few of the 5 columns", SelectionFigure.Tell([new(["a"], 0.4)], 5), StringComparison.Ordinal);
        Assert.Equal("", SelectionFigure.Tell([], 5));
    }

    private static SegmentationSnapshot Run(params FeatureChoice[] choices) => Snapshots.Run(Snapshots.Recipe with
    {
        Features = new FeatureOptions { Chosen = [.. choices] },
        Clustering = new ClusteringOptions { ClusterCount = 2 },
    });
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ExplanationFigureTests
{
    // Ann has 10 and 80. Her centre is (12, 81), the other (92, 20): 6720 - 4 - ... by hand below.
    [Fact]
    public void OfRow_Ann_ByHand()
    {
        var figure = new ExplanationFigures().OfRow(Snapshots.Two, 0)!;

        Assert.Equal((1, "High score, low income", "Low score, high income"), (figure.Segment, figure.SegmentName, figure.RunnerUp));
        Assert.Equal(["Income (k€)", "Score"], figure.Bars.Select(bar => bar.Feature));
        // (10 - 92)² - (10 - 12)² = 6720 and (80 - 20)² - (80 - 81)² = 3599: three digits each.
        Assert.Equal(["+6,720", "+3,600"], figure.Bars.Select(bar => bar.Text));
        Assert.Equal("+10,300", figure.Margin);
        Assert.Equal((1.0, true, "10", "12", "92"), (figure.Bars[0].Length, figure.Bars[0].IsFor, figure.Bars[0].Here, figure.Bars[0].OwnMean, figure.Bars[0].OtherMean));
        Assert.StartsWith("Customer Ann is in High score, low income and not in Low score, high income because of Income (k€) 10 and Score 80.", figure.Sentence, StringComparison.Ordinal);
        Assert.Contains("the customer would be in Low score, high income", figure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void OfRow_SetAside_IsNone() => Assert.Null(new ExplanationFigures().OfRow(Snapshots.Two, 9));

    [Fact]
    public void OfRow_Categories_AreTheirNameAndItsShare()
    {
        var figure = new ExplanationFigures().OfRow(Snapshots.Run(Snapshots.Choosing("Score", "Region")), 0)!;

        var region = Assert.Single(figure.Bars, bar => bar.Feature == "Region");
        Assert.Equal(("north", "50 % have it", "25 % have it"), (region.Here, region.OwnMean, region.OtherMean));
    }

    [Fact]
    public void OfRow_Mixture_EndsWithWhatBelongsToNoFeature()
    {
        var recipe = Snapshots.Recipe with { Clustering = new ClusteringOptions { ClusterCount = 2, Algorithm = ClusteringAlgorithm.GaussianMixture } };
        var figure = new ExplanationFigures().OfRow(Snapshots.Run(recipe), 0)!;

        Assert.Equal(("how common and how wide the segments are", ""), (figure.Bars[^1].Feature, figure.Bars[^1].Here));
    }

    [Fact]
    public void OfImagined_ValuesOfTheOtherSegment_IsThere()
    {
        var figure = new ExplanationFigures().OfImagined(Snapshots.Two, [FeatureValue.Of(90), FeatureValue.Of(20)]);

        Assert.Equal(2, figure.Segment);
        Assert.StartsWith("Such a customer is in Low score, high income", figure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_NumbersAndCategories_HaveRangesChoicesAndABeginning()
    {
        var figure = new ExplanationFigures().WhatIf(Snapshots.Run(Snapshots.Choosing("Income (k€)", "Score", "Region")));

        Assert.Equal(["Income (k€)", "Score", "Region"], figure.Columns.Select(column => column.Column));
        Assert.Equal((10.0, 94.0, 0.1), (figure.Columns[0].Min, figure.Columns[0].Max, figure.Columns[0].Step));
        Assert.Equal((20.0, 82.0, 1.0), (figure.Columns[1].Min, figure.Columns[1].Max, figure.Columns[1].Step));
        Assert.Equal(["South", "north"], figure.Columns[2].Categories!);
        Assert.All(figure.Columns.Take(2), column => Assert.InRange(column.Begin.Number!.Value, column.Min, column.Max));
        Assert.Contains(figure.Columns[2].Begin.Category!, figure.Columns[2].Categories!);
    }

    [Fact]
    public void Rules_TellWhomTheyFit()
    {
        var rules = SegmentRules.Of(Snapshots.Two);
        var figure = RulesFigure.Of(Snapshots.Two, rules.At(2));

        Assert.Equal("These rules put 100 % of the customers into their own segment.", figure.Agreement);
        Assert.Equal([(1, "Income (k€) under 50", "6 customers, 100 % of them rightly"), (2, "Income (k€) at least 50", "3 customers, 100 % of them rightly")],
            figure.Segments.Select(row => (row.Number, row.Sentence!, row.Reach)));
    }

    [Fact]
    public void Rules_FollowTheNumbersOnTheScreen()
    {
        var shown = Snapshots.Two.Renumbered([5, 3]);
        var rules = SegmentRules.Of(shown).At(2);

        Assert.Equal([3, 5], RulesFigure.Of(shown, rules).Segments.Select(row => row.Number));
        Assert.Contains("THEN 5", rules.ToSql(), StringComparison.Ordinal);
    }
}

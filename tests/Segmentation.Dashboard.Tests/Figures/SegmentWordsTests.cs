using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class SegmentWordsTests
{
    [Fact]
    public void Summary_TwoSegments() =>
        Assert.Equal("2 segments of 9 customers; the largest holds 67\u00A0%. 1 set aside.", SegmentWords.Summary(Snapshots.Two));

    [Fact]
    public void Summary_OfOrderLines_CountsRows() => Assert.Equal(
        "2 segments of 9 rows; the largest holds 67\u00A0%. 1 set aside.", SegmentWords.Summary(Snapshots.Two with { Noun = RowNoun.Row }));

    [Fact]
    public void Summary_OneSegment() => Assert.Equal("One segment of 9 customers: nothing was divided. 1 set aside.", SegmentWords.Summary(Snapshots.One));

    [Theory]
    [InlineData(0.1, "about average")]
    [InlineData(-0.3, "a little lower")]
    [InlineData(0.6, "higher")]
    [InlineData(-2, "much lower")]
    public void Compare_Difference_InWords(double difference, string expected) => Assert.Equal(expected, SegmentWords.Compare(difference));

    [Fact]
    public void Means_NumbersAndShares()
    {
        var trait = new Trait("x", 0.5, 0.25, 1);

        Assert.Equal("0.5 against 0.25 on average", SegmentWords.Means(trait, isShare: false));
        Assert.Equal("50 % against 25 % of all", SegmentWords.Means(trait, isShare: true));
        var column = new NumberColumn(trait.Feature, [1], style: new NumberStyle(Prefix: "$ ", Suffix: " %"));
        Assert.Equal("$ 0.5 % against $ 0.25 % on average", SegmentWords.Means(trait, isShare: false, column));
    }

    [Theory]
    [InlineData(null, "nothing to compare with")]
    [InlineData(0.71, "stands clearly apart")]
    [InlineData(0.5, "mostly apart")]
    [InlineData(0.3, "touches its neighbours")]
    [InlineData(-0.1, "blends into its neighbours")]
    public void Apart_Silhouette_InWords(double? silhouette, string expected) => Assert.Equal(expected, SegmentWords.Apart(silhouette));

    [Fact]
    public void Certainty_ClearGroups_NobodyIsNearABorder()
    {
        var certainty = Certainty.Of(Snapshots.Two)!;

        Assert.Equal((0, 0.0, false), (certainty.NearBorder, certainty.Share, certainty.IsEstimate));
        Assert.Equal("The segments stand clearly apart.", certainty.Verdict);
        Assert.Equal("You can treat each segment as one group.", certainty.Advice);
    }

    [Fact]
    public void Certainty_Sample_CountsEachSegmentByItsTrueSize()
    {
        // Centres at scores 81 and 79: of six customers two were looked at, one at 80 and one at 82; of three, one, who is as far from
        // both. 6 x 1/2 + 3 x 1.
        var silhouette = new SilhouetteResult(0.4, [0.3, 0.6], [0, 3, 6], [0.05, 0.5, 0.6], IsSampled: true);
        var centres = Snapshots.Two.Quality.Clustering with { Centroids = [10, 81, 10, 79] };
        var snapshot = Snapshots.Two with
        {
            Quality = Snapshots.Two.Quality with { Silhouette = silhouette },
            Margins = new SegmentMargins(new ClusteringRows(Snapshots.Two.Features.Matrix), centres, threads: 1),
            Suggestion = new ClusterCountChoice(4, "because", null),
        };

        var certainty = Certainty.Of(snapshot)!;

        Assert.Equal((6, true), (certainty.NearBorder, certainty.IsEstimate));
        Assert.Equal("4 segments would separate these customers more clearly.", certainty.Advice);
    }

    [Fact]
    public void Certainty_OneSegment_HasNone() => Assert.Null(Certainty.Of(Snapshots.One));
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Explanation;

public class SegmentExplainerTests
{
    private static readonly SegmentationPipeline s_pipeline = new();

    // Segments about 0 (five rows), 10 (three) and 20 (two) on x; y tells the second from the others.
    [Fact]
    public void Explain_ThreeGroups_ByHand()
    {
        var snapshot = s_pipeline.Run(Tables.ThreeGroups(), Recipe(3, Scaling.None));
        var explanation = snapshot.Explainer().Explain(5);

        // Row 5 is (10, 10), its centre (10.1, 10.1); the other two (0.08, 0.1) and (20.05, 0.05).
        Assert.Equal(((byte)1, (byte?)0), (explanation.Own, explanation.RunnerUp));
        Assert.Equal((9.92 * 9.92) - 0.01, explanation.Contributions[0].Value, precision: 9);
        Assert.Equal((9.9 * 9.9) - 0.01, explanation.Contributions[1].Value, precision: 9);
        Assert.Equal(explanation.Contributions.Sum(part => part.Value), explanation.Margin, precision: 9);
        Assert.Equal((FeatureValue.Of(10), 10.1, 0.08), (explanation.Contributions[0].Here, Rounded(explanation.Contributions[0].OwnMean), Rounded(explanation.Contributions[0].OtherMean)));
    }

    // On one axis the border of centres 0 and 10 is 5, whole numbers go on to 6, and beyond the data nothing is tried.
    [Fact]
    public void Explain_OneNumber_FindsTheBorder()
    {
        var snapshot = s_pipeline.Run(
            Tables.Of(new NumberColumn("x", [-1, 0, 0, 1, 9, 10, 11], isInteger: true), Tables.Numbers("y", -1, 0, 0, 1, 9, 10, 11)),
            Recipe(2, Scaling.None) with { Features = new FeatureOptions { Chosen = [new("x")], Scaling = Scaling.None } });

        var change = snapshot.Explainer().Explain(1).SmallestChange!;

        // Five is a tie, and a tie goes to the lower number, which the larger segment has.
        Assert.Equal((FeatureValue.Of(0), FeatureValue.Of(6)), (change.From, change.To));
        Assert.Equal(1, change.Cluster);
        Assert.Equal(FeatureValue.Of(5), snapshot.Explainer().Explain(5).SmallestChange!.To);
    }

    [Fact]
    public void Explain_ChangeBeyondTheData_IsNone()
    {
        // Whoever is at 0 and 100 stays there whatever y does between 0 and 1.
        var snapshot = s_pipeline.Run(
            Tables.Of(Tables.Numbers("x", 0, 1, 0, 100, 101, 100), Tables.Numbers("y", 0, 1, 0.5, 0.2, 0.7, 0.4)), Recipe(2, Scaling.None));

        Assert.All(Enumerable.Range(0, 6), row => Assert.Equal(["x"], snapshot.Explainer().Explain(row).Changes.Select(change => change.Feature)));
    }

    // What a row has beyond the components is as far from every centre: the margin is that of the components' own model.
    [Theory]
    [InlineData(ClusteringAlgorithm.KMeans)]
    [InlineData(ClusteringAlgorithm.Hierarchy)]
    [InlineData(ClusteringAlgorithm.GaussianMixture)]
    [InlineData(ClusteringAlgorithm.BisectingKMeans)]
    [InlineData(ClusteringAlgorithm.Hdbscan)]
    public void Explain_OnComponents_NamesFeatures_AndSumsToTheMarginOfTheComponents(ClusteringAlgorithm algorithm)
    {
        var recipe = Recipe(4, Scaling.Standard) with { Clustering = new ClusteringOptions { Algorithm = algorithm, ClusterCount = 4 } };
        var snapshot = s_pipeline.Run(ShopSample.Create(), recipe with { Features = new FeatureOptions { Components = 2 } });
        var explainer = snapshot.Explainer();
        var scores = new double[2];
        for (var row = 0; row < 2400; row += 97)
        {
            var explanation = explainer.Explain(row);
            snapshot.Features.Clustered.CopyRow(row, scores);
            var inComponents = snapshot.Quality.Clustering.Model.Contrast(scores, snapshot.Quality.Clustering.Labels[row]);

            Assert.Equal((inComponents.RunnerUp, 6), (explanation.RunnerUp, explanation.Contributions.Count(part => part.IsColumn)));
            Assert.Equal(inComponents.Margin, explanation.Margin, 1e-9 * Math.Max(1, Math.Abs(inComponents.Margin)));
            Assert.Equal(explanation.Margin, explanation.Contributions.Sum(part => part.Value), 1e-9 * Math.Max(1, Math.Abs(explanation.Margin)));
        }
    }

    [Fact]
    public void Explain_SegmentOfAFilter_HasNoRunnerUp_AndNobodyMovesThere()
    {
        var recipe = Recipe(3, Scaling.Standard) with { OwnSegments = [new RowFilter([new NumberRange("x", 19, 30)])] };
        var snapshot = s_pipeline.Run(Tables.ThreeGroups(), recipe);
        var own = Enumerable.Range(0, snapshot.SegmentCount).Single(cluster => snapshot.Quality.Clustering.GivenOf(cluster) is not null);

        foreach (var position in Enumerable.Range(0, 10))
        {
            var explanation = snapshot.Explainer().Explain(position);
            Assert.Equal(explanation.Own == own, explanation.RunnerUp is null);
            Assert.DoesNotContain(explanation.Changes, change => change.Cluster == own);
        }
    }

    [Theory]
    [InlineData(CategoryEncoding.Ordinal)]
    [InlineData(CategoryEncoding.Frequency)]
    public void Explain_CategoryAsANumber_IsOneContribution_AndCanBeImagined(CategoryEncoding encoding)
    {
        var frame = Tables.Of(
            Tables.Numbers("x", 0, 0.1, 0.2, 1, 1.1, 1.2), Tables.Categories("Region", "N", "N", "N", "S", "S", "E"));
        var features = new FeatureOptions { Chosen = [new("x"), new("Region") { Encoding = encoding, Weight = 3 }] };
        var snapshot = s_pipeline.Run(frame, Recipe(2, Scaling.Standard) with { Features = features });
        var explainer = snapshot.Explainer();

        var there = explainer.Explain(0);
        Assert.Equal(["x", "Region"], there.Contributions.Select(part => part.Feature));
        Assert.Equal(FeatureValue.Of("N"), there.Contributions[1].Here);
        Assert.Equal(there.Margin, explainer.Imagine([FeatureValue.Of(0), FeatureValue.Of("N")]).Margin, 9);
        Assert.All(there.Changes, change => Assert.NotEqual(change.From, change.To));
    }

    [Fact]
    public void Explain_OneSegment_HasNoRunnerUp()
    {
        var explanation = s_pipeline.Run(Tables.ThreeGroups(), Recipe(1, Scaling.Standard)).Explainer().Explain(0);
        Assert.Equal(((byte?)null, 0.0, 0), (explanation.RunnerUp, explanation.Margin, explanation.Changes.Count));
    }

    [Fact]
    public void Explain_Category_IsOneContributionAndOneChange()
    {
        var frame = Tables.Of(
            Tables.Numbers("x", 0, 0.1, 0.2, 1, 1.1, 1.2), Tables.Categories("Region", "N", "N", "N", "S", "S", "E"));
        var snapshot = s_pipeline.Run(frame, Recipe(2, Scaling.Standard) with
        {
            Features = new FeatureOptions { Chosen = [new("x"), new("Region") { Weight = 3 }] },
        });

        var explanation = snapshot.Explainer().Explain(0);

        Assert.Equal(["x", "Region"], explanation.Contributions.Select(part => part.Feature));
        Assert.Equal((FeatureValue.Of("N"), 1.0, 0.0), (explanation.Contributions[1].Here, explanation.Contributions[1].OwnMean, explanation.Contributions[1].OtherMean));
        var change = Assert.Single(explanation.Changes, change => change.Feature == "Region");
        Assert.Equal("S", change.To.Category);
    }

    public static TheoryData<ClusteringAlgorithm> Algorithms { get; } = [.. Enum.GetValues<ClusteringAlgorithm>()];

    // What is said of any row holds: the changed row is placed in the named segment, and half of the way there it is not.
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Changes_OfEveryAlgorithm_DoMoveTheRow(ClusteringAlgorithm algorithm)
    {
        var snapshot = s_pipeline.Run(ShopSample.Create(), Recipe(4, Scaling.Standard) with
        {
            Clustering = new ClusteringOptions { ClusterCount = 4, Algorithm = algorithm },
            Features = new FeatureOptions { Chosen = [new("Days since last visit") { Log = true }, new("Visits a month"), new("Age") { Weight = 0.5 }, new("Region")] },
        });
        var explainer = snapshot.Explainer();
        var moved = 0;
        for (var position = 0; position < snapshot.Features.Rows.Count; position += 7)
        {
            var explanation = explainer.Explain(position);
            Assert.Equal(explanation.Changes.OrderBy(change => change.Distance), explanation.Changes);
            foreach (var change in explanation.Changes)
            {
                Assert.Equal(change.Cluster, With(position, change.Feature, change.To));
                Assert.Equal(change.Cluster, With(position, change.Feature, change.RoundTo));
                Assert.NotEqual(explanation.Own, change.Cluster);
                if (change.To.Number is { } to && Math.Abs(to - change.From.Number!.Value) > 2)
                {
                    // On the way from one dense region to another a row may belong to none.
                    var between = With(position, change.Feature, FeatureValue.Of((to + change.From.Number!.Value) / 2));
                    Assert.True(between == explanation.Own || (algorithm == ClusteringAlgorithm.Hdbscan && between == ClusteringResult.Unassigned));
                }

                moved++;
            }
        }

        Assert.True(moved > 20);

        byte With(int position, string feature, FeatureValue value) => explainer.Imagine(
            [.. explainer.ValuesOf(position).Select((own, place) => explainer.Groups[place].Column == feature ? value : own)]).Own;
    }

    [Fact]
    public void Imagine_ValuesOfARow_ExplainsItAlike()
    {
        var snapshot = s_pipeline.Run(ShopSample.Create(), Recipe(4, Scaling.Robust));
        var explainer = snapshot.Explainer();

        for (var position = 0; position < 50; position++)
        {
            Assert.Equal(explainer.Explain(position), explainer.Imagine(explainer.ValuesOf(position)));
        }
    }

    [Fact]
    public void Imagine_WrongNumberOfValuesOrMissing_IsRefused()
    {
        var explainer = s_pipeline.Run(Tables.ThreeGroups(), Recipe(3, Scaling.None)).Explainer();

        Assert.Throws<ArgumentException>(() => explainer.Imagine([FeatureValue.Of(1)]));
        Assert.Throws<ArgumentException>(() => explainer.Imagine([FeatureValue.Of(1), FeatureValue.Missing]));
    }

    [Fact]
    public void FindTypical_IsTheRowNearestToTheMean() =>
        Assert.Equal(1, s_pipeline.Run(Tables.Of(Tables.Numbers("x", 0, 5, 4, 12)), Recipe(2, Scaling.None)).Explainer().FindTypical());

    [Fact]
    public void FindRows_ByIdentifierOrNumber()
    {
        var frame = new DataFrame([new NumberColumn("id", [7, 8, 7], isInteger: true), Tables.Numbers("x", 1, 2, 3)]);
        var named = Tables.Of([.. frame.Columns]) with { Schema = new Schema(ValueMap<ColumnRole>.Empty.With("id", ColumnRole.Identifier).With("x", ColumnRole.Feature)) };
        var snapshot = s_pipeline.Run(named, Recipe(2, Scaling.None));
        var nameless = s_pipeline.Run(Tables.ThreeGroups(), Recipe(2, Scaling.None));

        Assert.Equal([0, 2], snapshot.FindRows(" 7 "));
        Assert.Empty(snapshot.FindRows("x"));
        Assert.Equal([2], nameless.FindRows("3"));
        Assert.Empty(nameless.FindRows("0"));
        Assert.Empty(nameless.FindRows("11"));
        Assert.Equal("Row 3", nameless.CallByName(2));
    }

    private static SegmentationRecipe Recipe(int count, Scaling scaling) => new()
    {
        Features = new FeatureOptions { Scaling = scaling },
        Clustering = new ClusteringOptions { ClusterCount = count },
    };

    private static double Rounded(double? value) => Math.Round(value!.Value, 6);
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class FewestFeaturesTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public void Find_TwoColumnsThatMakeTheSegments_AndNoise_FindsTheTwo()
    {
        var snapshot = Run(TwoThatMatter(400));

        var found = FewestFeatures.Find(snapshot, cancellationToken: s_token);

        var suggestion = FewestFeatures.Suggest(found)!;
        Assert.Equal(["x", "y"], suggestion.Columns.Order());
        Assert.InRange(suggestion.Agreement, 0.9, 1);
        Assert.Equal([1, 2], found.Take(2).Select(subset => subset.Columns.Count));
        Assert.InRange(found[0].Agreement, 0.2, 0.8);
    }

    [Fact]
    public void Find_ManyRows_LooksAtASample_TheSameEveryTime()
    {
        var snapshot = Run(TwoThatMatter(5_000));

        var found = FewestFeatures.Find(snapshot, threads: 1, cancellationToken: s_token);

        Assert.Equal(found.Select(subset => subset.Agreement), FewestFeatures.Find(snapshot, threads: 2, cancellationToken: s_token).Select(subset => subset.Agreement));
        Assert.Equal(["x", "y"], FewestFeatures.Suggest(found)!.Columns.Order());
    }

    [Fact]
    public void Find_OnComponents_ReducesEachSubset()
    {
        var snapshot = Run(TwoThatMatter(300), new FeatureOptions { Components = 2 });

        var found = FewestFeatures.Find(snapshot, cancellationToken: s_token);

        Assert.NotEmpty(found);
        Assert.All(found, subset => Assert.InRange(subset.Agreement, -1, 1));
    }

    [Fact]
    public void Find_ByCategoriesToo_TakesThemWhole()
    {
        var data = Tables.Of(
            Tables.Numbers("x", [.. Enumerable.Range(0, 60).Select(row => (row * 37 % 11) / 100.0)]),
            Tables.Categories("c", [.. Enumerable.Range(0, 60).Select(row => row % 3 == 0 ? "a" : row % 3 == 1 ? "b" : "d")]));
        var snapshot = new SegmentationPipeline(threads: 1).Run(
            data,
            SegmentationRecipe.Default with
            {
                Features = new FeatureOptions { Chosen = [new("x"), new("c")], Scaling = Scaling.None },
                Clustering = new ClusteringOptions { ClusterCount = 3 },
            },
            null,
            s_token);

        var suggestion = FewestFeatures.Suggest(FewestFeatures.Find(snapshot, cancellationToken: s_token))!;

        Assert.Equal(["c"], suggestion.Columns);
        Assert.Equal(1, suggestion.Agreement, 1e-12);
    }

    [Fact]
    public void Find_OneColumnOrOneSegment_FindsNothing()
    {
        var one = new SegmentationPipeline().Run(
            Tables.ThreeGroups(), SegmentationRecipe.Default with { Clustering = new ClusteringOptions { ClusterCount = 1 } }, null, s_token);

        Assert.Empty(FewestFeatures.Find(one, cancellationToken: s_token));
        Assert.Null(FewestFeatures.Suggest([]));
    }

    [Fact]
    public void Suggest_WhereNotEvenAllColumnsFindTheSegmentsAgain_GoesByTheBest()
    {
        ValueList<FeatureSubset> found = [new(["a"], 0.5), new(["a", "b"], 0.75), new(["a", "b", "c"], 0.8)];

        Assert.Equal(["a", "b"], FewestFeatures.Suggest(found)!.Columns);
    }

    [Fact]
    public void Find_ReportsEachSubset_AndStopsWhenAsked()
    {
        using var cancel = new CancellationTokenSource();
        var reports = new Reports<ValueList<FeatureSubset>>(_ => cancel.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => FewestFeatures.Find(Run(TwoThatMatter(200)), 1, reports, cancel.Token));
        Assert.Single(Assert.Single(reports.All));
    }

    // Four groups in the corners of x and y; the rest is noise of a tenth of the weight.
    private static SegmentationSnapshot Run(double[][] columns, FeatureOptions? features = null)
    {
        string[] names = ["x", "noise 1", "y", "noise 2", "noise 3"];
        var data = Tables.Of([.. names.Zip(columns, (name, values) => Tables.Numbers(name, values))]);
        var choices = names.Select(name => new FeatureChoice(name) { Weight = name.StartsWith('n') ? 0.1 : 1 }).ToValueList();
        return new SegmentationPipeline(threads: 1).Run(
            data,
            SegmentationRecipe.Default with
            {
                Features = (features ?? new FeatureOptions()) with { Chosen = choices },
                Clustering = new ClusteringOptions { ClusterCount = 4 },
            },
            null,
            s_token);
    }

    private static double[][] TwoThatMatter(int rows)
    {
        var random = new SeededRandom(2);
        double[] Column(Func<int, double> centre, double spread) => [.. Enumerable.Range(0, rows).Select(row => centre(row) + (spread * random.NextNormal()))];
        return
        [
            Column(row => row % 2 * 10, 1), Column(_ => 0, 1), Column(row => row / 2 % 2 * 10, 1), Column(_ => 0, 1), Column(_ => 0, 1),
        ];
    }
}

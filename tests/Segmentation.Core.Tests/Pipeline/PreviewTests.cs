using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class PreviewTests
{
    private static readonly Lazy<Dataset> s_many = new(() => Read(KMeans.PreviewedFromRows + 20_000));

    [Fact]
    public void Preview_OfManyRows_ShowsAllOfThemAndIsNearlyRight()
    {
        var pipeline = new SegmentationPipeline();

        var preview = pipeline.Preview(s_many.Value, Recipe(7), TestContext.Current.CancellationToken)!;
        var exact = pipeline.Run(s_many.Value, Recipe(7), null, TestContext.Current.CancellationToken);

        Assert.True(preview.IsPreview);
        Assert.False(exact.IsPreview);
        Assert.Equal(s_many.Value.Frame.Rows, preview.Profiles.Sum(profile => profile.Size));
        Assert.Equal(7, preview.SegmentCount);
        Assert.InRange(preview.Quality.Silhouette!.Mean, exact.Quality.Silhouette!.Mean - 0.05, exact.Quality.Silhouette.Mean + 0.05);
        Assert.Equal((preview.Quality.Clustering.Inertia / exact.Quality.Clustering.Inertia) - 1, exact.PreviewError!.Value, 1e-12);
        Assert.InRange(exact.PreviewError.Value, -1e-9, 0.02);
    }

    [Fact]
    public void Preview_OfAFinishedNumber_IsNone()
    {
        var pipeline = new SegmentationPipeline();
        pipeline.Run(s_many.Value, Recipe(3), null, TestContext.Current.CancellationToken);

        Assert.Null(pipeline.Preview(s_many.Value, Recipe(3), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Run_WithOrWithoutPreview_FindsTheSame()
    {
        var (shown, plain) = (new SegmentationPipeline(), new SegmentationPipeline());
        shown.Preview(s_many.Value, Recipe(5), TestContext.Current.CancellationToken);

        Assert.Equal(
            plain.Run(s_many.Value, Recipe(5), null, TestContext.Current.CancellationToken).Quality.Clustering.Labels,
            shown.Run(s_many.Value, Recipe(5), null, TestContext.Current.CancellationToken).Quality.Clustering.Labels);
    }

    [Fact]
    public void Preview_WhereTheNumberIsToBeChosen_IsNone() =>
        Assert.Null(new SegmentationPipeline().Preview(s_many.Value, SegmentationRecipe.Default, TestContext.Current.CancellationToken));

    [Fact]
    public void Preview_OfFewRows_IsNone()
    {
        var data = Read(500);

        Assert.Null(new SegmentationPipeline().Preview(data, Recipe(3), TestContext.Current.CancellationToken));
        Assert.Null(new SegmentationPipeline().Run(data, Recipe(3), null, TestContext.Current.CancellationToken).PreviewError);
    }

    private static SegmentationRecipe Recipe(int clusters) => SegmentationRecipe.Default with { Clustering = new ClusteringOptions { ClusterCount = clusters } };

    private static Dataset Read(int rows)
    {
        var random = new SeededRandom(4);
        int[] kinds = [.. Enumerable.Range(0, rows).Select(_ => random.Next(6))];
        return Tables.Of(
            Tables.Numbers("income", [.. kinds.Select(kind => (40 * (kind % 3)) + (10 * random.NextNormal()))]),
            Tables.Numbers("visits", [.. kinds.Select(kind => (9.0 * (kind / 3)) + (2 * random.NextNormal()))]));
    }
}

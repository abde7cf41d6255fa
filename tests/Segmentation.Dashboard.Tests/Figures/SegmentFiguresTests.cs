using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class SegmentFiguresTests
{
    private static readonly ScatterAxes s_axes = ScatterAxes.Suggest(Snapshots.Two.Features);

    [Fact]
    public void AnotherK_NewLabelsAndProfiles_TheSamePoints()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var (two, three) = (Run(pipeline, 2), Run(pipeline, 3));
        var figures = new SegmentFigures();
        var (points, labels, profiles) = (figures.Scatter(two, s_axes).Points, figures.Labels(two), figures.Profiles(two));

        Assert.Same(points, figures.Scatter(three, s_axes).Points);
        Assert.NotSame(labels, figures.Labels(three));
        Assert.NotSame(profiles, figures.Profiles(three));
    }

    [Fact]
    public void CurveGrows_OnlyTheElbowIsDrawnAgain()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var two = Run(pipeline, 2);
        var grown = pipeline.Extend(two, 4, TestContext.Current.CancellationToken);
        var figures = new SegmentFigures();
        var (labels, elbow, sizes, silhouettes) = (figures.Labels(two), figures.Elbow(two), figures.Sizes(two), figures.Silhouettes(two));

        Assert.NotSame(elbow, figures.Elbow(grown));
        Assert.Same(labels, figures.Labels(grown));
        Assert.Same(sizes, figures.Sizes(grown));
        Assert.Same(silhouettes, figures.Silhouettes(grown));
    }

    private static SegmentationSnapshot Run(SegmentationPipeline pipeline, int count) =>
        pipeline.Run(Snapshots.Data, Snapshots.Recipe with { Clustering = new ClusteringOptions { ClusterCount = count } });
}

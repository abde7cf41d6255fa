using Segmentation.Core.Clustering;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Projection;
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

    [Fact]
    public void AView_KeepsColoursNumbersAndRows_AndDrawsOnlyItsOwn()
    {
        var two = Snapshots.Two;
        var figures = new SegmentFigures();
        int[] drawn = [1, 4, 6];
        var view = new RowView(ViewKind.Tsne, drawn, new FeatureMatrix(3, 2, [1, 2, 3, -1, -2, -3]));

        var scatter = figures.Scatter(two, ScatterAxes.OfView, view: view);

        Assert.Equal([1f, 2, 3], scatter.Points.X);
        Assert.Equal([-1f, -2, -3], scatter.Points.Y);
        Assert.Equal("", scatter.Points.XTitle);
        Assert.StartsWith("3 of 9 customers drawn", scatter.Note, StringComparison.Ordinal);
        Assert.EndsWith(ScatterFigure.Caution, scatter.Note, StringComparison.Ordinal);
        var all = figures.Labels(two);
        Assert.Equal(drawn.Select(position => all[position]), figures.Labels(two, view: view));
        Assert.Equal([two.Features.Rows[1], two.Features.Rows[6]], figures.Space(two, view).RowsOf([2, 0]));
        Assert.Same(scatter.Points, figures.Scatter(two, ScatterAxes.OfView, view: view).Points);
    }

    private static SegmentationSnapshot Run(SegmentationPipeline pipeline, int count) =>
        pipeline.Run(Snapshots.Data, Snapshots.Recipe with { Clustering = new ClusteringOptions { ClusterCount = count } });
}

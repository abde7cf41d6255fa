using Segmentation.Core.Clustering;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class DendrogramFigureTests
{
    [Fact]
    public void CountAt_WhereTheCutLies_IsItsNumber() => Assert.All(
        Enumerable.Range(2, 9), count =>
        {
            var figure = DendrogramFigure.Of(Algorithms.Tree(count), label => label + 1);
            Assert.Equal(count, figure.ClusterCount);
            Assert.Equal(count, figure.CountAt(figure.CutAt / 100));
        });

    [Fact]
    public void CountAt_HigherCuts_MakeNoMoreSegments()
    {
        var figure = DendrogramFigure.Of(Algorithms.Tree(4), label => label + 1);

        var counts = Enumerable.Range(0, 101).Select(percent => figure.CountAt(percent / 100.0)).ToArray();

        Assert.Equal(counts.Order(), counts);
        Assert.Equal((ClusteringOptions.MinClusters, ClusteringOptions.MaxClusters), (counts[0], counts[^1]));
    }

    [Fact]
    public void Lines_BelowTheCut_HaveTheColoursOfTheirSegments()
    {
        var figure = DendrogramFigure.Of(Algorithms.Tree(3), label => label + 1);

        Assert.Equal([Palette.InkSoft, Palette.Segment(1), Palette.Segment(2), Palette.Segment(3)], figure.Lines.Select(lines => lines.Colour));
        Assert.Equal([1, 2, 3], figure.Marks.Select(mark => mark.Number).Order());
        Assert.Empty(DendrogramFigure.Of(Algorithms.Tree(11), label => label + 1).Marks);
    }

    [Fact]
    public void Of_ATreeOfTwo_IsOneMerge()
    {
        var figure = DendrogramFigure.Of((Core.Clustering.Hierarchy.HierarchyResult)Core.Clustering.Hierarchy.Agglomeration.Fit(
            new Core.Numerics.FeatureMatrix(2, 1, [0, 3]), new Core.Clustering.Hierarchy.HierarchyOptions { ClusterCount = 2 }, TestContext.Current.CancellationToken), label => label + 1);

        Assert.Equal((2, 2), (figure.MaxClusters, figure.Clamped(9)));
        Assert.Equal(2, figure.CountAt(0.5));
    }
}

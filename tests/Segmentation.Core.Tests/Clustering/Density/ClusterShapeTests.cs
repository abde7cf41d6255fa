using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Density;

public sealed class ClusterShapeTests
{
    // The densest row is 2; farthest from it is 10, then 6 and 0 are as far: 0 comes first. What is left is at most 4 away, 6 from 2 and 10.
    [Fact]
    public void TheRowsThatStandForAClusterAreFarFromEachOther()
    {
        var shape = ClusterShape.Of(Matrices.OneColumn(0, 1, 2, 6, 10), [4, 1, 0.25, 9, 16], count: 2);
        Assert.Equal(4 + 4, shape.Reach);
        Assert.Equal([1, 4, 0, 3], new double[] { 1, 6, 10, 13 }.Select(x => shape.DistanceTo([x])));
    }

    [Fact]
    public void EqualRowsNeedOneToStandForThem()
    {
        var shape = ClusterShape.Of(Matrices.Of([[3, 4], [3, 4], [3, 4]]), [0, 0, 0], count: 8);
        Assert.Equal(0, shape.Reach);
        Assert.Equal(5, shape.DistanceTo([0, 0]));
    }

    [Theory]
    [InlineData(new double[0], 4)]
    [InlineData(new[] { 4.5, 9 }, 4)]
    [InlineData(new[] { 2.5, 2.6 }, 2)]
    [InlineData(new[] { 2.5 }, 4)]
    [InlineData(new[] { 3.5 }, 3)]
    [InlineData(new[] { 0.1, 0.2, 0.3, 0.4, 3.5 }, 3)]
    public void TheReachMakesFewestMistakes(double[] foreign, double expected) =>
        Assert.Equal(expected, ClusterReach.Best([3, 1, 2], [.. foreign], widest: 4));

    [Fact]
    public void ARowGoesToTheNearestClusterThatReachesIt()
    {
        var narrow = ClusterShape.Of(Matrices.OneColumn(0), [1], count: 1);
        var wide = ClusterShape.Of(Matrices.OneColumn(10), [49], count: 1);
        var model = new DensityModel([narrow, wide], columns: 1);

        Assert.Equal([0, 0, 1, 1, ClusteringResult.Unassigned], model.Assign(Matrices.OneColumn(-1, 1, 4, 17, 18)));
        Assert.Equal([8, 0, 0], model.Margins(Matrices.OneColumn(1, 1, 18), [0, 1, ClusteringResult.Unassigned]));
    }
}

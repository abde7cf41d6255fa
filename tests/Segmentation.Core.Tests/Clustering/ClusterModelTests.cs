using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

public sealed class ClusterModelTests
{
    [Fact]
    public void NewRowsBelongToTheNearestCentre()
    {
        var model = new CentreModel([0, 10], clusterCount: 2);
        Assert.Equal([0, 0, 1, 1], model.Assign(Matrices.OneColumn(-3, 4, 6, 10)));
    }

    [Fact]
    public void ATieGoesToTheLowerNumber() => Assert.Equal([0], new CentreModel([0, 10], 2).Assign(Matrices.OneColumn(5)));

    [Fact]
    public void TheMarginIsTheWayToTheOtherCentreLessTheWayToTheOwn()
    {
        var model = new CentreModel([0, 10, 100], clusterCount: 3);
        Assert.Equal([8f, 2f, 0f, 0f], model.Margins(Matrices.OneColumn(1, 4, 4, 50), [0, 0, 1, ClusteringResult.Unassigned]));
    }

    [Fact]
    public void AModelPlacesTheRowsItWasFittedToWhereTheFitPutThem()
    {
        var matrix = Matrices.Clouds(5_000, 3, 4);
        var clustering = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);
        Assert.Equal(clustering.Labels, clustering.Model.Assign(matrix, threads: 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void RowsOfOtherColumnsAreRefused() =>
        Assert.Throws<ArgumentException>(() => new CentreModel([0, 10], 2).Assign(Matrices.Of([[1, 2]])));

    [Fact]
    public void AnyLabellingIsDescribedLargestFirstWithoutTheUnassigned()
    {
        var matrix = Matrices.OneColumn(1, 20, 21, 22, 99);
        var (clusters, order) = ClusterOrder.Describe(matrix, [0, 1, 1, 1, ClusteringResult.Unassigned], clusterCount: 2, iterations: 3);
        Assert.Equal([1, 0], order);
        Assert.Equal([1, 0, 0, 0, ClusteringResult.Unassigned], clusters.Labels);
        Assert.Equal([21, 1], clusters.Centroids);
        Assert.Equal([3, 1], clusters.Sizes);
        Assert.Equal((2.0, 3, 1), (clusters.Inertia, clusters.Iterations, clusters.UnassignedRows));
    }

    [Fact]
    public void WeightsCountInMeansOrderAndInertia()
    {
        var matrix = Matrices.Of([[0], [4], [50]], weights: [1, 3, 9]);
        var (clusters, _) = ClusterOrder.Describe(matrix, [0, 0, 1], clusterCount: 2, iterations: 0);
        Assert.Equal([1, 1, 0], clusters.Labels);
        Assert.Equal([50, 3], clusters.Centroids);
        Assert.Equal(9 + 3, clusters.Inertia);
    }

    // Centres at 0 and 10: the border's width is a tenth of the way, half of a tenth on either side of the middle.
    [Theory]
    [InlineData(4.4, false)]
    [InlineData(4.6, true)]
    [InlineData(5.4, true)]
    [InlineData(5.6, false)]
    public void Borderline_BetweenTwoCentres_IsATenthOfTheWay(double x, bool expected)
    {
        var model = new CentreModel([0, 10], 2);
        var row = Matrices.OneColumn(x);

        Assert.Equal([expected], model.Borderline(row, model.Assign(row)));
    }

    [Fact]
    public void Borderline_WithoutAnotherCluster_OrWithoutAnOwn_IsNone()
    {
        Assert.Equal([false], new CentreModel([0], 1).Borderline(Matrices.OneColumn(3), [0]));
        Assert.Equal([false], new CentreModel([0, 2], 2).Borderline(Matrices.OneColumn(1), [ClusteringResult.Unassigned]));
    }
}

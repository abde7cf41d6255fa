using Segmentation.Core.Clustering.Centroids;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

/// <summary>Cases small enough to solve on paper; the first three are those of scikit-learn's own tests of k-means.</summary>
public class KMeansByHandTests
{
    private static readonly double[][] s_fourPoints = [[0, 0], [0.5, 0], [0.5, 1], [1, 1]];

    [Fact]
    public void FitFrom_FourWeightedPoints_SolvesAsOnPaper()
    {
        var matrix = Matrices.Of(s_fourPoints, [3, 1, 1, 3]);

        var result = KMeans.FitFrom(matrix, [0, 0, 1, 1], new KMeansOptions { ClusterCount = 2 }, TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 1, 1], result.Labels);
        Assert.Equal(0.375, result.Inertia, 1e-15);
        Assert.Equal([0.125, 0, 0.875, 1], result.Centroids);
        Assert.Equal([2, 2], result.Sizes);
    }

    [Fact]
    public void FitFrom_SecondClusterStartsEmpty_TakesTheFarthestRow()
    {
        var result = KMeans.FitFrom(
            Matrices.Of(s_fourPoints), [0.5, 0.5, 3, 3], new KMeansOptions { ClusterCount = 2 }, TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 1, 1], result.Labels);
        Assert.Equal(0.25, result.Inertia, 1e-15);
        Assert.Equal([0.25, 0, 0.75, 1], result.Centroids);
    }

    [Fact]
    public void MoveCentres_AllCentresInOnePlace_TheEmptiedOnesTakeTheFarthestRows()
    {
        var matrix = Matrices.OneColumn(-10, -9.5, -9, -8.5, -8, -1, 1, 9, 9.5, 10);
        var lloyd = new Lloyd(new KMeansRows(matrix), [-10, -10, -10], 3, threads: 1);

        lloyd.Run(maxIterations: 1, threshold: 0, TestContext.Current.CancellationToken);

        Assert.Equal([8, 1, 1], lloyd.Counts);
        Assert.Equal([-36.0 / 8 , 10, 9.5], lloyd.Centres);
    }

    [Fact]
    public void FitFrom_SameSizes_AreOrderedByCoordinates()
    {
        var matrix = Matrices.Of([[5, 1], [5, 3], [1, 9], [1, 7], [5, -1], [5, -3]]);

        var result = KMeans.FitFrom(matrix, [5, 2, 1, 8, 5, -2], new KMeansOptions { ClusterCount = 3 }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 8, 5, -2, 5, 2], result.Centroids);
        Assert.Equal([2, 2, 0, 0, 1, 1], result.Labels);
    }

    [Fact]
    public void FitFrom_Weighted_NumbersTheHeavierClusterFirst()
    {
        var matrix = Matrices.Of([[0], [1], [2], [10]], [1, 1, 1, 9]);

        var result = KMeans.FitFrom(matrix, [1, 10], new KMeansOptions { ClusterCount = 2 }, TestContext.Current.CancellationToken);

        Assert.Equal([1, 1, 1, 0], result.Labels);
        Assert.Equal([1, 3], result.Sizes);
    }

    [Fact]
    public void FitFrom_RowBetweenTwoCentres_GoesToTheLowerNumber()
    {
        var matrix = Matrices.OneColumn(0, 1, 2);

        var result = KMeans.FitFrom(matrix, [0, 2], new KMeansOptions { ClusterCount = 2, MaxIterations = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 1], result.Labels);
    }

    [Fact]
    public void FitFrom_OneIteration_LabelsAndInertiaAreThoseOfTheMovedCentres()
    {
        // First 0 and the rest part; the centres move to 0 and 5, and 1 and 2 change sides.
        var matrix = Matrices.OneColumn(0, 1, 2, 8, 9);

        var result = KMeans.FitFrom(matrix, [0, 1], new KMeansOptions { ClusterCount = 2, MaxIterations = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal([0, 5], result.Centroids);
        Assert.Equal([0, 0, 0, 1, 1], result.Labels);
        Assert.Equal(0 + 1 + 4 + 9 + 16, result.Inertia);
        Assert.Equal(1, result.Iterations);
    }
}

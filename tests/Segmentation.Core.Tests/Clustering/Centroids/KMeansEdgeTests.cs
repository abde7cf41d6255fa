using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class KMeansEdgeTests
{
    [Fact]
    public void Fit_OneCluster_IsTheWeightedMean()
    {
        var result = Fit(Matrices.Of([[0, 1], [4, 5]], [3, 1]), 1);

        Assert.Equal([1, 2], result.Centroids);
        Assert.Equal((3 * 2) + (1 * 18), result.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_AsManyClustersAsRows_HasNoInertia()
    {
        var result = Fit(Matrices.Clouds(30, 2, 3), 30);

        Assert.Equal(0, result.Inertia);
        Assert.All(result.Sizes, size => Assert.Equal(1, size));
    }

    [Fact]
    public void Fit_MostClusters_AllHaveRows()
    {
        var result = Fit(Matrices.Clouds(2000, 2, 5), KMeansOptions.MaxClusters);

        Assert.All(result.Sizes, size => Assert.True(size > 0));
        Assert.Equal(2000, result.Sizes.Sum());
    }

    [Fact]
    public void Fit_OneRow_IsItsOwnCentre()
    {
        var result = Fit(Matrices.Of([[3, -4]]), 1);

        Assert.Equal([3, -4], result.Centroids);
        Assert.Equal([0], result.Labels);
    }

    [Fact]
    public void Fit_RepeatedRows_StayTogether()
    {
        var result = Fit(Matrices.OneColumn(1, 5, 1, 5, 1, 9), 3);

        Assert.Equal([0, 1, 0, 1, 0, 2], result.Labels);
        Assert.Equal(0, result.Inertia);
    }

    [Fact]
    public void Fit_ConstantColumn_ChangesNothing()
    {
        var plain = Matrices.Clouds(500, 1, 3);
        var widened = new FeatureMatrix(500, 2, [.. plain.Cells, .. Enumerable.Repeat(0.1, 500)]);

        Assert.Equal(Fit(plain, 3).Labels, Fit(widened, 3).Labels);
    }

    [Fact]
    public void Fit_Weights_CountLikeRepeatedRows()
    {
        var weighted = Fit(Matrices.Of([[0], [1], [6], [9]], [2, 1, 3, 1]), 2);
        var repeated = Fit(Matrices.OneColumn(0, 0, 1, 6, 6, 6, 9), 2);

        Assert.Equal(repeated.Centroids, weighted.Centroids);
        Assert.Equal(repeated.Inertia, weighted.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_MoreClustersThanDistinctRows_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Matrices.OneColumn(1, 1, 2, 2, -0.0, 0.0), 4));

    [Fact]
    public void Fit_NoRows_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(new FeatureMatrix(0, 2, []), 1));

    public static TheoryData<KMeansOptions> BadOptions => new(
        new KMeansOptions { ClusterCount = 0 },
        new KMeansOptions { ClusterCount = KMeansOptions.MaxClusters + 1 },
        new KMeansOptions { ClusterCount = 2, Restarts = 0 },
        new KMeansOptions { ClusterCount = 2, MaxIterations = 0 },
        new KMeansOptions { ClusterCount = 2, Tolerance = -1 },
        new KMeansOptions { ClusterCount = 2, Threads = -1 });

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Fit_OptionBeyondItsLimits_Throws(KMeansOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Fit(Matrices.Clouds(300, 2, 2), options, TestContext.Current.CancellationToken));

    [Fact]
    public void FitFrom_StartOfOtherSize_Throws() =>
        Assert.Throws<ArgumentException>(() => KMeans.FitFrom(
            Matrices.Clouds(10, 2, 2), [1, 2, 3], new KMeansOptions { ClusterCount = 2 }, TestContext.Current.CancellationToken));

    [Fact]
    public void Fit_ManyRowsWithRareKinds_StillFindsAllClusters()
    {
        // Of 60,000 rows the sample is likely to miss the two that are alone: restarts must then look at all rows.
        var cells = new double[60_000];
        (cells[10], cells[20]) = (5, 9);

        var result = Fit(new FeatureMatrix(cells.Length, 1, cells), 3);

        Assert.Equal([59_998, 1, 1], result.Sizes);
        Assert.Equal(0, result.Inertia);
    }

    [Fact]
    public void Fit_ManyRows_FindsTheGeneratedClouds()
    {
        var matrix = Matrices.Clouds(60_000, 2, 6, side: 100);

        var result = Fit(matrix, 6);

        // Each row lies about two from its centre when squared, in two dimensions of spread 1.
        Assert.Equal(2.0, result.Inertia / matrix.Rows, 0.05);
    }

    private static ClusteringResult Fit(FeatureMatrix matrix, int clusters) =>
        KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken);
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

/// <summary>Best known inertias of real data, found by exhaustive restarts; the Mall customers are a public teaching data set.</summary>
public class KMeansGoldenTests
{
    // k, best inertia of income and score, unscaled.
    [Theory]
    [InlineData(1, 269981.28, 0.005)]
    [InlineData(2, 181363.595960, 1e-6)]
    [InlineData(3, 106348.373062, 1e-6)]
    [InlineData(4, 73679.789039, 1e-6)]
    [InlineData(5, 44448.455448, 1e-6)]
    [InlineData(6, 37233.814511, 1e-6)]
    [InlineData(7, 30227.606513, 1e-6)]
    [InlineData(8, 24986.53, 0.005)]
    [InlineData(9, 21794.89, 0.005)]
    [InlineData(10, 19634.55, 0.005)]
    public void Fit_MallIncomeAndScore_ReachesTheBestInertia(int clusters, double inertia, double tolerance)
    {
        var result = Fit(Matrices.MallIncomeAndScore(), clusters, restarts: 1000);

        Assert.Equal(inertia, result.Inertia, tolerance);
    }

    [Theory]
    [InlineData(2, 269.016794)]
    [InlineData(3, 157.704008)]
    [InlineData(4, 108.921317)]
    [InlineData(5, 65.568408)]
    [InlineData(6, 55.057348)]
    public void Fit_MallStandardised_ReachesTheBestInertia(int clusters, double inertia)
    {
        var result = Fit(Matrices.Standardised(Matrices.MallIncomeAndScore()), clusters, restarts: 50);

        Assert.Equal(inertia, result.Inertia, 1e-6);
    }

    [Theory]
    [InlineData(1, 308812.78, 0.005)]
    [InlineData(2, 212840.169821, 1e-6)]
    [InlineData(3, 143342.751572, 1e-6)]
    [InlineData(4, 104366.151456, 1e-6)]
    [InlineData(5, 75350.779172, 1e-6)]
    [InlineData(6, 58300.443322, 1e-6)]
    [InlineData(7, 51082.542968, 1e-6)]
    [InlineData(8, 44307.873417, 1e-6)]
    [InlineData(9, 40567.962964, 1e-6)]
    [InlineData(10, 37014.147357, 1e-6)]
    public void Fit_MallWithAge_ReachesTheBestInertia(int clusters, double inertia, double tolerance)
    {
        var result = Fit(Matrices.MallWithAge(), clusters, restarts: 2000);

        Assert.Equal(inertia, result.Inertia, tolerance);
    }

    [Fact]
    public void Fit_MallFiveClusters_AreThePublishedOnes()
    {
        var result = Fit(Matrices.MallIncomeAndScore(), 5, restarts: 10);

        Assert.Equal(44448.455448, result.Inertia, 1e-6);
        Assert.Equal([81, 39, 35, 23, 22], result.Sizes);
        double[] centres = [55.2963, 49.5185, 86.5385, 82.1282, 88.2000, 17.1143, 26.3043, 20.9130, 25.7273, 79.3636];
        Assert.All(centres.Zip(result.Centroids), pair => Assert.Equal(pair.First, pair.Second, 5e-5));
    }

    [Fact]
    public void Fit_BenchmarkS1_ReachesTheBestInertia()
    {
        var result = Fit(Matrices.Shared("benchmark_s1.csv", "x", "y"), 15, restarts: 10);

        Assert.Equal(8.91762e12, result.Inertia, 0.00001e12);
    }

    [Fact]
    public void Fit_BenchmarkUnbalance_FindsTheTrueClusters()
    {
        var matrix = Matrices.Shared("benchmark_unbalance.csv", "x", "y", "true_cluster");
        byte[] truth = [.. matrix.Column(2).ToArray().Select(label => (byte)label)];

        var result = Fit(new FeatureMatrix(matrix.Rows, 2, matrix.Cells[..(2 * matrix.Rows)].ToArray()), 8, restarts: 10);

        Assert.Equal(2.144921e11, result.Inertia, 0.000001e11);
        Assert.Equal(1, AdjustedRand.Index(truth, result.Labels), 1e-12);
    }

    private static ClusteringResult Fit(FeatureMatrix matrix, int clusters, int restarts) =>
        KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters, Restarts = restarts }, TestContext.Current.CancellationToken);
}

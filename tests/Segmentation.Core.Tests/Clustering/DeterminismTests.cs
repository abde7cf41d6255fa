using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>Same seed, same bits, on any number of threads; cancellation leaves nothing behind.</summary>
public class DeterminismTests
{
    [Theory]
    [InlineData(2_000)]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits(int rows)
    {
        var matrix = Matrices.Clouds(rows, 3, 6, side: 5, weighted: true);
        var one = Fit(1);

        foreach (var threads in new[] { 2, 4 })
        {
            var other = Fit(threads);
            Assert.Equal(one.Labels, other.Labels);
            Assert.Equal(Bits(one.Centroids), Bits(other.Centroids));
            Assert.Equal(Bits([one.Inertia]), Bits([other.Inertia]));
            Assert.Equal(one.Iterations, other.Iterations);
        }

        ClusteringResult Fit(int threads) => KMeans.Fit(
            matrix, new KMeansOptions { ClusterCount = 7, Restarts = 4, Threads = threads }, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(25_000)]
    public void Compute_AnyNumberOfThreads_GivesTheSameBits(int rows)
    {
        var matrix = Matrices.Clouds(rows, 3, 4, side: 5, weighted: true);
        var clustering = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 4, Restarts = 2 }, TestContext.Current.CancellationToken);
        var one = Silhouette.Compute(matrix, clustering, 1, threads: 1, TestContext.Current.CancellationToken)!;

        foreach (var threads in new[] { 2, 4 })
        {
            var other = Silhouette.Compute(matrix, clustering, 1, threads, TestContext.Current.CancellationToken)!;
            Assert.Equal(one.Rows, other.Rows);
            Assert.Equal(Bits(one.Values), Bits(other.Values));
            Assert.Equal(Bits([one.Mean]), Bits([other.Mean]));
        }
    }

    [Fact]
    public void Fit_OtherSeed_StartsElsewhere()
    {
        var matrix = Matrices.Clouds(500, 2, 1);

        var results = Enumerable.Range(1, 5).Select(seed => KMeans.Fit(
            matrix, new KMeansOptions { ClusterCount = 12, Restarts = 1, Seed = seed }, TestContext.Current.CancellationToken).Inertia);

        Assert.True(results.Distinct().Count() > 1);
    }

    [Fact]
    public void Fit_MoreRestarts_AreNeverWorse()
    {
        var matrix = Matrices.Clouds(800, 3, 1);
        int[] counts = [1, 4, 16];
        double[] inertias = [.. counts.Select(restarts => KMeans.Fit(
            matrix, new KMeansOptions { ClusterCount = 9, Restarts = restarts, Tolerance = 0 }, TestContext.Current.CancellationToken).Inertia)];

        Assert.True(inertias[1] <= inertias[0] && inertias[2] <= inertias[1]);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(60_000)]
    public void Everything_Cancelled_Throws(int rows)
    {
        var matrix = Matrices.Clouds(rows, 2, 3);
        var clustering = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 3, Restarts = 1 }, TestContext.Current.CancellationToken);
        var cancelled = new CancellationToken(canceled: true);

        Assert.ThrowsAny<OperationCanceledException>(() => KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 3 }, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => KMeans.FitFrom(matrix, clustering.Centroids, new KMeansOptions { ClusterCount = 3 }, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => Silhouette.Compute(matrix, clustering, cancellationToken: cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => new KSweep(matrix, new ClusteringOptions()).At(3, cancelled));
    }

    private static long[] Bits(double[] numbers) => Array.ConvertAll(numbers, BitConverter.DoubleToInt64Bits);
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

public class KSweepTests
{
    [Fact]
    public void At_AskedTwice_ComputesOnce()
    {
        var sweep = new KSweep(Matrices.Clouds(200, 2, 3), new ClusteringOptions());

        Assert.Same(sweep.At(3, TestContext.Current.CancellationToken), sweep.At(3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void At_ManyCallersAtOnce_ShareOneComputation()
    {
        var sweep = new KSweep(Matrices.Clouds(5_000, 4, 5), new ClusteringOptions());
        var answers = new ClusterQuality[12];

        Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => answers[i] = sweep.At(2 + (i % 3)));

        Assert.Equal(3, answers.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Equal([2, 3, 4], sweep.Finished.Select(quality => quality.ClusterCount));
    }

    [Fact]
    public void At_AnyOrder_GivesTheSameResults()
    {
        var matrix = Matrices.Clouds(400, 3, 4, side: 4);
        var upwards = new KSweep(matrix, new ClusteringOptions(), threads: 1);
        var downwards = new KSweep(matrix, new ClusteringOptions(), threads: 2);
        for (var k = 1; k <= 8; k++)
        {
            upwards.At(k, TestContext.Current.CancellationToken);
            downwards.At(9 - k, TestContext.Current.CancellationToken);
        }

        Assert.Equal(upwards.Finished.Select(quality => quality.Clustering.Labels), downwards.Finished.Select(quality => quality.Clustering.Labels));
        Assert.Equal(upwards.Finished.Select(quality => quality.Silhouette?.Mean), downwards.Finished.Select(quality => quality.Silhouette?.Mean));
    }

    // The best known inertias of the Mall customers' income and score, unscaled: one in a hundred starts finds some of them.
    [Theory]
    [InlineData(2, 181363.595960)]
    [InlineData(3, 106348.373062)]
    [InlineData(4, 73679.789039)]
    [InlineData(5, 44448.455448)]
    [InlineData(6, 37233.814511)]
    [InlineData(7, 30227.606513)]
    public void At_MallWithDefaultRestarts_ReachesTheBestInertia(int clusters, double inertia)
    {
        var sweep = new KSweep(Matrices.MallIncomeAndScore(), new ClusteringOptions());

        Assert.Equal(inertia, sweep.At(clusters, TestContext.Current.CancellationToken).Clustering.Inertia, 1e-6);
    }

    [Fact]
    public void At_MoreThanTheSliderOffers_IsFoundToo()
    {
        var sweep = new KSweep(Matrices.Clouds(2_000, 2, 40, side: 60), new ClusteringOptions());
        sweep.At(3, TestContext.Current.CancellationToken);

        Assert.Equal(40, sweep.At(40, TestContext.Current.CancellationToken).ClusterCount);
        Assert.InRange(sweep.At(40, TestContext.Current.CancellationToken).Clustering.Inertia, 0, 2 * 2_000 * 1.05);
    }

    [Fact]
    public void At_Cancelled_LeavesNothingAndCanBeAskedAgain()
    {
        var sweep = new KSweep(Matrices.Clouds(200, 2, 3), new ClusteringOptions());

        Assert.ThrowsAny<OperationCanceledException>(() => sweep.At(3, new CancellationToken(canceled: true)));

        Assert.Empty(sweep.Finished);
        Assert.Equal(3, sweep.At(3, TestContext.Current.CancellationToken).ClusterCount);
    }

    [Fact]
    public void At_OneCluster_HasNoQuality()
    {
        var quality = new KSweep(Matrices.Clouds(50, 2, 3), new ClusteringOptions()).At(1, TestContext.Current.CancellationToken);

        Assert.Null(quality.Silhouette);
        Assert.Null(quality.CalinskiHarabasz);
        Assert.Null(quality.DaviesBouldin);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void At_BeyondTheLimits_Throws(int clusters)
    {
        var sweep = new KSweep(Matrices.OneColumn(1, 2, 3, 3, 1), new ClusteringOptions());

        Assert.Throws<ArgumentOutOfRangeException>(() => sweep.At(clusters, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void MaxClusters_IsTheNumberOfDistinctRowsUpToTheLimit()
    {
        Assert.Equal(3, new KSweep(Matrices.OneColumn(1, 2, 3, 3, 1), new ClusteringOptions()).MaxClusters);
        Assert.Equal(KMeansOptions.MaxClusters, new KSweep(Matrices.Clouds(1000, 1, 2), new ClusteringOptions()).MaxClusters);
        Assert.Equal(0, new KSweep(new FeatureMatrix(0, 1, []), new ClusteringOptions()).MaxClusters);
    }
}

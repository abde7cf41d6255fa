using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class BisectingKMeansTests
{
    private static readonly int[] s_threads = [1, 2, 16];

    [Fact]
    public void Fit_FourPointsOnALine_SplitsTheWiderHalfFirst()
    {
        // 0 2 | 10 11 first; then 0 and 2 part, whose inertia is 2, before 10 and 11, whose inertia is 0.5.
        var result = Fit(Matrices.OneColumn(0, 2, 10, 11), 3);

        Assert.Equal([1, 2, 0, 0], result.Labels);
        Assert.Equal([10.5, 0, 2], result.Centroids);
        Assert.Equal(0.5, result.Inertia);
    }

    [Fact]
    public void Model_WalksTheSplits_NotToTheNearestCentroid()
    {
        // The first split is 0 0 6 8 | 20 20 20, its border at (3.5 + 20) / 2 = 11.75; the next one is 0 0 | 6 8 with centroid 7.
        var result = Fit(Matrices.OneColumn(0, 0, 6, 8, 20, 20, 20), 3);

        Assert.Equal([20, 0, 7], result.Centroids);
        Assert.Equal([2, 0, 2, 1], result.Model.Assign(Matrices.OneColumn(11.7, 11.8, 3.6, 3.4)));
    }

    [Fact]
    public void Margins_AreTheNarrowestTurnOnTheWay()
    {
        var result = Fit(Matrices.OneColumn(0, 0, 6, 8, 20, 20, 20), 3);

        // 11 turns at 3.5 | 20 by 9 - 7.5, and at 0 | 7 by 11 - 4; 20 has one turn, by 16.5.
        Assert.Equal([1.5f, 16.5f], result.Model.Margins(Matrices.OneColumn(11, 20), [2, 0]));
    }

    [Fact]
    public void Model_RowOnABorder_GoesToTheFirstChildAndHasNoMargin()
    {
        var result = Fit(Matrices.OneColumn(-2, -1, 1, 1, 2, 2), 2);
        var border = Matrices.OneColumn(0);

        Assert.Equal([1.5, -1.5], result.Centroids);
        Assert.Equal([0], result.Model.Assign(border));
        Assert.Equal([0f], result.Model.Margins(border, [0]));
    }

    [Fact]
    public void Fit_OneCluster_IsTheWeightedMean()
    {
        var result = Fit(Matrices.Of([[0, 1], [4, 5]], [3, 1]), 1);

        Assert.Equal([1, 2], result.Centroids);
        Assert.Equal([0, 0], result.Model.Assign(Matrices.Of([[9, 9], [-9, 9]])));
        Assert.All(result.Model.Margins(Matrices.Of([[9, 9]]), [0]), margin => Assert.Equal(float.PositiveInfinity, margin));
    }

    [Fact]
    public void Fit_AsManyClustersAsRows_HasNoInertia()
    {
        var result = Fit(Matrices.Clouds(40, 2, 3), 40);

        Assert.Equal(0, result.Inertia);
        Assert.All(result.Sizes, size => Assert.Equal(1, size));
    }

    [Fact]
    public void Fit_RepeatedRows_StayTogether()
    {
        var result = Fit(Matrices.OneColumn(1, 5, 1, 5, 1, 9), 3);

        Assert.Equal([0, 1, 0, 1, 0, 2], result.Labels);
    }

    [Fact]
    public void Fit_RowsWhoseDistanceIsNothing_AreOneCluster()
    {
        // The square of 1e-200 is 0.
        var result = Fit(Matrices.OneColumn(0, 1e-200, 1), 3);

        Assert.Equal([0, 0, 1], result.Labels);
    }

    [Fact]
    public void Fit_ConstantColumn_ChangesNothing()
    {
        var plain = Matrices.Clouds(500, 1, 3);
        var widened = new FeatureMatrix(500, 2, [.. plain.Cells, .. Enumerable.Repeat(0.1, 500)]);

        Assert.Equal(Fit(plain, 5).Labels, Fit(widened, 5).Labels);
    }

    [Fact]
    public void Fit_Weights_CountLikeRepeatedRows()
    {
        var weighted = Fit(Matrices.Of([[0], [1], [6], [9]], [2, 1, 3, 1]), 3);
        var repeated = Fit(Matrices.OneColumn(0, 0, 1, 6, 6, 6, 9), 3);

        Assert.Equal(repeated.Centroids, weighted.Centroids);
        Assert.Equal(repeated.Inertia, weighted.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_AnySmallMatrix_IsPlacedByItsModelAndNumberedLargestFirst() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var clusters = Math.Min(6, DistinctRows.Count(matrix, 6));
            var result = BisectingKMeans.Fit(matrix, new BisectingKMeansOptions { ClusterCount = clusters, Restarts = 3 });

            Assert.Equal(clusters, result.ClusterCount);
            Assert.Equal(result.Labels, result.Model.Assign(matrix));
            Assert.All(result.Model.Margins(matrix, result.Labels), margin => Assert.True(margin >= 0));
            Assert.All(result.Sizes, size => Assert.True(size > 0));
            var masses = ClusterMeans.Of(matrix, result.Labels, clusters).Masses;
            Assert.Equal(masses.OrderDescending(), masses);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_OneMoreCluster_SplitsTheOneOfTheLargestInertia() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var most = Math.Min(6, DistinctRows.Count(matrix, 6));
            for (var clusters = 2; clusters <= most; clusters++)
            {
                var (before, after) = (Fit(matrix, clusters - 1), Fit(matrix, clusters));
                var split = before.Labels.Zip(after.Labels).Distinct().CountBy(pair => pair.First).Single(entry => entry.Value == 2).Key;
                var inertias = Enumerable.Range(0, clusters - 1).Select(cluster => InertiaOf(matrix, before, cluster)).ToArray();
                Assert.Equal(inertias.Max(), inertias[split], 1e-9);
            }
        }).QuickCheckThrowOnFailure();

    // scikit-learn 1.2.1, BisectingKMeans(k, n_init=10) on clouds(120, 3, 6, 30), the best of 20 seeds: see scikit_learn_reference.py.
    [Theory]
    [InlineData(2, 7932.078580859805, "001011")]
    [InlineData(3, 6014.323080312094, "001022")]
    [InlineData(4, 2837.3921095807373, "012133")]
    [InlineData(5, 1457.6669290849663, "012143")]
    public void Fit_FormulaClouds_FindsTheSplitsOfScikitLearn(int clusters, double inertia, string period)
    {
        var result = Fit(FormulaClouds.Make(120, 3, 6, 30), clusters);

        byte[] expected = [.. Enumerable.Range(0, 120).Select(row => (byte)(period[row % 6] - '0'))];
        Assert.Equal(inertia, result.Inertia, 1e-9 * inertia);
        Assert.Equal(1, AdjustedRand.Index(expected, result.Labels), 1e-12);
    }

    [Theory]
    [InlineData(6, 1116.2511022748097)]
    [InlineData(7, 984.509684363728)]
    [InlineData(8, 896.9146692674988)]
    public void Fit_FormulaClouds_IsNoWorseThanScikitLearn(int clusters, double inertia) =>
        Assert.True(Fit(FormulaClouds.Make(120, 3, 6, 30), clusters).Inertia <= inertia * (1 + 1e-9));

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var matrix = Matrices.Clouds(10_000, 3, 6, side: 5, weighted: true);
        var results = s_threads.Select(threads => BisectingKMeans.Fit(
            matrix, new BisectingKMeansOptions { ClusterCount = 7, Restarts = 2, Threads = threads },
            TestContext.Current.CancellationToken)).ToArray();

        Assert.All(results, result => Assert.Equal(results[0].Labels, result.Labels));
        Assert.All(results, result => Assert.Equal(results[0].Centroids, result.Centroids));
        Assert.All(results, result => Assert.Equal(results[0].Inertia, result.Inertia));
        Assert.Equal(results[0].Labels, results[0].Model.Assign(matrix, 16, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Fit_BadChoices_Throw()
    {
        var matrix = Matrices.Clouds(300, 2, 2);
        BisectingKMeansOptions[] bad =
        [
            new() { ClusterCount = 0 }, new() { ClusterCount = BisectingKMeansOptions.MaxClusters + 1 },
            new() { ClusterCount = 2, Restarts = 0 },
            new() { ClusterCount = 2, MaxIterations = 0 }, new() { ClusterCount = 2, Threads = -1 },
        ];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => BisectingKMeans.Fit(matrix, options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Matrices.OneColumn(1, 1, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(new FeatureMatrix(0, 2, []), 1));
        Assert.ThrowsAny<OperationCanceledException>(
            () => BisectingKMeans.Fit(matrix, new BisectingKMeansOptions { ClusterCount = 3 }, new CancellationToken(canceled: true)));
    }

    private static double InertiaOf(FeatureMatrix matrix, ClusteringResult result, int cluster)
    {
        int[] rows = [.. Enumerable.Range(0, matrix.Rows).Where(row => result.Labels[row] == cluster)];
        return Moments.TotalSquares(matrix.Take(rows));
    }

    private static BisectingKMeansResult Fit(FeatureMatrix matrix, int clusters) =>
        BisectingKMeans.Fit(matrix, new BisectingKMeansOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken);
}

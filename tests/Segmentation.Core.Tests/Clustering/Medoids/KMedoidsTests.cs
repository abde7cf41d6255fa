using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Medoids;

public class KMedoidsTests
{
    private static readonly int[] s_threads = [1, 2, 16];

    [Fact]
    public void Fit_TwoGroupsOnALine_StandAroundTheirMiddleRows()
    {
        var result = Fit(Matrices.OneColumn(0, 1, 5, 20, 21, 22, 30), 2);

        Assert.Equal([1, 1, 1, 0, 0, 0, 0], result.Labels);
        Assert.Equal(1, result.Medoids[1]);
        Assert.InRange(result.Medoids[0], 4, 5);
        Assert.Equal(1 + 4 + 1 + 1 + 9, result.Loss);
        Assert.Equal([93.0 / 4, 2], result.Centroids);
        Assert.Equal((7, false), (result.CandidateRows, result.IsSampled));
    }

    [Fact]
    public void Fit_Weights_DrawTheMedoid()
    {
        var result = Fit(Matrices.Of([[0], [1], [5]], [1, 1, 3]), 1);

        Assert.Equal([2], result.Medoids);
        Assert.Equal(5 + 4, result.Loss);
    }

    [Fact]
    public void Fit_AnOutlier_DoesNotMoveTheMedoid() =>
        Assert.Equal([2], Fit(Matrices.OneColumn(0, 1, 2, 3, 1e6), 1).Medoids);

    [Fact]
    public void Model_PlacesNewRowsAtTheNearestMedoid_NotTheNearestMean()
    {
        var result = Fit(Matrices.OneColumn(0, 1, 5, 20, 21, 21, 30), 2);

        // Medoids 1 and 21, their middle is 11; means 2 and 23, their middle is 12.5.
        Assert.Equal([1, 0], result.Model.Assign(Matrices.OneColumn(10.9, 11.1)));
    }

    [Fact]
    public void Fit_AsManyClustersAsRows_HasNoLoss()
    {
        var result = Fit(Matrices.Clouds(60, 2, 3), 60);

        Assert.Equal(0, result.Loss);
        Assert.Equal(Enumerable.Range(0, 60), result.Medoids.Order());
    }

    [Fact]
    public void Fit_RepeatedRows_StayTogether()
    {
        var result = Fit(Matrices.OneColumn(1, 5, 1, 5, 1, 9), 3);

        Assert.Equal([0, 1, 0, 1, 0, 2], result.Labels);
        Assert.Equal(0, result.Loss);
    }

    [Fact]
    public void Fit_RowsWhoseDistanceIsNothing_AreOneCluster() =>
        Assert.Equal([0, 0, 1], Fit(Matrices.OneColumn(0, 1e-200, 1), 3).Labels);

    [Fact]
    public void Fit_ConstantColumn_ChangesNothing()
    {
        var plain = Matrices.Clouds(500, 1, 3);
        var widened = new FeatureMatrix(500, 2, [.. plain.Cells, .. Enumerable.Repeat(0.1, 500)]);

        Assert.Equal(Fit(plain, 3).Medoids, Fit(widened, 3).Medoids);
    }

    [Fact]
    public void Fit_AnySmallMatrix_NoSwapHelpsAndRowsAreWithTheNearestMedoid() =>
        Prop.ForAll(MatrixGenerators.Quarters(maxRows: 30), matrix =>
        {
            var clusters = Math.Min(5, DistinctRows.Count(matrix, 5));
            var result = KMedoids.Fit(matrix, new KMedoidsOptions { ClusterCount = clusters, Restarts = 1 });
            var naive = new NaivePam(matrix);

            Assert.Equal(clusters, result.ClusterCount);
            Assert.Equal(naive.Loss(result.Medoids), result.Loss, 1e-9);
            Assert.True(naive.BestSwap(result.Medoids).Loss >= result.Loss - 1e-9);
            Assert.All(result.Labels.Index(), entry => Assert.Equal(
                result.Medoids.Min(medoid => naive.Distance(entry.Index, medoid)),
                naive.Distance(entry.Index, result.Medoids[entry.Item]),
                1e-12));
            Assert.All(result.Medoids.Index(), entry => Assert.Equal(entry.Index, result.Labels[entry.Item]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(150, 2, 5, false)]
    [InlineData(100, 6, 3, true)]
    [InlineData(90, 1, 7, true)]
    public void Fit_GeneratedClouds_IsNoWorseThanNaivePam(int rows, int columns, int clusters, bool weighted)
    {
        var matrix = Matrices.Clouds(rows, columns, clusters, side: 8, weighted: weighted);
        var naive = new NaivePam(matrix).Run([.. Enumerable.Range(0, clusters)]);

        var result = KMedoids.Fit(
            matrix, new KMedoidsOptions { ClusterCount = clusters, Restarts = 10 }, TestContext.Current.CancellationToken);

        Assert.True(result.Loss <= naive * (1 + 1e-9), $"{result.Loss} {naive}");
    }

    [Fact]
    public void Run_OneByOneOrManyAtOnce_MakesTheSameSwaps()
    {
        var matrix = Matrices.Clouds(700, 3, 5, side: 6, weighted: true);
        var rest = new FasterPam(matrix, 5, threads: 2).Run([0, 1, 2, 3, 4], 100, TestContext.Current.CancellationToken);

        Assert.Equal(Sequential(matrix, [0, 1, 2, 3, 4]), rest.Medoids);
    }

    [Fact]
    public void Fit_MoreRowsThanCanBeTried_TakesASampleAndSaysSo()
    {
        var matrix = Matrices.Clouds(KMedoidsOptions.MaxExactRows + 1000, 2, 4, side: 60);
        var result = KMedoids.Fit(matrix, new KMedoidsOptions { ClusterCount = 4, Restarts = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal((KMedoidsOptions.MaxExactRows, true), (result.CandidateRows, result.IsSampled));
        Assert.Equal(matrix.Rows, result.Sizes.Sum());
        Assert.All(result.Medoids.Index(), entry => Assert.Equal(entry.Index, result.Labels[entry.Item]));

        // A row of a round normal cloud of spread 1 lies the square root of pi / 2 from its middle.
        Assert.Equal(Math.Sqrt(Math.PI / 2), result.Loss / matrix.Rows, 0.02);
    }

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var matrix = Matrices.Clouds(3_000, 3, 6, side: 5, weighted: true);
        var results = s_threads.Select(threads => KMedoids.Fit(
            matrix, new KMedoidsOptions { ClusterCount = 7, Threads = threads }, TestContext.Current.CancellationToken)).ToArray();

        Assert.All(results, result => Assert.Equal(results[0].Medoids, result.Medoids));
        Assert.All(results, result => Assert.Equal(results[0].Labels, result.Labels));
        Assert.All(results, result => Assert.Equal(results[0].Loss, result.Loss));
        Assert.All(results, result => Assert.Equal(results[0].Iterations, result.Iterations));
    }

    [Fact]
    public void Fit_BadChoices_Throw()
    {
        var matrix = Matrices.Clouds(300, 2, 2);
        KMedoidsOptions[] bad =
        [
            new() { ClusterCount = 0 }, new() { ClusterCount = KMedoidsOptions.MaxClusters + 1 }, new() { ClusterCount = 2, Restarts = 0 },
            new() { ClusterCount = 2, MaxIterations = 0 }, new() { ClusterCount = 2, Threads = -1 },
        ];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => KMedoids.Fit(matrix, options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Matrices.OneColumn(1, 1, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(new FeatureMatrix(0, 2, []), 1));
        Assert.ThrowsAny<OperationCanceledException>(
            () => KMedoids.Fit(matrix, new KMedoidsOptions { ClusterCount = 3 }, new CancellationToken(canceled: true)));
    }

    /// <summary>The same rule without batches: every row in turn, the best medoid to replace, at once.</summary>
    private static int[] Sequential(FeatureMatrix matrix, int[] medoids)
    {
        var naive = new NaivePam(matrix);
        var loss = naive.Loss(medoids);
        for (int row = 0, since = 0; since < matrix.Rows; row = (row + 1) % matrix.Rows, since++)
        {
            var best = Enumerable.Range(0, medoids.Length)
                .Select(place => medoids.Select((medoid, i) => i == place ? row : medoid).ToArray())
                .MinBy(swapped => naive.Loss(swapped))!;
            if (naive.Loss(best) < loss - (1e-12 * loss))
            {
                (medoids, loss, since) = (best, naive.Loss(best), 0);
            }
        }

        return medoids;
    }

    private static KMedoidsResult Fit(FeatureMatrix matrix, int clusters) =>
        KMedoids.Fit(matrix, new KMedoidsOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken);
}

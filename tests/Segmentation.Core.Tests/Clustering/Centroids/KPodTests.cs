using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class KPodTests
{
    private const double Gap = double.NaN;
    private static readonly int[] s_threads = [1, 2, 16];

    [Fact]
    public void Fit_TwoGroupsWithGaps_SolvesAsOnPaper()
    {
        var result = Fit([[0, 0], [2, Gap], [Gap, 1], [10, 10], [12, Gap], [Gap, Gap], [11, 10]], 2);

        Assert.Equal([0, 0, 0, 1, 1, ClusteringResult.Unassigned, 1], result.Labels);
        Assert.Equal(2 + 0.5 + 2, result.Inertia, 1e-12);
        Assert.Equal((1, 6), (result.UnassignedRows, result.Sizes.Sum()));
        Assert.Equal([1, 0.5, 11, 10], result.Centroids);
    }

    [Fact]
    public void Fit_NoGaps_IsKMeans()
    {
        var matrix = Matrices.Clouds(800, 3, 4, side: 9, weighted: true);
        var kmeans = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);
        var none = MissingCells.Where(800, 3, (_, _) => false);
        var result = KPod.Fit(matrix, none, new KPodOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);

        Assert.Equal(kmeans.Labels, result.Labels);
        Assert.Equal(kmeans.Inertia, result.Inertia, 1e-9 * kmeans.Inertia);
    }

    [Fact]
    public void Fit_OneCluster_IsTheWeightedMeanOfWhatIsThere()
    {
        var (matrix, missing) = Parts([[1, Gap], [3, 4], [Gap, 7]], [1, 3, 1]);
        var result = KPod.Fit(matrix, missing, new KPodOptions { ClusterCount = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal([2.5, 4.75], result.Centroids);
        Assert.Equal(2.25 + (3 * 0.25) + (3 * 0.5625) + 5.0625, result.Inertia, 1e-12);
    }

    [Fact]
    public void Fit_NumbersInMissingPlaces_PlayNoPart()
    {
        var missing = MissingCells.Where(4, 2, (row, column) => row == 1 && column == 1);
        var options = new KPodOptions { ClusterCount = 2 };

        var zero = KPod.Fit(Matrices.Of([[0, 1], [1, 0], [8, 9], [9, 9]]), missing, options, TestContext.Current.CancellationToken);
        var huge = KPod.Fit(Matrices.Of([[0, 1], [1, 1e9], [8, 9], [9, 9]]), missing, options, TestContext.Current.CancellationToken);

        Assert.Equal(zero.Labels, huge.Labels);
        Assert.Equal(zero.Centroids, huge.Centroids);
    }

    [Fact]
    public void Fit_ColumnWithoutAnyCell_PlaysNoPart() =>
        Assert.Equal(1, AdjustedRand.Index([0, 0, 1, 1], Fit([[0, Gap], [1, Gap], [8, Gap], [9, Gap]], 2).Labels));

    [Fact]
    public void Fit_AsManyClustersAsRows_HasNoInertia()
    {
        var result = Fit([[0, Gap], [5, 1], [9, 9], [20, Gap]], 4);

        Assert.Equal([1, 1, 1, 1], result.Sizes);
        Assert.Equal(0, result.Inertia);
    }

    [Fact]
    public void Model_NewRowsWithGaps_AreMeasuredByWhatTheyHave()
    {
        var model = new KPodModel([0, 0, 10, 4], clusterCount: 2);
        var (rows, missing) = Parts([[6, Gap], [Gap, 1], [Gap, Gap], [1, 1]]);
        byte[] labels = [1, 0, ClusteringResult.Unassigned, 0];

        Assert.Equal(labels, model.Assign(rows, missing));
        float[] margins = model.Margins(rows, missing, labels);
        Assert.Equal(Math.Sqrt(2) * (6 - 4), margins[0], 1e-6);
        Assert.Equal(Math.Sqrt(2) * (3 - 1), margins[1], 1e-6);
        Assert.Equal(0, margins[2]);
        Assert.Equal(Math.Sqrt(81 + 9) - Math.Sqrt(2), margins[3], 1e-6);
    }

    [Fact]
    public void Fit_CloudsWithAFifthMissing_FindsTheClouds()
    {
        // Far apart, and every row has some of its six features.
        var matrix = Matrices.Clouds(1_000, 6, 4, side: 60);
        var random = new SeededRandom(3);
        var missing = MissingCells.Where(1_000, 6, (_, _) => random.NextDouble() < 0.2);
        var whole = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);

        var result = KPod.Fit(matrix, missing, new KPodOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);

        Assert.True(AdjustedRand.Index(whole.Labels, result.Labels) > 0.98);
    }

    [Fact]
    public void Fit_AnySmallMatrix_RowsAreNearestCentroidsAreMeansAndNothingIsWorseThanTheStart() =>
        Prop.ForAll(MatrixGenerators.Quarters(), Gen.Choose(0, 1000).ToArbitrary(), (matrix, seed) =>
        {
            var random = new SeededRandom(seed);
            var missing = MissingCells.Where(matrix.Rows, matrix.Columns, (_, _) => random.NextDouble() < 0.3);
            int[] rows = [.. Enumerable.Range(0, matrix.Rows).Where(row => !missing.IsWholeRow(row))];
            var observed = new ObservedCells(KPodModel.Blank(matrix, missing).Take(rows));
            var clusters = Math.Min(4, DistinctRows.Count(observed.FillWithMeans(), 4));
            if (clusters == 0)
            {
                return;
            }

            var options = new KPodOptions { ClusterCount = clusters, Restarts = 2 };
            var result = KPod.Fit(matrix, missing, options);
            var own = rows.Select(row => result.Labels[row]).ToArray();
            var start = KMeans.Fit(observed.FillWithMeans(), options.OfStart);

            Assert.All(observed.Means(own, result.Centroids).Zip(result.Centroids), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
            var nearest = result.Model.Assign(matrix, missing);
            Assert.Equal(result.Model.Margins(matrix, missing, nearest), result.Model.Margins(matrix, missing, result.Labels));
            Assert.Equal(Naive(matrix, missing, result), result.Inertia, 1e-9);
            Assert.True(result.Inertia <= observed.Inertia(start.Labels, start.Centroids) + 1e-9);
            Assert.Equal(matrix.Rows - rows.Length, result.UnassignedRows);
            Assert.All(result.Sizes, size => Assert.True(size > 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        var matrix = Matrices.Clouds(9_000, 3, 6, side: 5, weighted: true);
        var missing = MissingCells.Where(9_000, 3, (row, column) => (row * 7 + column) % 11 == 0);
        var results = s_threads.Select(threads => KPod.Fit(
            matrix, missing, new KPodOptions { ClusterCount = 5, Restarts = 2, Threads = threads },
            TestContext.Current.CancellationToken)).ToArray();

        Assert.All(results, result => Assert.Equal(results[0].Labels, result.Labels));
        Assert.All(results, result => Assert.Equal(results[0].Centroids, result.Centroids));
        Assert.All(results, result => Assert.Equal(results[0].Inertia, result.Inertia));
    }

    [Fact]
    public void Fit_BadChoices_Throw()
    {
        var matrix = Matrices.Clouds(300, 2, 2);
        var none = MissingCells.Where(300, 2, (_, _) => false);
        KPodOptions[] bad =
        [
            new() { ClusterCount = 0 }, new() { ClusterCount = KPodOptions.MaxClusters + 1 }, new() { ClusterCount = 2, Restarts = 0 },
            new() { ClusterCount = 2, MaxIterations = 0 }, new() { ClusterCount = 2, Threads = -1 },
        ];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => KPod.Fit(matrix, none, options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[Gap, Gap], [Gap, Gap]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit([[1, Gap], [Gap, Gap], [1, Gap]], 2));
        Assert.Throws<ArgumentException>(
            () => KPod.Fit(matrix, MissingCells.Where(300, 3, (_, _) => false), new KPodOptions { ClusterCount = 2 }));
        Assert.ThrowsAny<OperationCanceledException>(
            () => KPod.Fit(matrix, none, new KPodOptions { ClusterCount = 3 }, new CancellationToken(canceled: true)));
    }

    /// <summary>Sum over the cells that are there, one by one.</summary>
    private static double Naive(FeatureMatrix matrix, MissingCells missing, KPodResult result) => (
        from row in Enumerable.Range(0, matrix.Rows)
        from column in Enumerable.Range(0, matrix.Columns)
        where !missing[row, column]
        let difference = matrix[row, column] - result.Centroid(result.Labels[row])[column]
        select (matrix.IsWeighted ? matrix.Weights[row] : 1) * difference * difference).Sum();

    private static KPodResult Fit(double[][] rows, int clusters)
    {
        var (matrix, missing) = Parts(rows);
        return KPod.Fit(matrix, missing, new KPodOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken);
    }

    /// <summary>NaN stands for a missing cell.</summary>
    private static (FeatureMatrix Matrix, MissingCells Missing) Parts(double[][] rows, double[]? weights = null) => (
        Matrices.Of([.. rows.Select(row => row.Select(cell => double.IsNaN(cell) ? 1234 : cell).ToArray())], weights),
        MissingCells.Where(rows.Length, rows[0].Length, (row, column) => double.IsNaN(rows[row][column])));
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

/// <summary>What must not matter to k-means, and what may only go down.</summary>
public class KMeansInvarianceTests
{
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void FitFrom_OneIterationMore_NeverRaisesTheInertia(int seed)
    {
        var matrix = Matrices.Clouds(700, 3, 9, side: 3, seed, weighted: true);
        var start = RowsOf(matrix, Enumerable.Range(0, 9));

        var last = double.PositiveInfinity;
        for (var iterations = 1; iterations <= 60; iterations++)
        {
            var inertia = FitFrom(matrix, start, 9, iterations).Inertia;
            Assert.True(inertia <= last * (1 + Rounding), $"{iterations} iterations: {last:R} rose to {inertia:R}.");
            last = inertia;
        }
    }

    [Fact]
    public void FitFrom_MoreIterations_AllocateNothingMore()
    {
        var matrix = Matrices.Clouds(5_000, 4, 9, side: 3, seed: 4, weighted: true);
        var start = RowsOf(matrix, Enumerable.Range(0, 9));
        Assert.Equal(30, FitFrom(matrix, start, 9, 30).Iterations);

        // The smallest object takes 24 bytes.
        Assert.True(Allocated(30) - Allocated(10) < 20 * 24);

        long Allocated(int iterations)
        {
            var options = new KMeansOptions { ClusterCount = 9, Tolerance = 0, MaxIterations = iterations, Threads = 1 };
            var before = GC.GetAllocatedBytesForCurrentThread();
            KMeans.FitFrom(matrix, start, options, TestContext.Current.CancellationToken);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void FitFrom_AnySmallMatrixAndStart_NeverRaisesTheInertia() => Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
    {
        var clusters = Math.Min(4, DistinctRows.Count(matrix, 4));
        double[] inertias = [.. Enumerable.Range(1, 8).Select(iterations => FitFrom(matrix, new double[clusters * matrix.Columns], clusters, iterations).Inertia)];
        return inertias.Zip(inertias.Skip(1)).All(pair => pair.Second <= (pair.First * (1 + Rounding)) + Rounding);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(500)]
    [InlineData(20_000)]
    public void FitFrom_RowsInAnotherOrder_FindsTheSameClusters(int rows)
    {
        var matrix = Matrices.Clouds(rows, 4, 6, side: 4, seed: 5, weighted: true);
        int[] order = Shuffled(rows);
        var start = RowsOf(matrix, Enumerable.Range(0, 6));

        var plain = FitFrom(matrix, start, 6, 300);
        var shuffled = FitFrom(matrix.Take(order), start, 6, 300);

        Assert.Equal(1, AdjustedRand.Index(Array.ConvertAll(order, row => plain.Labels[row]), shuffled.Labels));
        Assert.Equal(plain.Inertia, shuffled.Inertia, Rounding * plain.Inertia);
        Assert.Equal(plain.Sizes, shuffled.Sizes);
    }

    [Fact]
    public void FitFrom_StartsInAnotherOrder_FindsTheSameClusters()
    {
        var matrix = Matrices.Clouds(900, 3, 6, side: 6, seed: 8);
        int[] order = [3, 0, 5, 1, 4, 2];

        var plain = FitFrom(matrix, RowsOf(matrix, Enumerable.Range(0, 6)), 6, 300);
        var permuted = FitFrom(matrix, RowsOf(matrix, order), 6, 300);

        // Numbers go by size and place, not by the start: even the labels are the same.
        Assert.Equal(plain.Labels, permuted.Labels);
        Assert.Equal(plain.Centroids, permuted.Centroids);
        Assert.Equal(plain.Inertia, permuted.Inertia);
    }

    // A power of two leaves every bit where it was.
    [Theory]
    [InlineData(4.0, true)]
    [InlineData(0.0625, true)]
    [InlineData(1000.0, false)]
    [InlineData(0.05, false)]
    public void Run_AFeatureInAnotherUnitAndItsWeightAgainstIt_CancelOut(double unit, bool isExact)
    {
        var matrix = Matrices.Clouds(300, 2, 4, side: 8, seed: 3);

        var plain = Run(matrix.Column(0).ToArray(), 1);
        var scaled = Run(Array.ConvertAll(matrix.Column(0).ToArray(), cell => cell * unit), 1 / (unit * unit));

        Assert.Equal(plain.Labels, scaled.Labels);
        Assert.Equal(plain.Inertia, scaled.Inertia, isExact ? 0 : Rounding * plain.Inertia);

        ClusteringResult Run(double[] x, double weight) => new SegmentationPipeline().Run(
            Tables.Of(Tables.Numbers("x", x), Tables.Numbers("y", matrix.Column(1).ToArray())),
            new SegmentationRecipe
            {
                Features = new FeatureOptions { Chosen = [new FeatureChoice("x") { Weight = weight }, new FeatureChoice("y")], Scaling = Scaling.None },
                Clustering = new ClusteringOptions { ClusterCount = 4 },
            }).Quality.Clustering;
    }

    private static ClusteringResult FitFrom(FeatureMatrix matrix, double[] start, int clusters, int iterations) => KMeans.FitFrom(
        matrix, start, new KMeansOptions { ClusterCount = clusters, Tolerance = 0, MaxIterations = iterations }, TestContext.Current.CancellationToken);

    private static double[] RowsOf(FeatureMatrix matrix, IEnumerable<int> rows) =>
        [.. rows.SelectMany(row => Enumerable.Range(0, matrix.Columns).Select(column => matrix[row, column]))];

    private static int[] Shuffled(int count)
    {
        var random = new SeededRandom(2);
        return [.. Enumerable.Range(0, count).OrderBy(_ => random.NextBits())];
    }
}

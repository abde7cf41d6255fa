using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class KMeansPropertyTests
{
    private const int Iterations = 60;

    [Fact]
    public void FitFrom_AnySmallMatrix_AgreesWithNaiveLloyd() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            for (var clusters = 1; clusters <= Math.Min(6, DistinctRows.Count(matrix, 6)); clusters++)
            {
                AssertSameAsNaive(matrix, FirstRows(matrix, clusters), clusters);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void FitFrom_AllCentresInOnePlace_AgreesWithNaiveLloyd() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var clusters = Math.Min(5, DistinctRows.Count(matrix, 5));
            AssertSameAsNaive(matrix, new double[clusters * matrix.Columns], clusters);
        }).QuickCheckThrowOnFailure();

    // Clouds that overlap take long to settle: most tiles are passed over in most iterations, and some labels still change.
    [Theory]
    [InlineData(3000, 2, 7, 0, false)]
    [InlineData(3000, 3, 5, 3, true)]
    [InlineData(1501, 6, 12, 4, false)]
    [InlineData(40, 30, 4, 5, true)]
    public void FitFrom_GeneratedClouds_AgreesWithNaiveLloyd(int rows, int columns, int clusters, double side, bool weighted)
    {
        var matrix = Matrices.Clouds(rows, columns, clusters, side, seed: 3, weighted);

        AssertSameAsNaive(matrix, FirstRows(matrix, clusters), clusters);
    }

    [Fact]
    public void Fit_AnySmallMatrix_LabelsAreTheNearestCentroidsAndCentroidsTheMeans() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var clusters = Math.Min(4, DistinctRows.Count(matrix, 4));
            var result = KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters, Restarts = 3 });

            var naive = new NaiveLloyd(matrix, result.Centroids, clusters);
            naive.Run(maxIterations: 0);
            Assert.Equal(naive.LabelsLargestFirst(), result.Labels);
            naive.Run(maxIterations: 1);
            Assert.All(naive.Centres.Zip(result.Centroids), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        }).QuickCheckThrowOnFailure();

    private static void AssertSameAsNaive(FeatureMatrix matrix, double[] start, int clusters)
    {
        var naive = new NaiveLloyd(matrix, start, clusters);
        naive.Run(Iterations);

        var result = KMeans.FitFrom(matrix, start, new KMeansOptions { ClusterCount = clusters, Tolerance = 0, MaxIterations = Iterations });

        Assert.Equal(naive.LabelsLargestFirst(), result.Labels);
        Assert.Equal(naive.Inertia, result.Inertia, 1e-12 * (1 + naive.Inertia));
        Assert.Equal(result.Labels.CountBy(label => label).OrderBy(entry => entry.Key).Select(entry => entry.Value), result.Sizes.Where(size => size > 0));
    }

    private static double[] FirstRows(FeatureMatrix matrix, int clusters)
    {
        var start = new double[clusters * matrix.Columns];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            matrix.CopyRow(cluster, start.AsSpan(cluster * matrix.Columns));
        }

        return start;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

public class SilhouetteTests
{
    [Fact]
    public void Compute_FourPointsOnALine_SolvesAsOnPaper()
    {
        // 0 and 1 against 5 and 6: row 0 has a = 1, b = 5.5; row 1 has a = 1, b = 4.5; the others mirror them.
        var result = Compute(Matrices.OneColumn(0, 1, 5, 6), [0, 0, 1, 1])!;

        double[] expected = [4.5 / 5.5, 3.5 / 4.5, 3.5 / 4.5, 4.5 / 5.5];
        Assert.All(expected.Zip(result.Values), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Equal(expected.Average(), result.Mean, 1e-15);
        Assert.Equal([0, 1, 2, 3], result.Rows);
        Assert.False(result.IsSampled);
    }

    [Fact]
    public void Compute_ClusterOfOne_GetsZero()
    {
        var result = Compute(Matrices.OneColumn(0, 1, 9), [0, 0, 1])!;

        Assert.Equal(0, result.Values[2]);
        Assert.Equal(0, result.ByCluster[1]);
    }

    [Fact]
    public void Compute_AllRowsInOnePlace_IsZero() =>
        Assert.Equal(0, Compute(Matrices.OneColumn(2, 2, 2, 2), [0, 0, 1, 1])!.Mean);

    [Fact]
    public void Compute_OneCluster_IsNull() =>
        Assert.Null(Compute(Matrices.OneColumn(1, 2), [0, 0]));

    [Fact]
    public void Compute_WeightedRows_CountInTheDistancesToOthers()
    {
        // Row 0: a = 2 (the only other one), b = (3 x 10 + 1 x 14) / 4 = 11.
        var result = Compute(Matrices.Of([[0], [2], [10], [14]], [5, 1, 3, 1]), [0, 0, 1, 1])!;

        Assert.Equal(9.0 / 11, result.Values[0], 1e-15);
        Assert.Equal(((5 * result.Values[0]) + result.Values[1]) / 6, result.ByCluster[0], 1e-15);
        Assert.Equal(((6 * result.ByCluster[0]) + (4 * result.ByCluster[1])) / 10, result.Mean, 1e-15);
    }

    [Fact]
    public void Compute_AnySmallMatrix_AgreesWithTheDefinition() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            byte[] labels = [.. Enumerable.Range(0, matrix.Rows).Select(row => (byte)(row * 7 % 5 % Math.Min(3, matrix.Rows)))];
            var result = Compute(matrix, labels);
            if (result is not null)
            {
                Assert.All(result.Rows, row => Assert.Equal(Naive(matrix, labels, row), result.Values[row], 1e-12));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compute_SeveralBlocks_AgreesWithTheDefinition()
    {
        var matrix = Matrices.Clouds(700, 9, 4, weighted: true);
        byte[] labels = [.. Enumerable.Range(0, matrix.Rows).Select(row => (byte)(row % 7))];

        var result = Compute(matrix, labels)!;

        Assert.All(result.Rows, row => Assert.Equal(Naive(matrix, labels, row), result.Values[row], 1e-12));
    }

    [Fact]
    public void Compute_ManyRows_SamplesEveryCluster()
    {
        var (matrix, clustering) = ManyRows();

        var result = Silhouette.Compute(matrix, clustering, cancellationToken: TestContext.Current.CancellationToken)!;

        Assert.True(result.IsSampled);
        Assert.Equal(result.Rows.Order().Distinct(), result.Rows);
        Assert.InRange(result.Rows.Length, Silhouette.SampleRows - 5, Silhouette.SampleRows + (2 * StratifiedSample.MinPerCluster));
        var counts = result.Rows.CountBy(row => clustering.Labels[row]).ToDictionary();
        Assert.Equal(Math.Min(clustering.Sizes[2], StratifiedSample.MinPerCluster), counts[2]);
    }

    [Fact]
    public void Compute_ManyRows_IsNearTheExactMean()
    {
        var (matrix, clustering) = ManyRows();
        var runs = new ClusterRuns(matrix, clustering.Labels, clustering.ClusterCount);
        Assert.True(runs.Length > Silhouette.ExactRows);

        var sampled = Silhouette.Compute(matrix, clustering, cancellationToken: TestContext.Current.CancellationToken)!.Mean;

        // Every twentieth row against all the others.
        var exact = Enumerable.Range(0, matrix.Rows / 20).Average(i => Naive(matrix, clustering.Labels, i * 20));
        Assert.Equal(exact, sampled, 0.02);
    }

    [Fact]
    public void Compute_LabelsOfAnotherMatrix_Throws() =>
        Assert.Throws<ArgumentException>(() => Compute(Matrices.OneColumn(1, 2), [0, 1, 1]));

    private static (FeatureMatrix Matrix, ClusteringResult Clustering) ManyRows()
    {
        var matrix = Matrices.Clouds(21_000, 2, 1);
        byte[] labels = [.. Enumerable.Range(0, matrix.Rows).Select(row => row < 40 ? (byte)2 : matrix[row, 0] > matrix[40, 0] ? (byte)1 : (byte)0)];
        return (matrix, Clustering(matrix, labels));
    }

    private static SilhouetteResult? Compute(FeatureMatrix matrix, byte[] labels) =>
        Silhouette.Compute(matrix, Clustering(matrix, labels), cancellationToken: TestContext.Current.CancellationToken);

    private static ClusteringResult Clustering(FeatureMatrix matrix, byte[] labels)
    {
        var sizes = new int[labels.Max() + 1];
        Array.ForEach(labels, label => sizes[label]++);
        return new ClusteringResult(labels, new double[sizes.Length * matrix.Columns], sizes, 0, 0);
    }

    private static double Naive(FeatureMatrix matrix, byte[] labels, int row)
    {
        var others = Enumerable.Range(0, matrix.Rows).Where(other => other != row).ToLookup(other => labels[other]);
        if (!others[labels[row]].Any())
        {
            return 0;
        }

        var within = MeanDistance(matrix, row, others[labels[row]]);
        var next = others.Where(group => group.Key != labels[row]).Min(group => MeanDistance(matrix, row, group));
        return Math.Max(within, next) > 0 ? (next - within) / Math.Max(within, next) : 0;
    }

    private static double MeanDistance(FeatureMatrix matrix, int row, IEnumerable<int> others)
    {
        var (sum, mass) = (0.0, 0.0);
        foreach (var other in others)
        {
            var squares = Enumerable.Range(0, matrix.Columns).Sum(column => Math.Pow(matrix[row, column] - matrix[other, column], 2));
            var weight = matrix.IsWeighted ? matrix.Weights[other] : 1;
            (sum, mass) = (sum + (weight * Math.Sqrt(squares)), mass + weight);
        }

        return sum / mass;
    }
}

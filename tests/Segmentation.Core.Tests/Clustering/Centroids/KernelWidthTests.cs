using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

/// <summary>Kernels that look at rounded rows first must find what exact distances find, to the bit.</summary>
public sealed class KernelWidthTests
{
    private static readonly KernelWidth[] s_rounded = [KernelWidth.Widest, KernelWidth.Bits512, KernelWidth.Bits256, KernelWidth.Bits128, KernelWidth.Scalar];

    public static TheoryData<string, int> Data
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in s_matrices.Keys)
            {
                foreach (var clusters in (int[])[1, 2, 5, 8, 13])
                {
                    data.Add(name, clusters);
                }
            }

            return data;
        }
    }

    private static readonly Dictionary<string, FeatureMatrix> s_matrices = new()
    {
        ["clouds"] = Matrices.Clouds(1_003, 4, 6),
        ["overlapping clouds"] = Matrices.Clouds(5_000, 3, 6, side: 2),
        ["weighted"] = Matrices.Clouds(999, 5, 4, weighted: true),
        ["one feature"] = Matrices.Clouds(777, 1, 5, side: 8),
        ["two hundred features"] = Matrices.Clouds(300, 200, 4, side: 1),
        ["far from zero"] = Moved(Matrices.Clouds(1_000, 3, 5), offset: 1e12, scale: 1),
        ["tiny"] = Moved(Matrices.Clouds(1_000, 3, 5), offset: 0, scale: 1e-150),
        ["huge"] = Moved(Matrices.Clouds(1_000, 3, 5), offset: 0, scale: 1e150),
        ["a far outlier"] = WithOutlier(Matrices.Clouds(1_000, 3, 5), 1e9),
        ["an outlier beyond single precision"] = WithOutlier(Matrices.Clouds(1_000, 3, 5), 1e60),
        ["a constant column"] = new FeatureMatrix(400, 2, [.. Matrices.Clouds(400, 1, 5).Cells, .. Enumerable.Repeat(3.5, 400)]),
        ["a grid, where ties are the rule"] = Grid(40),
        ["one tile and a row"] = Matrices.Clouds(17, 2, 13),
    };

    [Theory]
    [MemberData(nameof(Data))]
    public void EveryWidth_FromTheSameStart_FindsWhatExactDistancesFind(string name, int clusters)
    {
        var matrix = s_matrices[name];
        var start = FirstRows(matrix, clusters);
        var exact = KMeans.FitFrom(matrix, start, Options(clusters, KernelWidth.Exact), TestContext.Current.CancellationToken);
        foreach (var width in s_rounded)
        {
            AssertSame(exact, KMeans.FitFrom(matrix, start, Options(clusters, width), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(KernelWidth.Bits512)]
    [InlineData(KernelWidth.Bits256)]
    [InlineData(KernelWidth.Bits128)]
    [InlineData(KernelWidth.Scalar)]
    public void EveryWidth_WithItsOwnStarts_FindsWhatExactDistancesFind(KernelWidth width)
    {
        var matrix = Matrices.Clouds(60_000, 3, 7, side: 6);
        AssertSame(
            KMeans.Fit(matrix, Options(7, KernelWidth.Exact), TestContext.Current.CancellationToken),
            KMeans.Fit(matrix, Options(7, width), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void StartsFarBeyondTheRows_AreNoTrouble()
    {
        var matrix = Matrices.Clouds(500, 2, 3);
        double[] start = [1e300, -1e300, 5, 5, 1e20, 1e20];
        AssertSame(
            KMeans.FitFrom(matrix, start, Options(3, KernelWidth.Exact), TestContext.Current.CancellationToken),
            KMeans.FitFrom(matrix, start, Options(3, KernelWidth.Widest), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void AnySmallMatrix_GivesTheSameBits() => Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
    {
        var clusters = DistinctRows.Count(matrix, 4);
        var start = FirstRows(matrix, clusters);
        var exact = KMeans.FitFrom(matrix, start, Options(clusters, KernelWidth.Exact));
        return s_rounded.All(width => KMeans.FitFrom(matrix, start, Options(clusters, width)) is var found
            && found.Inertia.Equals(exact.Inertia) && found.Labels.SequenceEqual(exact.Labels));
    }).QuickCheckThrowOnFailure();

    private static KMeansOptions Options(int clusters, KernelWidth width) => new() { ClusterCount = clusters, Width = width, Tolerance = 0, Restarts = 3, Threads = 2 };

    private static void AssertSame(ClusteringResult expected, ClusteringResult actual)
    {
        Assert.Equal(expected.Labels, actual.Labels);
        Assert.Equal(expected.Centroids, actual.Centroids);
        Assert.Equal((expected.Inertia, expected.Iterations), (actual.Inertia, actual.Iterations));
    }

    private static double[] FirstRows(FeatureMatrix matrix, int clusters)
    {
        var start = new double[clusters * matrix.Columns];
        for (var row = 0; row < clusters; row++)
        {
            matrix.CopyRow(row, start.AsSpan(row * matrix.Columns));
        }

        return start;
    }

    private static FeatureMatrix Moved(FeatureMatrix matrix, double offset, double scale) =>
        new(matrix.Rows, matrix.Columns, [.. matrix.Cells.ToArray().Select(cell => (cell * scale) + offset)]);

    private static FeatureMatrix WithOutlier(FeatureMatrix matrix, double cell)
    {
        var cells = matrix.Cells.ToArray();
        cells[500] = cell;
        return new FeatureMatrix(matrix.Rows, matrix.Columns, cells);
    }

    private static FeatureMatrix Grid(int side) => Matrices.Of([.. Enumerable.Range(0, side * side).Select(i => new double[] { i % side, i / side })]);
}

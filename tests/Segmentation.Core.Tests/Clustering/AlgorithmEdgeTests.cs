using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>What stands at the edge of what can be clustered, for every algorithm.</summary>
public class AlgorithmEdgeTests
{
    private const int Rows = 60;

    public static TheoryData<string> All => Algorithms.Names;

    public static TheoryData<string> AllButDensities => [.. Algorithms.Names.Select(row => row.Data).Where(name => name != Algorithms.Hdbscan)];

    public static MatrixTheoryData<string, string> Unusual { get; } = new(
        [.. Algorithms.Names.Select(row => row.Data)],
        ["one feature", "200 features", "constant columns", "far from 0", "tiny", "huge", "rows twice"]);

    [Theory]
    [MemberData(nameof(Unusual))]
    public void Fit_UnusualMatrix_StillFindsTheThreeHeaps(string algorithm, string matrix)
    {
        var rows = Make(matrix);

        var found = Algorithms.Fit(algorithm, rows, 3);

        AssertSound(found, rows);
        Assert.Equal(1, AdjustedRand.Index([.. Enumerable.Range(0, rows.Rows).Select(row => (byte)(row % 3))], found.Labels));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_OneRow_IsOneCluster(string algorithm)
    {
        var matrix = Matrices.Of([[3, -4]]);

        var found = Algorithms.Fit(algorithm, matrix, 1);

        AssertSound(found, matrix);
        Assert.Equal([0], found.Labels);
        Assert.Equal([3, -4], found.Centroids);
        Assert.Equal(0, found.Inertia);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_AllRowsEqual_AreOneCluster(string algorithm)
    {
        var matrix = Matrices.Of([.. Enumerable.Repeat(new[] { 0.1, 1e12, -7 }, 20)]);

        var found = Algorithms.Fit(algorithm, matrix, 1);

        AssertSound(found, matrix);
        Assert.Equal(new byte[20], found.Labels);
        Assert.All(found.Centroids.Zip([0.1, 1e12, -7]), pair => Assert.Equal(pair.Second, pair.First, 1e-15 * Math.Abs(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(AllButDensities))]
    public void Fit_AsManyClustersAsRows_AreEachARow(string algorithm)
    {
        var matrix = Matrices.Of([[0, 0], [1, 5], [2, -3], [9, 9], [-4, 2], [7, 0]]);

        var found = Algorithms.Fit(algorithm, matrix, 6);

        AssertSound(found, matrix);
        Assert.Equal(6, found.Labels.Distinct().Count());
        Assert.Equal(0, found.Inertia);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_RowsOfWeightZero_ChangeNothingAndGetALabel(string algorithm)
    {
        var heavy = Matrices.Clouds(45, 2, 3, weighted: true);
        int[] places = [.. Enumerable.Range(0, 60).Where(row => row % 4 != 1)];
        var mixed = WithWeightlessRows(heavy, places, 60);

        var (expected, found) = (Algorithms.Fit(algorithm, heavy, 3), Algorithms.Fit(algorithm, mixed, 3));

        AssertSound(found, mixed);
        Assert.Equal(expected.Labels, Array.ConvertAll(places, place => found.Labels[place]));
        Assert.Equal(expected.Centroids, found.Centroids);
        Assert.Equal(expected.Inertia, found.Inertia);
        var placed = expected.Model.Assign(mixed, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, 60).Except(places), row => Assert.Equal(placed[row], found.Labels[row]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_NothingWeighsAnything_IsRefused(string algorithm) => Assert.ThrowsAny<ArgumentException>(
        () => Algorithms.Fit(algorithm, Matrices.Of([[1], [2], [3]], [0, 0, 0]), 1));

    [Theory]
    [MemberData(nameof(All))]
    public void Fit_WhatIsNoNumber_IsRefusedAndNamed(string algorithm)
    {
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 2 * FeatureMatrix.LargestCell })
        {
            var cells = Matrices.Clouds(30, 2, 3).Cells.ToArray();
            cells[30 + 17] = bad;

            var failure = Assert.Throws<ArgumentException>(() => Algorithms.Fit(algorithm, new FeatureMatrix(30, 2, cells), 2));

            Assert.StartsWith($"Row 17 has {bad} in column 1; only numbers up to", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Quality_WithRowsOfWeightZero_IsThatWithoutThem()
    {
        var heavy = Matrices.Clouds(45, 2, 3, side: 4, weighted: true);
        int[] places = [.. Enumerable.Range(0, 60).Where(row => row % 4 != 1)];
        var (expected, found) = (Measure(heavy), Measure(WithWeightlessRows(heavy, places, 60)));

        Assert.Equal(expected.Silhouette!.Mean, found.Silhouette!.Mean, 1e-12);
        Assert.Equal(expected.CalinskiHarabasz, found.CalinskiHarabasz);
        Assert.Equal(expected.DaviesBouldin!.Value, found.DaviesBouldin!.Value, 1e-12);

        static ClusterQuality Measure(FeatureMatrix matrix) => new KSweep(matrix, new ClusteringOptions()).At(3);
    }

    private static FeatureMatrix WithWeightlessRows(FeatureMatrix heavy, int[] places, int rows)
    {
        var random = new SeededRandom(9);
        var cells = new double[rows * heavy.Columns];
        var weights = new double[rows];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = 100 * (random.NextDouble() - 0.5);
        }

        for (var i = 0; i < places.Length; i++)
        {
            weights[places[i]] = heavy.WeightOf(i);
            for (var column = 0; column < heavy.Columns; column++)
            {
                cells[(column * rows) + places[i]] = heavy[i, column];
            }
        }

        return new FeatureMatrix(rows, heavy.Columns, cells, weights);
    }

    private static FeatureMatrix Make(string name) => name switch
    {
        "one feature" => Heaps(1, cell => cell),
        "200 features" => Heaps(200, cell => cell),
        "constant columns" => Heaps(2, cell => cell, 0.1, 0, 1e12),
        "far from 0" => Heaps(2, cell => cell + 1e12),
        "tiny" => Heaps(2, cell => cell * 1e-150),
        "huge" => Heaps(2, cell => cell * 1e150),
        "rows twice" => Heaps(2, Math.Round),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Three heaps of spread 1, thirty apart in every column.</summary>
    private static FeatureMatrix Heaps(int columns, Func<double, double> change, params double[] constants)
    {
        var random = new SeededRandom(6);
        var cells = Enumerable.Range(0, Rows * columns).Select(i => change((30 * ((i % Rows) + (i / Rows)) % 90) + random.NextNormal())).ToArray();
        return new FeatureMatrix(Rows, columns + constants.Length, [.. cells, .. constants.SelectMany(constant => Enumerable.Repeat(constant, Rows))]);
    }

    private static void AssertSound(ClusteringResult found, FeatureMatrix matrix)
    {
        Assert.Equal(matrix.Rows, found.Labels.Length);
        Assert.Equal(found.UnassignedRows, found.Labels.Count(label => label == ClusteringResult.Unassigned));
        Assert.All(found.Sizes, (size, cluster) => Assert.Equal(found.Labels.Count(label => label == cluster), size));
        Assert.All(found.Sizes, size => Assert.True(size > 0));
        Assert.All(found.Centroids, coordinate => Assert.True(double.IsFinite(coordinate)));
        Assert.True(found.Inertia >= 0 && double.IsFinite(found.Inertia));
        Assert.All(found.Model.Margins(matrix, found.Labels), margin => Assert.True(margin >= 0));
    }
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Density;

public sealed class HdbscanTests
{
    private const byte None = ClusteringResult.Unassigned;

    // Two runs of neighbours and a row far from both. Everything splits at 16 (the lone row) and at 8: two clusters, born at 1/8. The
    // first falls apart at 1 and the second at 1/2.
    [Fact]
    public void TwoRunsAndALoneRowByHand()
    {
        var result = Hdbscan.Fit(Matrices.OneColumn(0, 1, 2, 3, 11, 13, 15, 31), new DensityOptions { MinClusterSize = 3, MinSamples = 1 });

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, None], result.Labels);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 0], result.Probabilities);
        Assert.Equal([1 - 0.125, 0.5 - 0.125], result.Persistence);
        Assert.Equal([1.5, 13], result.Centroids);
        Assert.Equal([4, 3], result.Sizes);
        Assert.Equal(5 + 8, result.Inertia);
        Assert.Equal((1, false), (result.UnassignedRows, result.IsSampled));
    }

    // With the row itself and two others within reach, the ends of a run have core distance 2 and its middle 1.
    [Fact]
    public void TheOuterRowsOfAClusterAreLessProbable()
    {
        var result = Hdbscan.Fit(Matrices.OneColumn(0, 1, 2, 3, 4, 20, 21, 22, 23, 24), new DensityOptions { MinClusterSize = 3, MinSamples = 3 });
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], result.Labels);
        Assert.Equal([0.5, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 0.5], result.Probabilities);
    }

    [Fact]
    public void TwoMoonsAreTwoClusters()
    {
        var (matrix, moons) = Moons(600, noise: 0.08);
        var result = Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = 30 });

        Assert.Equal(2, result.ClusterCount);
        AssertFound(moons, result.Labels, 580);

        // What stands for a moon follows it, so that other rows of the moons find their way too.
        var (others, theirs) = Moons(500, noise: 0.08, seed: 9);
        AssertFound(theirs, result.Model.Assign(others), 470);
        Assert.Equal(None, result.Model.Assign(Matrices.Of([[3.5, 3.5]]))[0]);
    }

    [Fact]
    public void OnAnySmallMatrixEverythingIsAsDefined()
    {
        var (compared, split) = (0, 0);
        Prop.ForAll(MatrixGenerators.Quarters(30), Gen.Choose(2, 6).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (matrix, size, samples) =>
        {
            var naive = new NaiveHdbscan(matrix, size, samples);
            if (!naive.IsClose)
            {
                AssertSame(naive, Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = size, MinSamples = samples }));
                compared++;
                split += naive.Persistence.Length > 1 ? 1 : 0;
            }
        }).QuickCheckThrowOnFailure();
        Assert.True(compared > 50 && split > 10, $"{compared} compared, {split} with clusters.");
    }

    [Theory]
    [InlineData(60, 2, 4, false)]
    [InlineData(55, 5, 3, true)]
    [InlineData(50, 1, 3, true)]
    public void OnCloudsEverythingIsAsDefined(int rows, int columns, int clouds, bool weighted)
    {
        var matrix = Matrices.Clouds(rows, columns, clouds, side: 12, seed: rows, weighted);
        var result = Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = 6, MinSamples = 4, Threads = 2 });
        AssertSame(new NaiveHdbscan(matrix, 6, 4), result);
        Assert.True(result.ClusterCount > 1);
    }

    [Fact]
    public void AWeightOfTwoIsARowTwice()
    {
        var once = Matrices.Clouds(80, 2, 3, side: 10);
        int[] repeated = [.. Enumerable.Range(0, 80).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];
        var weighted = new FeatureMatrix(80, 2, once.Cells.ToArray(), [.. Enumerable.Range(0, 80).Select(row => 1.0 + (row % 3))]);
        var options = new DensityOptions { MinClusterSize = 8, MinSamples = 5 };

        var expected = Hdbscan.Fit(once.Take(repeated), options);
        var result = Hdbscan.Fit(weighted, options);

        Assert.True(result.ClusterCount > 1);
        Assert.Equal(expected.Labels, repeated.Select(row => result.Labels[row]));
        Assert.Equal(expected.Persistence, result.Persistence, (left, right) => Math.Abs(left - right) < 1e-9);
    }

    [Fact]
    public void RowsWithoutAnySplitAreOneCluster()
    {
        Assert.Equal([0], Hdbscan.Fit(Matrices.OneColumn(4), new DensityOptions()).Labels);
        Assert.Equal([0, 0], Hdbscan.Fit(Matrices.OneColumn(4, 9), new DensityOptions()).Labels);
        Assert.Equal([0, 0, 0, 0], Hdbscan.Fit(Matrices.Of([[1, 2], [1, 2], [1, 2], [1, 2]]), new DensityOptions { MinClusterSize = 2 }).Labels);
        Assert.Equal([1.0, 1, 1, 1], Hdbscan.Fit(Matrices.Of([[1], [1], [1], [1]]), new DensityOptions { MinClusterSize = 2 }).Probabilities);
    }

    [Fact]
    public void EqualRowsAreAsDenseAsAnythingAndNotInfinitelyDense()
    {
        double[] cells = [.. Enumerable.Repeat(0.0, 6), .. Enumerable.Repeat(5.0, 4), 2.5, .. Enumerable.Repeat(9.0, 5)];
        var result = Hdbscan.Fit(Matrices.OneColumn(cells), new DensityOptions { MinClusterSize = 3, MinSamples = 2 });
        Assert.Equal([0, 0, 0, 0, 0, 0, 2, 2, 2, 2, None, 1, 1, 1, 1, 1], result.Labels);
        Assert.All(result.Persistence, persistence => Assert.InRange(persistence, 0.1, 1));
    }

    [Fact]
    public void BeyondTheMostClustersTheLightestAreGivenUp()
    {
        var matrix = Matrices.OneColumn([.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Range(0, i < 10 ? 2 : 3).Select(j => (100.0 * i * (1 + (i * 0.001))) + j))]);
        var result = Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = 2, MinSamples = 1 });
        Assert.Equal(254, result.ClusterCount);
        Assert.All(result.Sizes, size => Assert.Equal(3, size));
        Assert.Equal((300 - 254 - 10) * 3 + 20, result.UnassignedRows);
    }

    [Theory]
    [InlineData(100, 5, 5)]
    [InlineData(1_000, 20, 10)]
    public void WithoutWishesAClusterIsTwoPercentOfTheRows(int rows, int size, int samples)
    {
        Assert.Equal(size, new DensityOptions().MinClusterMass(rows));
        Assert.Equal(samples, new DensityOptions().SampleMass(rows));
    }

    [Fact]
    public void AnyNumberOfThreadsGivesTheSameBits()
    {
        var matrix = Matrices.Clouds(3_000, 3, 5, side: 12, weighted: true);
        var one = Hdbscan.Fit(matrix, new DensityOptions { Threads = 1 });
        foreach (var threads in new[] { 2, 4 })
        {
            var other = Hdbscan.Fit(matrix, new DensityOptions { Threads = threads });
            Assert.Equal(one.Labels, other.Labels);
            Assert.Equal(one.Probabilities, other.Probabilities);
            Assert.Equal(one.Persistence, other.Persistence);
        }
    }

    [Fact]
    public void OfMoreRowsASampleIsLookedAtAndTheModelPlacesTheOthers()
    {
        var matrix = Matrices.Clouds(Hdbscan.MaxRows + 4_000, 2, 4, side: 80);
        var result = Hdbscan.Fit(matrix, new DensityOptions { Threads = 2 });

        Assert.True(result.IsSampled);
        Assert.Equal((4, Hdbscan.MaxRows, Hdbscan.MaxRows), (result.ClusterCount, result.Rows.Length, result.Probabilities.Length));
        Assert.InRange(result.UnassignedRows, 0, 400);
        var placed = result.Model.Assign(matrix);
        Assert.All(Enumerable.Range(0, matrix.Rows).Except(result.Rows), row => Assert.Equal(placed[row], result.Labels[row]));
    }

    [Fact]
    public void WhatCannotBeClusteredIsRefused()
    {
        var matrix = Matrices.OneColumn(1, 2, 3);
        Assert.Throws<ArgumentException>(() => Hdbscan.Fit(Matrices.OneColumn(), new DensityOptions()));
        Assert.Throws<ArgumentException>(() => Hdbscan.Fit(new FeatureMatrix(2, 0, []), new DensityOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(matrix, new DensityOptions { MinSamples = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hdbscan.Fit(matrix, new DensityOptions { MinSamples = 101 }));
        Assert.ThrowsAny<OperationCanceledException>(() => Hdbscan.Fit(matrix, new DensityOptions(), new CancellationToken(canceled: true)));
    }

    private static void AssertFound(byte[] moons, byte[] labels, int atLeast)
    {
        int[] assigned = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] != None)];
        Assert.InRange(assigned.Length, atLeast, labels.Length);
        Assert.Equal(1, AdjustedRand.Index([.. assigned.Select(row => moons[row])], [.. assigned.Select(row => labels[row])]));
    }

    private static void AssertSame(NaiveHdbscan naive, DensityResult result)
    {
        Assert.Equal(naive.Labels.Select(label => label == None), result.Labels.Select(label => label == None));
        Assert.Equal(1, AdjustedRand.Index(naive.Labels, result.Labels));
        Assert.All(naive.Labels.Zip(result.Labels).Where(pair => pair.First != None).Distinct(), pair =>
            Assert.Equal(naive.Persistence[pair.First], result.Persistence[pair.Second], 1e-9));
        Assert.Equal(naive.Probabilities, result.Probabilities, (left, right) => Math.Abs(left - right) < 1e-9);
    }

    private static (FeatureMatrix Rows, byte[] Moons) Moons(int rows, double noise, int seed = 1)
    {
        var random = new SeededRandom(seed);
        return (Matrices.Of([.. Enumerable.Range(0, rows).Select(Row)]), [.. Enumerable.Range(0, rows).Select(row => (byte)(row % 2))]);

        double[] Row(int row)
        {
            var (sine, cosine) = Math.SinCos(Math.PI * random.NextDouble());
            var (x, y) = row % 2 == 0 ? (cosine, sine) : (1 - cosine, 0.5 - sine);
            return [x + (noise * random.NextNormal()), y + (noise * random.NextNormal())];
        }
    }
}

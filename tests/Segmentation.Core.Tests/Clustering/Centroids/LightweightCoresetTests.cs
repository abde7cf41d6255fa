using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class LightweightCoresetTests
{
    private const double Promised = 0.02;

    [Fact]
    public void Draw_WeightsComeToAboutThoseOfAllRows()
    {
        var coreset = LightweightCoreset.Draw(Matrices.Clouds(30_000, 3, 5), 5_000, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(coreset.Weights.ToArray().Sum(), 0.97 * 30_000, 1.03 * 30_000);
        Assert.InRange(coreset.Rows, 4_000, 5_000);
    }

    [Fact]
    public void Draw_MoreThanThereAre_KeepsEachRowOnce()
    {
        var coreset = LightweightCoreset.Draw(Matrices.OneColumn(0, 0, 0, 10), 10_000, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([0, 0, 0, 10], coreset.Column(0).ToArray());
        // Half of the chances are even, and of the other half the last row has three quarters: its weight is near one all the same.
        Assert.All(coreset.Weights.ToArray(), weight => Assert.InRange(weight, 0.9, 1.1));
    }

    [Fact]
    public void Draw_OneRowFarOut_IsNotMissed()
    {
        var cells = Matrices.Clouds(50_000, 1, 1).Cells.ToArray();
        cells[31_337] = 1e4;

        var coreset = LightweightCoreset.Draw(new FeatureMatrix(50_000, 1, cells), 500, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(1e4, coreset.Column(0).ToArray());
    }

    [Fact]
    public void Draw_EqualRows_AreDrawnEvenly()
    {
        var coreset = LightweightCoreset.Draw(Matrices.OneColumn([.. Enumerable.Repeat(3.0, 100)]), 50, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(100, coreset.Weights.ToArray().Sum(), 1e-9);
    }

    [Fact]
    public void Draw_WeightedRows_AreDrawnByWeight()
    {
        var matrix = Matrices.Clouds(20_000, 2, 3, weighted: true);

        var coreset = LightweightCoreset.Draw(matrix, 4_000, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(coreset.Weights.ToArray().Sum() / matrix.Weights.ToArray().Sum(), 0.97, 1.03);
    }

    [Fact]
    public void Draw_AnyNumberOfThreads_IsTheSame()
    {
        var matrix = Matrices.Clouds(40_000, 3, 5);
        var one = LightweightCoreset.Draw(matrix, 2_000, seed: 5, threads: 1, TestContext.Current.CancellationToken);
        var many = LightweightCoreset.Draw(matrix, 2_000, seed: 5, threads: 16, TestContext.Current.CancellationToken);

        Assert.Equal(one.Cells.ToArray(), many.Cells.ToArray());
        Assert.Equal(one.Weights.ToArray(), many.Weights.ToArray());
    }

    [Theory]
    [InlineData(3, 5, 4)]
    [InlineData(8, 8, 1)]
    [InlineData(2, 15, 9)]
    public void Preview_OfGeneratedMixtures_IsOffByLessThanPromised(int columns, int clouds, double side)
    {
        var sweep = new KMeansSweep(
            Matrices.Clouds(120_000, columns, clouds, side), new KMeansOptions { ClusterCount = ClusteringOptions.MaxClusters }, TestContext.Current.CancellationToken);
        foreach (var clusters in (int[])[2, 5, 12])
        {
            var preview = sweep.Preview(clusters, TestContext.Current.CancellationToken)!;
            var exact = sweep.At(clusters, TestContext.Current.CancellationToken);
            Assert.InRange(preview.Inertia / exact.Inertia, 1 - 1e-9, 1 + Promised);
        }
    }

    [Fact]
    public void Preview_OfFewRows_IsNone() =>
        Assert.Null(new KMeansSweep(Matrices.Clouds(1_000, 2, 3), new KMeansOptions { ClusterCount = 5 }, TestContext.Current.CancellationToken)
            .Preview(3, TestContext.Current.CancellationToken));

    // Centres found on a coreset, against those found on all rows, which may be the worse ones.
    [Fact]
    public void Coreset_OfEverySharedFile_IsOffByLessThanPromised()
    {
        var folder = Path.GetDirectoryName(SharedData.Find("Mall_Customers.csv"));
        Assert.SkipWhen(folder is null, "The shared data are not there.");
        string[] files = [.. Directory.EnumerateFiles(folder, "*.csv*").Order(StringComparer.Ordinal)];
        Assert.All(files, file =>
        {
            if (Features(file) is { } matrix)
            {
                Assert.True(Off(matrix, clusters: 5) < Promised);
            }
        });
    }

    private static FeatureMatrix? Features(string file)
    {
        try
        {
            var recipe = SegmentationRecipe.Default with { Clustering = new ClusteringOptions { ClusterCount = 2 } };
            return new SegmentationPipeline().Run(DatasetReader.Read(file, ReadingOptions.Default), recipe).Features.Matrix;
        }
        catch (UnusableDataException)
        {
            return null;   // a list of baskets, say, has no features
        }
    }

    private static double Off(FeatureMatrix matrix, int clusters)
    {
        var options = new KMeansOptions { ClusterCount = clusters };
        var coreset = LightweightCoreset.Draw(matrix, KMeans.SampleRows, seed: 1, cancellationToken: TestContext.Current.CancellationToken);
        var centres = KMeans.Fit(coreset, options, TestContext.Current.CancellationToken).Centroids;
        var labels = new CentreModel(centres, clusters).Assign(matrix, cancellationToken: TestContext.Current.CancellationToken);
        return (ClusterMeans.Inertia(matrix, labels, centres) / KMeans.Fit(matrix, options, TestContext.Current.CancellationToken).Inertia) - 1;
    }
}

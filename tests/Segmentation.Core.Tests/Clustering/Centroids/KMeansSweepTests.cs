using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Centroids;

public class KMeansSweepTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(60_000)]
    public void At_WhateverWasAskedBefore_FindsTheSame(int rows)
    {
        var matrix = Matrices.Clouds(rows, 3, 6, side: 5);
        var upwards = new KMeansSweep(matrix, Options(12, threads: 1), TestContext.Current.CancellationToken);
        var downwards = new KMeansSweep(matrix, Options(12, threads: 2), TestContext.Current.CancellationToken);
        var first = Enumerable.Range(1, 7).Select(k => upwards.At(k, TestContext.Current.CancellationToken)).ToArray();
        var last = Enumerable.Range(1, 7).Reverse().Select(k => downwards.At(k, TestContext.Current.CancellationToken)).Reverse().ToArray();

        Assert.Equal(first.Select(found => found.Labels), last.Select(found => found.Labels));
        Assert.Equal(first.Select(found => found.Inertia), last.Select(found => found.Inertia));
    }

    [Fact]
    public void At_OneMore_IsNoWorse()
    {
        var sweep = new KMeansSweep(Matrices.Clouds(1_500, 4, 9, side: 6), Options(15, threads: 0), TestContext.Current.CancellationToken);
        var inertias = Enumerable.Range(1, 15).Select(k => sweep.At(k, TestContext.Current.CancellationToken).Inertia).ToArray();

        Assert.Equal(inertias.OrderDescending(), inertias);
    }

    // Five clouds near each other and three small ones far away: starts drawn by chance put too many centres into the large clouds.
    [Fact]
    public void At_SmallGroupsFarAway_FindsThemWithASingleStart()
    {
        var random = new SeededRandom(3);
        (double X, double Y, int Rows)[] clouds = [(0, 0, 2000), (12, 0, 2000), (0, 12, 2000), (12, 12, 2000), (6, 24, 2000), (900, 0, 8), (900, 60, 8), (900, 120, 8)];
        double[][] rows = [.. clouds.SelectMany(cloud => Enumerable.Range(0, cloud.Rows).Select(_ => new[] { cloud.X + random.NextNormal(), cloud.Y + random.NextNormal() }))];
        var sweep = new KMeansSweep(Matrices.Of(rows), Options(8, threads: 0) with { Restarts = 1 }, TestContext.Current.CancellationToken);

        Assert.Equal([8, 8, 8, 2000, 2000, 2000, 2000, 2000], sweep.At(8, TestContext.Current.CancellationToken).Sizes.Order());
    }

    [Fact]
    public void Prefix_OfALongerStart_IsAStartOfItsOwn()
    {
        var rows = new KMeansRows(Matrices.Clouds(800, 3, 5));
        var options = Options(9, threads: 2);
        var all = new StartingCentres(rows, options);
        var few = new StartingCentres(rows, options with { Threads = 1 }).Take(3, TestContext.Current.CancellationToken);

        Assert.Equal(all.Take(9, TestContext.Current.CancellationToken).Select(start => start[..9]), few);
    }

    private static KMeansOptions Options(int largest, int threads) => new() { ClusterCount = largest, Threads = threads };
}

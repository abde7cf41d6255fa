using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

public sealed class GapStatisticTests
{
    [Fact]
    public void TheGapIsTheMeanLogarithmOfTheReferencesLessThatOfTheRows()
    {
        var calls = 0;
        var result = GapStatistic.Compute(Matrices.OneColumn(0, 1, 5), Curve, new GapOptions { MaxClusters = 2, References = 2 });

        // The rows have inertias e^3 and e^1, the references e^4, e^2 and e^6, e^3.
        Assert.Equal([2.0, 1.5], result.Gaps, Close);
        Assert.Equal([Math.Sqrt(1.5), 0.5 * Math.Sqrt(1.5)], result.Errors, Close);
        Assert.Equal((2, false, 1), (result.References, result.IsSampled, result.ClusterCount));

        double[] Curve(FeatureMatrix matrix, int maxClusters, int seed, CancellationToken cancellationToken) => calls++ switch
        {
            0 => [Math.Exp(3), Math.Exp(1)],
            1 => [Math.Exp(4), Math.Exp(2)],
            _ => [Math.Exp(6), Math.Exp(3)],
        };
    }

    [Theory]
    [InlineData(new[] { 0.5, 0.4, 0.9 }, 0.0, 1)]
    [InlineData(new[] { 0.4, 0.5, 0.45 }, 0.05, 2)]
    [InlineData(new[] { 0.4, 0.5, 0.45 }, 0.2, 1)]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, 0.05, null)]
    [InlineData(new[] { 0.1 }, 0.05, null)]
    [InlineData(new double[0], 0.05, null)]
    public void TheSmallestCountWithinOneErrorOfTheNextIsTaken(double[] gaps, double error, int? expected) =>
        Assert.Equal(expected, new GapResult(gaps, [.. gaps.Select(_ => error)], 10, false).ClusterCount);

    // Recomputed from the definition with 200 references over the original box; each figure within 0.03.
    [Fact]
    public void OnMallTheGapSaysNoClustersAsRecomputed()
    {
        double[] expected = [0.407, 0.188, 0.312, 0.289, 0.554, 0.526, 0.568, 0.605, 0.603, 0.581];

        var result = GapStatistic.Compute(Matrices.MallIncomeAndScore(), KMeansCurve(30), new GapOptions { References = 200, Threads = 0 });

        Assert.All(expected.Zip(result.Gaps), pair => Assert.Equal(pair.First, pair.Second, 0.03));
        Assert.All(result.Errors, error => Assert.Equal(0.045, error, 0.015));
        Assert.Equal(1, result.ClusterCount);
    }

    [Theory]
    [InlineData(ReferenceBox.Original)]
    [InlineData(ReferenceBox.Principal)]
    public void CloudsFarApartAreCounted(ReferenceBox box)
    {
        var matrix = Matrices.Of([.. Enumerable.Range(0, 90).Select(i => Spot(i % 3, new SeededRandom(i)))]);
        Assert.Equal(3, GapStatistic.Compute(matrix, KMeansCurve(3), new GapOptions { MaxClusters = 6, References = 20, Box = box }).ClusterCount);

        static double[] Spot(int cloud, SeededRandom random) => [(cloud == 1 ? 30 : 0) + random.NextNormal(), (cloud == 2 ? 30 : 0) + random.NextNormal()];
    }

    // A thin diagonal line fills its box of components, and hardly any of its original box.
    [Fact]
    public void TheBoxOfComponentsFollowsColumnsThatGoTogether()
    {
        var random = new SeededRandom(2);
        double[] along = [.. Enumerable.Range(0, 150).Select(_ => random.NextDouble())];
        var matrix = Matrices.Of([.. along.Select(x => (double[])[x, (2 * x) + (0.01 * random.NextDouble())])]);

        var original = Gaps(ReferenceBox.Original);
        var principal = Gaps(ReferenceBox.Principal);

        Assert.Equal(1, principal.ClusterCount);
        Assert.True(Math.Abs(principal.Gaps[3]) < 0.2 && original.Gaps[3] > 1);

        GapResult Gaps(ReferenceBox box) => GapStatistic.Compute(matrix, KMeansCurve(3), new GapOptions { MaxClusters = 5, References = 20, Box = box });
    }

    [Fact]
    public void ReferencesFillTheBoxOfTheRowsAndKeepTheirNumberAndWeights() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var original = new UniformBox(matrix, ReferenceBox.Original, default).Draw(new SeededRandom(5));
            var principal = new UniformBox(matrix, ReferenceBox.Principal, default).Draw(new SeededRandom(5));

            Assert.Equal(matrix.Weights.ToArray(), original.Weights.ToArray());
            Assert.Equal((matrix.Rows, matrix.Columns, matrix.Weights.Length), (principal.Rows, principal.Columns, principal.Weights.Length));
            for (var column = 0; column < matrix.Columns; column++)
            {
                var (lowest, highest) = (matrix.Column(column).ToArray().Min(), matrix.Column(column).ToArray().Max());
                Assert.All(original.Column(column).ToArray(), cell => Assert.InRange(cell, lowest, highest));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryReportIsTheResultOfSoManyReferencesOnAnyNumberOfThreads()
    {
        var matrix = Matrices.Clouds(120, 3, 4, weighted: true);
        var reports = new Reports<GapResult>();
        GapStatistic.Compute(matrix, KMeansCurve(2), new GapOptions { MaxClusters = 4, References = 6, Threads = 3 }, reports);

        Assert.Equal(Enumerable.Range(1, 6), reports.All.Select(report => report.References));
        Assert.All(reports.All, report =>
        {
            var alone = GapStatistic.Compute(matrix, KMeansCurve(2), new GapOptions { MaxClusters = 4, References = report.References });
            Assert.Equal(alone.Gaps, report.Gaps);
            Assert.Equal(alone.Errors, report.Errors);
        });
    }

    [Fact]
    public void ACancelledStatisticEndsAfterWhatItReported()
    {
        using var source = new CancellationTokenSource();
        var reports = new Reports<GapResult>(_ => source.Cancel());
        var matrix = Matrices.Clouds(50, 2, 2);
        Assert.ThrowsAny<OperationCanceledException>(() => GapStatistic.Compute(matrix, KMeansCurve(1), new GapOptions(), reports, source.Token));
        Assert.Single(reports.All);
    }

    [Fact]
    public void AnInertiaOfNoughtEndsTheCurve()
    {
        var result = GapStatistic.Compute(Matrices.OneColumn(1, 1, 2, 2, 5), KMeansCurve(2), new GapOptions { References = 3 });
        Assert.Equal(2, result.Gaps.Length);

        var constant = GapStatistic.Compute(Matrices.OneColumn(4, 4, 4), KMeansCurve(2), new GapOptions { References = 3 });
        Assert.Empty(constant.Gaps);
        Assert.Null(constant.ClusterCount);
    }

    [Fact]
    public void OfManyRowsASampleIsLookedAt()
    {
        var matrix = Matrices.Clouds(GapStatistic.ExactRows + 1, 1, 2, side: 300);
        var seen = new List<int>();
        var result = GapStatistic.Compute(matrix, Curve, new GapOptions { MaxClusters = 2, References = 1 });
        Assert.True(result.IsSampled);
        Assert.Equal([GapStatistic.SampleRows, GapStatistic.SampleRows], seen);

        IReadOnlyList<double> Curve(FeatureMatrix rows, int maxClusters, int seed, CancellationToken cancellationToken)
        {
            seen.Add(rows.Rows);
            return KMeansCurve(1)(rows, maxClusters, seed, cancellationToken);
        }
    }

    [Fact]
    public void WhatCannotBeComparedIsRefused()
    {
        var matrix = Matrices.OneColumn(1, 2, 3);
        Assert.Throws<ArgumentException>(() => GapStatistic.Compute(Matrices.OneColumn(), KMeansCurve(1), new GapOptions()));
        Assert.Throws<ArgumentException>(() => GapStatistic.Compute(matrix, (rows, _, _, _) => rows == matrix ? [3, 2] : [1], new GapOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Compute(matrix, KMeansCurve(1), new GapOptions { MaxClusters = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => GapStatistic.Compute(matrix, KMeansCurve(1), new GapOptions { Box = (ReferenceBox)9 }));
    }

    private static InertiaCurve KMeansCurve(int restarts) => (matrix, maxClusters, seed, cancellationToken) =>
        [.. Enumerable.Range(1, DistinctRows.Count(matrix, maxClusters)).Select(clusters => KMeans.Fit(
            matrix, new KMeansOptions { ClusterCount = clusters, Restarts = restarts, Seed = seed, Threads = 1 }, cancellationToken).Inertia)];

    private static bool Close(double left, double right) => Math.Abs(left - right) < 1e-12;
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Hierarchy;

public sealed class AgglomerationTests
{
    private static readonly FeatureMatrix s_five = Matrices.OneColumn(0, 1, 5, 7, 20);

    public static TheoryData<Linkage> Linkages => [Linkage.Ward, Linkage.Average, Linkage.Complete];

    // Ward: {0,1} and {5,7} lie 5.5 apart, sqrt(2 * 2 * 2 / 4) of them; their four about 3.25 and the last 16.75, sqrt(2 * 4 / 5) of
    // them.
    [Theory]
    [InlineData(Linkage.Ward, 5.5 * 1.4142135623730951, 16.75 * 1.2649110640673518)]
    [InlineData(Linkage.Average, 5.5, 16.75)]
    [InlineData(Linkage.Complete, 7, 20)]
    public void FiveRowsByHand(Linkage linkage, double third, double fourth)
    {
        var tree = Agglomeration.Build(s_five, new HierarchyOptions { Linkage = linkage });

        Assert.Equal([(0, 1, 2), (2, 3, 2), (5, 6, 4), (4, 7, 5)], tree.Merges.Select(merge => (merge.Left, merge.Right, merge.Size)));
        Assert.Equal([1, 2, third, fourth], tree.Merges.Select(merge => merge.Height), (expected, height) => Math.Abs(expected - height) < 1e-12);
        Assert.Equal([0, 1, 2, 3, 4], tree.Leaves.Select(leaf => leaf.Row));
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void ClustersAreNumberedLargestFirst(Linkage linkage)
    {
        var result = Agglomeration.Fit(Matrices.OneColumn(50, 0, 1, 2, 30, 31), new HierarchyOptions { Linkage = linkage, ClusterCount = 3 });
        Assert.Equal([2, 0, 0, 0, 1, 1], result.Labels);
        Assert.Equal([1, 30.5, 50], result.Centroids);
        Assert.Equal([3, 2, 1], result.Sizes);
        Assert.Equal(2.5, result.Inertia);
        Assert.False(result.IsSampled);
        Assert.Equal([1, 2], result.Model.Assign(Matrices.OneColumn(28, 49)));
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void OnOddRowsEveryHeightIsThatOfTheDefinition(Linkage linkage)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var matrix = Matrices.Clouds(10 + (3 * seed), 1 + (seed % 4), 3, side: seed, seed, weighted: seed % 2 == 0);
            AssertAsDefined(matrix, linkage);
        }
    }

    // With many ties trees differ; what does not are the first heights, which is where ties have led nowhere yet, and the order of
    // heights.
    [Theory]
    [MemberData(nameof(Linkages))]
    public void OnQuartersHeightsRiseAndEqualRowsComeFirst(Linkage linkage) =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var tree = Agglomeration.Build(matrix, new HierarchyOptions { Linkage = linkage });
            double[] heights = [.. tree.Merges.Select(merge => merge.Height)];

            Assert.Equal(heights.Order(), heights);
            Assert.Equal(matrix.Rows - DistinctRows.Count(matrix, matrix.Rows), heights.Count(height => height == 0));
            Assert.Equal(DistinctRows.Count(matrix, matrix.Rows), tree.MaxClusters);
            if (heights.Length > 0)
            {
                Assert.Equal(NaiveAgglomeration.Heights(matrix, linkage)[0], heights[0], 1e-12);
                Assert.Equal(matrix.Rows, tree.Merges[^1].Size);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void WardsHeightsAddUpToAllThereIsToExplain() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var tree = Agglomeration.Build(matrix, new HierarchyOptions());
            Assert.Equal(Moments.TotalSquares(matrix), tree.Merges.Sum(merge => merge.Height * merge.Height / 2), 1e-9);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Linkages))]
    public void AWeightOfTwoIsARowTwice(Linkage linkage)
    {
        var once = Matrices.Clouds(40, 2, 3, side: 5);
        int[] repeated = [.. Enumerable.Range(0, 40).SelectMany(row => Enumerable.Repeat(row, 1 + (row % 3)))];
        var weighted = new FeatureMatrix(40, 2, once.Cells.ToArray(), [.. Enumerable.Range(0, 40).Select(row => 1.0 + (row % 3))]);

        double[] expected = Heights(once.Take(repeated));
        Assert.Equal(expected.Skip(repeated.Length - 40), Heights(weighted), (left, right) => Math.Abs(left - right) < 1e-9);

        double[] Heights(FeatureMatrix matrix) => [.. Agglomeration.Build(matrix, new HierarchyOptions { Linkage = linkage }).Merges.Select(merge => merge.Height)];
    }

    // Rows of indicators are all as far from each other: every comparison is a tie, decided by rounding if one is not careful.
    [Theory]
    [MemberData(nameof(Linkages))]
    public void RowsAllEquallyFarApartAreMergedToTheEnd(Linkage linkage)
    {
        var matrix = Matrices.Of([.. Enumerable.Range(0, 200).Select(row => (double[])[.. Enumerable.Range(0, 30).Select(column => row % 30 == column ? 0.1 : 0)])]);
        var tree = Agglomeration.Build(matrix, new HierarchyOptions { Linkage = linkage });
        Assert.Equal(200, tree.Merges[^1].Size);
        Assert.Equal(30, tree.MaxClusters);
        Assert.Equal(170, tree.Merges.Count(merge => merge.Height == 0));
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void OneTwoAndEqualRows(Linkage linkage)
    {
        var one = Agglomeration.Fit(Matrices.OneColumn(4), new HierarchyOptions { Linkage = linkage, ClusterCount = 1 });
        Assert.Equal([0], one.Labels);
        Assert.Empty(one.Tree.Merges);

        var two = Agglomeration.Fit(Matrices.OneColumn(4, 7), new HierarchyOptions { Linkage = linkage, ClusterCount = 2 });
        Assert.Equal([0, 1], two.Labels);
        Assert.Equal(new DendrogramMerge(0, 1, 3, 2), two.Tree.Merges.Single());

        var equal = Agglomeration.Build(Matrices.Of([[0.1, 3], [0.1, 3], [0.1, 3], [0.1, 3], [0.1, 3]]), new HierarchyOptions { Linkage = linkage });
        Assert.All(equal.Merges, merge => Assert.Equal(0, merge.Height));
        Assert.Equal(1, equal.MaxClusters);
    }

    [Fact]
    public void AsManyClustersAsRowsAreEachARow() =>
        Assert.Equal([4, 3, 2, 1, 0], Agglomeration.Fit(Matrices.OneColumn(9, 7, 5, 2, 0), new HierarchyOptions { ClusterCount = 5 }).Labels);

    [Theory]
    [InlineData(Linkage.Ward, HierarchyOptions.WardRows)]
    [InlineData(Linkage.Complete, HierarchyOptions.MatrixRows)]
    public void TheMostRowsOfALinkage(Linkage linkage, int rows) => Assert.Equal(rows, new HierarchyOptions { Linkage = linkage }.MaxRows);

    [Fact]
    public void OfMoreRowsASampleIsMergedAndTheOthersGoToTheNearestCentroid()
    {
        var matrix = Matrices.Clouds(HierarchyOptions.WardRows + 3_000, 2, 3, side: 60);
        var options = new HierarchyOptions { ClusterCount = 3, Threads = 2 };

        var result = Agglomeration.Fit(matrix, options);

        Assert.True(result.IsSampled);
        Assert.Equal(HierarchyOptions.WardRows, result.Tree.Leaves.Count);
        Assert.Equal(matrix.Rows, result.Sizes.Sum());
        Assert.Equal(1, AdjustedRand.Index(result.Labels, result.Model.Assign(matrix)));
        Assert.Equal(result.Labels, Agglomeration.Cut(matrix, result.Tree, options with { Threads = 1 }).Labels);
    }

    [Fact]
    public void WhatCannotBeMergedIsRefused()
    {
        var tree = Agglomeration.Build(s_five, new HierarchyOptions());
        Assert.Throws<ArgumentException>(() => Agglomeration.Build(Matrices.OneColumn(), new HierarchyOptions()));
        Assert.Throws<ArgumentException>(() => Agglomeration.Build(new FeatureMatrix(3, 0, []), new HierarchyOptions()));
        Assert.Throws<ArgumentException>(() => Agglomeration.Cut(Matrices.OneColumn(1, 2), tree, new HierarchyOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => Agglomeration.Fit(s_five, new HierarchyOptions { ClusterCount = 6 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Agglomeration.Fit(Matrices.OneColumn(3, 3), new HierarchyOptions { ClusterCount = 2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Agglomeration.Fit(s_five, new HierarchyOptions { ClusterCount = 255 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Agglomeration.Fit(s_five, new HierarchyOptions { Linkage = (Linkage)3 }));
    }

    [Theory]
    [MemberData(nameof(Linkages))]
    public void ItCanBeCancelled(Linkage linkage) => Assert.ThrowsAny<OperationCanceledException>(
        () => Agglomeration.Build(s_five, new HierarchyOptions { Linkage = linkage }, new CancellationToken(canceled: true)));

    private static void AssertAsDefined(FeatureMatrix matrix, Linkage linkage)
    {
        var heights = Agglomeration.Build(matrix, new HierarchyOptions { Linkage = linkage }).Merges.Select(merge => merge.Height);
        Assert.Equal(NaiveAgglomeration.Heights(matrix, linkage), heights, (expected, height) => Math.Abs(expected - height) < 1e-9);
    }
}

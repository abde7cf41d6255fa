using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Hierarchy;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Hierarchy;

public sealed class DendrogramTests
{
    // 0 1 | 5 7 | 20: merged at 1, 2, 5.5 and 16.75.
    private static readonly Dendrogram s_tree = Agglomeration.Build(Matrices.OneColumn(7, 0, 20, 1, 5), new HierarchyOptions { Linkage = Linkage.Average });

    [Fact]
    public void ACutNumbersClustersByTheirFirstLeaves()
    {
        Assert.Equal([0, 0, 0, 0, 0], s_tree.Cut(1));
        Assert.Equal([0, 0, 1, 0, 0], s_tree.Cut(2));
        Assert.Equal([0, 1, 2, 1, 0], s_tree.Cut(3));
        Assert.Equal([0, 1, 2, 1, 3], s_tree.Cut(4));
        Assert.Equal([0, 1, 2, 3, 4], s_tree.Cut(5));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0.99, 5)]
    [InlineData(1, 4)]
    [InlineData(5.5, 2)]
    [InlineData(16, 2)]
    [InlineData(17, 1)]
    public void ACutAtAHeightMakesTheMergesUpToIt(double height, int clusters) => Assert.Equal(clusters, s_tree.CutAt(height));

    [Fact]
    public void TheTopIsTheLastMergesOverBranchesFromLeftToRight()
    {
        var top = s_tree.Top(2);

        Assert.Equal([new DendrogramLeaf(0, 2), new DendrogramLeaf(1, 2), new DendrogramLeaf(2, 1)], top.Leaves);
        Assert.Equal([new DendrogramMerge(0, 1, 5.5, 4), new DendrogramMerge(2, 3, 16.75, 5)], top.Merges);
        Assert.Equal([0, 0, 1], top.Cut(2));
    }

    [Fact]
    public void TheTopOfNothingIsOneLeaf()
    {
        Assert.Equal([new DendrogramLeaf(0, 5)], s_tree.Top(0).Leaves);
        Assert.Equal(5, s_tree.Top(100).Leaves.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_tree.Top(-1));
    }

    [Fact]
    public void TooFewOrTooManyClustersAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => s_tree.Cut(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_tree.Cut(6));
    }

    [Fact]
    public void AnyTopCutsAsTheWholeTreeDoesAndItsLinesDoNotCross() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var tree = Agglomeration.Build(matrix, new HierarchyOptions());
            var top = tree.Top(6);
            int[] rows = [.. top.Leaves.Select(leaf => leaf.Row)];

            for (var clusters = 1; clusters <= rows.Length; clusters++)
            {
                var whole = tree.Cut(clusters);
                Assert.Equal(clusters, whole.Distinct().Count());
                Assert.Equal(clusters, top.Cut(clusters).Zip(rows, (label, row) => (label, whole[row])).Distinct().Count());
            }

            Assert.Equal(matrix.Rows, top.Leaves.Sum(leaf => leaf.Size));
            AssertNeighbours(top);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CutsAreNested() =>
        Prop.ForAll(MatrixGenerators.Quarters(), matrix =>
        {
            var tree = Agglomeration.Build(matrix, new HierarchyOptions { Linkage = Linkage.Complete });
            for (var clusters = 2; clusters <= matrix.Rows; clusters++)
            {
                Assert.Equal(clusters, tree.Cut(clusters).Zip(tree.Cut(clusters - 1)).Distinct().Count());
            }
        }).QuickCheckThrowOnFailure();

    /// <summary>Every branch holds leaves in a row, its left part before its right.</summary>
    private static void AssertNeighbours(Dendrogram tree)
    {
        List<(int First, int Last)> spans = [.. Enumerable.Range(0, tree.Leaves.Count).Select(leaf => (leaf, leaf))];
        foreach (var merge in tree.Merges)
        {
            var (one, other) = (spans[merge.Left], spans[merge.Right]);
            Assert.True(one.Last + 1 == other.First || other.Last + 1 == one.First);
            spans.Add((Math.Min(one.First, other.First), Math.Max(one.Last, other.Last)));
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Rules;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Rules;

public class SurrogateTreesTests
{
    [Fact]
    public void Grow_TwoIntervals_DividesAtARoundNumberBetween()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, 3, 55.5, 61.2, 70)]);
        var trees = Grow(frame, [0, 0, 0, 1, 1, 1]);

        var tree = trees.At(2);
        Assert.Equal((2, 2, 1.0), (trees.LeastLeaves, trees.MostLeaves, tree.Fidelity));
        Assert.Equal(30, tree.Nodes[0].Split!.Threshold);
        Assert.Equal([0, 0, 0, 1, 1, 1], Enumerable.Range(0, 6).Select(row => tree.Classify(frame, row)));
    }

    [Fact]
    public void Grow_Categories_AsksForTheShorterList()
    {
        var frame = new DataFrame([Tables.Categories("c", "a", "b", "d", "a", "b", "d", "e")]);
        var tree = Grow(frame, [0, 1, 1, 0, 1, 1, 1]).At(2);

        Assert.Equal(["a"], tree.Nodes[0].Split!.Categories);
        Assert.Equal(1, tree.Fidelity);
    }

    [Fact]
    public void Grow_CategoriesBeyondThirty_ShareTheOtherSide()
    {
        string[] cells = [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? "often" : $"rare {row}")];
        var frame = new DataFrame([Tables.Categories("c", cells)]);

        var tree = Grow(frame, [.. Enumerable.Range(0, 400).Select(row => (byte)(row % 2))]).At(2);

        Assert.Equal(["often"], tree.Nodes[0].Split!.Categories!);
        Assert.Equal(1, tree.Fidelity);
    }

    [Fact]
    public void Grow_MissingValues_GoWhereTheyMakeTheTreeMoreFaithful()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, double.NaN, 10, 11, double.NaN)]);

        Assert.True(Grow(frame, [0, 0, 0, 1, 1, 0]).At(2).Nodes[0].Split!.MissingFirst);
        Assert.False(Grow(frame, [0, 0, 1, 1, 1, 1]).At(2).Nodes[0].Split!.MissingFirst);
        Assert.Equal(1, Grow(frame, [0, 0, 1, 1, 1, 1]).At(2).Fidelity);
    }

    [Fact]
    public void Grow_OnlyMissingTellsApart_Divides()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 5, 5, double.NaN, double.NaN), Tables.Categories("c", "a", "a", "a", "a", "a")]);
        Assert.Equal(1, Grow(frame, [0, 0, 0, 1, 1]).At(3).Fidelity);
    }

    [Fact]
    public void Grow_NothingTellsApart_IsOneLeaf()
    {
        var trees = Grow(new DataFrame([Tables.Numbers("x", 3, 3, 3)]), [0, 1, 1]);
        Assert.Equal((1, 1, 2.0 / 3), (trees.LeastLeaves, trees.MostLeaves, trees.At(5).Fidelity));
    }

    [Fact]
    public void Grow_Unassigned_AreALabelOfTheirOwn()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, 9, 9)]);
        Assert.Equal(ClusteringResult.Unassigned, Grow(frame, [0, 0, 255, 255]).At(2).Classify(frame, 3));
    }

    // The middle label has two rows, and is passed over as long as two leaves are right for more.
    [Fact]
    public void SuggestedLeaves_GiveEveryLabelOne()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), Tables.Numbers("y", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 3, 1)]);
        var trees = Grow(frame, [0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 2, 0]);

        Assert.Equal(3, trees.At(trees.SuggestedLeaves).Labels.Count());
        Assert.All(Enumerable.Range(trees.LeastLeaves, trees.SuggestedLeaves - trees.LeastLeaves), leaves => Assert.True(trees.At(leaves).Labels.Count() < 3));
        Assert.True(trees.SuggestedLeaves > 3);
    }

    // Published segments of Mall_Customers: best inertia 44448.4554 at five, income and score unscaled.
    [Fact]
    public void Grow_MallFiveSegments_NineteenOfTwentyWithFiveLeaves()
    {
        var path = SharedData.Find("Mall_Customers.csv");
        Assert.SkipWhen(path is null, "Mall_Customers.csv is not here.");
        var snapshot = new SegmentationPipeline().Run(DatasetReader.Read(path, ReadingOptions.Default), new SegmentationRecipe
        {
            Features = new FeatureOptions { Chosen = [new("Annual Income (k$)"), new("Spending Score (1-100)")], Scaling = Scaling.None },
            Clustering = new ClusteringOptions { ClusterCount = 5 },
        });

        var rules = SegmentRules.Of(snapshot).At(5);

        Assert.Equal(5, rules.Tree.LeafCount);
        Assert.InRange(rules.Tree.Fidelity, 0.95, 1);
        Assert.Equal("Annual Income (k$) at least 70 and Spending Score (1-100) at least 50", rules.Sentence(2));
    }

    [Fact]
    public void Fidelity_OfEverySize_IsThatOfTheRowsAndGrows()
    {
        var snapshot = Shop();
        var rules = SegmentRules.Of(snapshot);
        var before = 0.0;
        for (var leaves = rules.LeastLeaves; leaves <= rules.MostLeaves; leaves++)
        {
            var tree = rules.At(leaves).Tree;
            var right = snapshot.Features.Rows.ToArray().Count(row => rules.At(leaves).SegmentOf(row) == snapshot.SegmentOf(row));
            Assert.Equal((leaves, (double)right / snapshot.Features.Rows.Count), (tree.LeafCount, tree.Fidelity));
            Assert.True(tree.Fidelity >= before);
            before = tree.Fidelity;
        }

        Assert.Equal(16, rules.MostLeaves);
    }

    [Fact]
    public void Grow_AnyNumberOfThreads_GivesTheSameTrees()
    {
        var snapshot = Shop();
        var (one, four) = (SegmentRules.Of(snapshot, threads: 1), SegmentRules.Of(snapshot, threads: 4));
        Assert.Equal(one.At(16).Tree, four.At(16).Tree);
        Assert.Equal(one.At(4).Tree, four.At(4).Tree);
    }

    [Fact]
    public void Leaves_EveryRow_FitsExactlyTheOneItComesTo()
    {
        var random = MatrixLike();
        Prop.ForAll(random, table =>
        {
            var frame = new DataFrame([
                Tables.Numbers("x", [.. table.Select(row => row.X == 9 ? double.NaN : row.X)]),
                Tables.Categories("c", [.. table.Select(row => row.C == 4 ? null : $"{row.C}")])]);
            var tree = Grow(frame, [.. table.Select(row => (byte)row.Label)]).At(16);
            var leaves = RuleLeaf.Of(tree);
            var fits = Enumerable.Range(0, frame.Rows).Select(row => leaves.Where(leaf => Fits(leaf, frame, row)).ToArray()).ToArray();
            Assert.All(fits, found => Assert.Single(found));
            Assert.Equal(Enumerable.Range(0, frame.Rows).Select(row => tree.Classify(frame, row)), fits.Select(found => found[0].Label));
            Assert.All(leaves, leaf => Assert.Equal(leaf.Rows, fits.Count(found => found[0] == leaf)));
        }).QuickCheckThrowOnFailure();
    }

    internal static SegmentationSnapshot Shop() => new SegmentationPipeline().Run(ShopSample.Create(), new SegmentationRecipe
    {
        Features = new FeatureOptions { Chosen = [new("Visits a month"), new("Days since last visit"), new("Age"), new("Region"), new("Member")] },
        Clustering = new ClusteringOptions { ClusterCount = 4 },
    });

    internal static bool Fits(RuleLeaf leaf, DataFrame frame, int row) => leaf.Conditions.All(condition =>
        frame[condition.Column].Missing[row] ? condition.AllowsMissing
        : frame[condition.Column] is NumberColumn numbers ? !(numbers[row] < condition.AtLeast) && !(numbers[row] >= condition.Under)
        : ((TextColumn)frame[condition.Column])[row] is var text && condition.In?.Contains(text!) != false && condition.NotIn?.Contains(text!) != true);

    private static Arbitrary<(int X, int C, int Label)[]> MatrixLike() => Gen.Choose(0, 9)
        .SelectMany(_ => Gen.Choose(0, 4), (x, c) => (x, c))
        .SelectMany(_ => Gen.Choose(0, 2), (pair, label) => (X: pair.x, C: pair.c, Label: label))
        .ArrayOf(40).ToArbitrary();

    private static SurrogateTrees Grow(DataFrame frame, byte[] labels)
    {
        var clusters = labels.Where(label => label != ClusteringResult.Unassigned).Max() + 1;
        int[] sizes = [.. Enumerable.Range(0, clusters).Select(cluster => labels.Count(label => label == cluster))];
        return SurrogateTrees.Grow(
            frame, [.. frame.Columns.Select(column => column.Name)], RowSelection.All(frame.Rows), new ClusteringResult(labels, new double[clusters], sizes, 0, 0));
    }
}

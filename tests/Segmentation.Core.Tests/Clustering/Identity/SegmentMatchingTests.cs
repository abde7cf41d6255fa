using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Identity;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Identity;

public sealed class SegmentMatchingTests
{
    private const byte None = ClusteringResult.Unassigned;

    [Fact]
    public void RenumberedClustersFindTheirOldNumbers()
    {
        var matches = SegmentMatching.ByRows([0, 0, 0, 1, 1, 2], 3, [2, 2, 2, 0, 0, 1], 3);
        Assert.Equal([1, 2, 0], matches.Old);
        Assert.Equal([new SegmentFlow(1, 0, 1), new SegmentFlow(2, 1, 1), new SegmentFlow(0, 2, 1)], matches.Origins);
        Assert.Equal(6, matches.SharedRows);
        Assert.Empty(matches.Splits);
        Assert.Empty(matches.Merges);
    }

    // Greedily 0 would stay 0 with its 5 rows; together 4 + 4 rows stay when both cross over.
    [Fact]
    public void PairsTogetherShareMostRowsNotEachForItself()
    {
        byte[] old = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
        byte[] fresh = [0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0];
        Assert.Equal([1, 0], SegmentMatching.ByRows(old, 2, fresh, 2).Old);
    }

    [Fact]
    public void ASplitTellsWhichNewOnesCameOutOfWhichOldOne()
    {
        var matches = SegmentMatching.ByRows([0, 0, 1, 1, 1, 1, 1, 0], 2, [0, 0, 1, 1, 1, 2, 2, 2], 3);
        Assert.Equal([0, 1, null], matches.Old);
        var split = Assert.Single(matches.Splits);
        Assert.Equal(1, split.Key);
        Assert.Equal([new SegmentFlow(1, 1, 1), new SegmentFlow(1, 2, 2.0 / 3)], split);
        Assert.Empty(matches.Merges);
    }

    [Fact]
    public void AMergeTellsWhichOldOnesWentIntoWhichNewOne()
    {
        var matches = SegmentMatching.ByRows([0, 0, 0, 1, 1, 2], 3, [0, 0, 0, 0, 0, 1], 2);
        Assert.Equal([0, 2], matches.Old);
        var merge = Assert.Single(matches.Merges);
        Assert.Equal(0, merge.Key);
        Assert.Equal([new SegmentFlow(0, 0, 1), new SegmentFlow(1, 0, 1)], merge);
        Assert.Empty(matches.Splits);
    }

    [Fact]
    public void ExactlyHalfIsEnoughAndTheLowerNumberHasIt()
    {
        var matches = SegmentMatching.ByRows([0, 0, 1, 1, 2], 3, [0, 0, 0, 0, 1], 2);
        Assert.Equal([new SegmentFlow(0, 0, 0.5), new SegmentFlow(2, 1, 1)], matches.Origins);
        Assert.Empty(SegmentMatching.ByRows([0, 1, 2], 3, [0, 0, 0], 1).Origins);
    }

    [Fact]
    public void AmongEqualsNumbersStayAsTheyAre()
    {
        Assert.Equal([0, 1], SegmentMatching.ByRows([0, 0, 1, 1], 2, [0, 1, 0, 1], 2).Old);
        Assert.Equal([1, 0], SegmentMatching.ByRows([0, 0, 1, 1, 1], 2, [0, 1, 0, 0, 1], 2).Old);
    }

    [Fact]
    public void ClustersThatShareNoRowAreNoPairAndUnassignedRowsAreNotShared()
    {
        var matches = SegmentMatching.ByRows([0, 1, None, 1], 2, [0, None, 1, 0], 2);
        Assert.Equal([0, null], matches.Old);
        Assert.Equal(2, matches.SharedRows);
    }

    [Fact]
    public void RowsThatAreGoneOrNewAreLeftOut()
    {
        var old = new ClusteringResult([0, 0, 1], [0, 5], [2, 1], 0, 1);
        var fresh = new ClusteringResult([0, 1, 0, 0], [5, 0], [3, 1], 0, 1);

        var matches = SegmentMatching.Match(old, fresh, [2, 0, -1, -1]);

        Assert.Equal([1, 0], matches.Old);
        Assert.Equal(2, matches.SharedRows);
    }

    [Fact]
    public void WithoutSharedRowsTheNearestCentroidsInAllArePairs()
    {
        var old = new ClusteringResult([0, 1], [0, 10], [1, 1], 0, 1);
        var fresh = new ClusteringResult([0, 1, 2], [11, 40, -1], [1, 1, 1], 0, 1);

        var matches = SegmentMatching.Match(old, fresh, [-1, -1, -1]);

        Assert.Equal([1, null, 0], matches.Old);
        Assert.Equal(0, matches.SharedRows);
        Assert.Empty(matches.Origins);
        Assert.Empty(matches.Destinations);
    }

    [Fact]
    public void EqualClusteringsHaveEqualMatches() =>
        Assert.Equal(SegmentMatching.ByRows([0, 1, 1], 2, [1, 0, 0], 2).Old, SegmentMatching.ByRows([1, 0, 0], 2, [0, 1, 1], 2).Old);

    [Fact]
    public void NoClustersHaveNoCounterparts()
    {
        Assert.Equal([null, null], SegmentMatching.ByRows([], 0, [], 2).Old);
        Assert.Empty(SegmentMatching.ByRows([], 2, [], 0).Old);
        Assert.Equal([null], SegmentMatching.ByCentroids([], 0, [1, 2], 1).Old);
    }

    [Fact]
    public void WhatCannotBeComparedIsRefused()
    {
        var one = new ClusteringResult([0], [0], [1], 0, 1);
        Assert.Throws<ArgumentException>(() => SegmentMatching.ByRows([0, 0], 1, [0], 1));
        Assert.Throws<ArgumentException>(() => SegmentMatching.ByRows([1], 1, [0], 1));
        Assert.Throws<ArgumentException>(() => SegmentMatching.ByCentroids([0], 1, [0, 0], 1));
        Assert.Throws<ArgumentException>(() => SegmentMatching.Match(one, one, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => SegmentMatching.Match(one, one, [1]));
    }

    [Fact]
    public void AnyRenumberingIsUndoneAndOldIsTheOtherWayRound() =>
        Prop.ForAll(Labellings().ToArbitrary(), pair =>
        {
            var forth = SegmentMatching.ByRows(pair.Old, 5, pair.Fresh, 4);
            var back = SegmentMatching.ByRows(pair.Fresh, 4, pair.Old, 5);
            Assert.Equal(Shared(pair.Old, pair.Fresh, forth), Shared(pair.Fresh, pair.Old, back));

            byte[] renumbered = [.. pair.Old.Select(label => (byte)(4 - label))];
            int?[] known = [.. Enumerable.Range(0, 5).Select(label => pair.Old.Contains((byte)(4 - label)) ? 4 - label : (int?)null)];
            Assert.Equal(known, SegmentMatching.ByRows(pair.Old, 5, renumbered, 5).Old);
        }).QuickCheckThrowOnFailure();

    private static Gen<(byte[] Old, byte[] Fresh)> Labellings() =>
        from rows in Gen.Choose(0, 40)
        from old in Gen.ArrayOf(Gen.Choose(0, 4), rows)
        from fresh in Gen.ArrayOf(Gen.Choose(0, 3), rows)
        select (Array.ConvertAll(old, label => (byte)label), Array.ConvertAll(fresh, label => (byte)label));

    private static int Shared(byte[] old, byte[] fresh, SegmentMatches matches) => old.Zip(fresh).Count(pair => matches.Old[pair.Second] == pair.First);
}

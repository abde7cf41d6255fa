using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Four groups on a line: 20 rows about 0, 15 about 10, 10 about 100, 5 about 110.</summary>
public class SegmentIdentityTests
{
    private static readonly double[] s_values = [.. Group(20, 0), .. Group(15, 10), .. Group(10, 100), .. Group(5, 110)];
    private static readonly Dataset s_data = Data(s_values);

    private readonly SegmentationPipeline _pipeline = new(threads: 1);

    [Fact]
    public void FewerAndMore_NumbersStayWithTheirSegments_AndTheLostOneComesBackUnderItsOwn()
    {
        var four = At(4);
        var three = SegmentIdentity.Follow(four, At(3));
        var again = SegmentIdentity.Follow(three.Snapshot, At(4));

        // Largest first three would be: the two low groups are two segments, the high ones become one.
        Assert.Equal([1, 2, 3], three.Snapshot.Numbers);
        Assert.Equal(["Segment 4 went into Segment 3."], three.Changes);
        Assert.Equal([1, 2, 3, 4], again.Snapshot.Numbers);
        Assert.Equal(["Segment 4 came out of Segment 3."], again.Changes);
    }

    [Fact]
    public void TheNumberOfASegmentThatWentAway_StaysFree_UntilANewOneTakesIt()
    {
        var four = At(4).Renumbered([3, 7, 1, 2]);

        var three = SegmentIdentity.Follow(four, At(3)).Snapshot;

        Assert.Equal([3, 7, 1], three.Numbers);
        Assert.Equal(7, three.SegmentOf(20));
        Assert.Equal(15, three.ProfileOf(7).Size);
        Assert.Equal([1, 3, 7], three.ByNumber.Select(profile => profile.Number));
        Assert.Equal([3, 7, 1, 2], SegmentIdentity.Follow(three, At(4)).Snapshot.Numbers);
    }

    // Four rows less and the second group is the largest.
    [Fact]
    public void OtherRowsOfTheSameFile_AreMatchedOnThoseInBoth()
    {
        var before = At(4);
        var after = _pipeline.Run(Data([.. s_values.Skip(10)], firstId: 10), Recipe(4));

        var followed = SegmentIdentity.Follow(before, after);

        Assert.Equal([15, 10, 10, 5], after.Profiles.Select(profile => profile.Size));
        Assert.Equal(15, followed.Snapshot.ProfileOf(2).Size);
        Assert.Equal(0, followed.Snapshot.SegmentOf(0) - 1);
        Assert.Empty(followed.Changes);
    }

    [Fact]
    public void AnotherFileWithoutSharedCustomers_IsMatchedOnHowSegmentsDiffer()
    {
        var after = _pipeline.Run(Data([.. Group(4, 0), .. Group(9, 10), .. Group(3, 100), .. Group(30, 110)], firstId: 1_000), Recipe(4));

        var followed = SegmentIdentity.Follow(At(4), after).Snapshot;

        Assert.Equal([30, 9, 4, 3], after.Profiles.Select(profile => profile.Size));
        Assert.Equal([4, 9, 3, 30], followed.ByNumber.Select(profile => profile.Size));
    }

    [Fact]
    public void AFileOfOtherFeatures_HasNothingInCommon()
    {
        var followed = SegmentIdentity.Follow(At(4).Renumbered([4, 3, 2, 1]), _pipeline.Run(Tables.ThreeGroups(), Recipe(3)));

        Assert.Equal([1, 2, 3], followed.Snapshot.Numbers);
        Assert.Empty(followed.Changes);
    }

    [Fact]
    public void TheSameRecipe_RunAfresh_IsNumberedLargestFirst_WhateverWasShown()
    {
        SegmentIdentity.Follow(At(4).Renumbered([4, 3, 2, 1]), At(4));

        Assert.Equal([1, 2, 3, 4], At(4).Numbers);
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(1, 2, 2, 3)]
    [InlineData(0, 1, 2, 3)]
    public void NumbersThatAreNone_AreRefused(params int[] numbers) =>
        Assert.Throws<ArgumentException>(() => At(4).Renumbered([.. numbers]));

    [Fact]
    public void TheList_HasTheNumbersShown()
    {
        using var output = new MemoryStream();
        SegmentExport.WriteCsv(At(4).Renumbered([3, 7, 1, 2]), output, new ExportOptions { ByteOrderMark = false });

        var lines = System.Text.Encoding.UTF8.GetString(output.ToArray()).Split("\r\n");

        Assert.Contains(",7,Low x (2),", lines[21], StringComparison.Ordinal);
    }

    private SegmentationSnapshot At(int count) => _pipeline.Run(s_data, Recipe(count));

    private static SegmentationRecipe Recipe(int count) => new() { Clustering = new ClusteringOptions { ClusterCount = count } };

    private static IEnumerable<double> Group(int rows, double middle) => Enumerable.Range(0, rows).Select(row => middle + (row % 5 * 0.1));

    private static Dataset Data(double[] values, int firstId = 0) => new()
    {
        Name = "line.csv",
        Frame = new DataFrame([new NumberColumn("id", [.. values.Select((_, row) => (double)firstId + row)], isInteger: true), new NumberColumn("x", values)]),
        Schema = new Schema(ValueMap.ToValueMap(
            [KeyValuePair.Create("id", ColumnRole.Identifier), KeyValuePair.Create("x", ColumnRole.Feature)])),
        Dialect = new Dialect(",", "utf-8", Header: true),
    };
}

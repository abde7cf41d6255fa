using System.Text.Json;
using Segmentation.Core.Frame;
using Xunit;
using static Segmentation.Core.Tests.Exploring.RandomFrames;

namespace Segmentation.Core.Tests.Frame;

public class RowFilterTests
{
    private static readonly DataFrame s_five = new(
    [
        new NumberColumn("Income", [10, 20, double.NaN, 30, 40]),
        new DateColumn("Joined", [new(2020, 1, 1), new(2020, 1, 31, 23, 59, 0), new(2020, 2, 1), DateTime.MinValue, new(2021, 1, 1)]),
        Tables.Categories("Town", "York", "Leeds", null, "York", "Hull"),
    ]);

    public static TheoryData<RowCondition, int[], int> ByHand => new()
    {
        { new NumberRange("Income", 20, 30), [1, 3], 1 },
        { new NumberRange("Income", 20, 30, IsUnder: true), [1], 1 },
        { new NumberRange("Income", null, 20), [0, 1], 1 },
        { new NumberRange("Income", 20, null), [1, 3, 4], 1 },
        { new DateRange("Joined", new(2020, 1, 1), new(2020, 2, 1)), [0, 1], 1 },
        { new DateRange("Joined", null, new(2020, 2, 1)), [0, 1], 1 },
        { new CategoryChoice("Town", ["York"]), [0, 3], 1 },
        { new CategoryChoice("Town", ["York", "Hull"]), [0, 3, 4], 1 },
        { new CategoryChoice("Town", ["York"], IsOther: true), [1, 4], 1 },
        { new MissingCell("Town"), [2], 0 },
        { new SegmentMember(7), [0, 4], 0 },
        { new NumberRange("Nowhere", 1, 2), [], 0 },
        { new NumberRange("Town", 1, 2), [], 0 },
    };

    [Theory]
    [MemberData(nameof(ByHand))]
    public void Evaluate_OneCondition_FindsItsRowsAndCountsTheUndecided(RowCondition condition, int[] rows, int unknown)
    {
        var segments = new RowGroups([1, 0, 0, RowGroups.None, 1], [3, 7]);
        var found = Filter(condition).Evaluate(s_five, segments, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(rows, found.Matching.ToArray());
        Assert.Equal(unknown, found.Unknown);
    }

    [Fact]
    public void Evaluate_NoCondition_FindsEveryRow() => Assert.True(RowFilter.None.Evaluate(s_five).Matching.IsAll);

    [Fact]
    public void Evaluate_AMissingCellBesideABrokenCondition_IsNotUndecided()
    {
        // Row 2 has no income, and its town is missing too; no row with an income of 20 to 30 is in Hull.
        var found = Filter(new NumberRange("Income", 20, 30), new CategoryChoice("Town", ["Hull"])).Evaluate(s_five);

        Assert.Empty(found.Matching.ToArray());
        Assert.Equal(1, found.Unknown);
    }

    [Fact]
    public void Evaluate_AnyFilter_EqualsItsNaiveTwin() => ForAll((frame, mask) =>
    {
        var filter = Filter(new NumberRange("m", -2000, 2500, IsUnder: true), new CategoryChoice("c", ["red", "<b>"], IsOther: mask.Count % 2 == 0), new NumberRange("w", 5, 50));
        var (numbers, whole, texts) = ((NumberColumn)frame["m"], (NumberColumn)frame["w"], (TextColumn)frame["c"]);
        bool? Number(int row) => double.IsNaN(numbers[row]) ? null : numbers[row] is >= -2000 and < 2500;
        bool? Text(int row) => texts[row] is not { } text ? null : (text is "red" or "<b>") != (mask.Count % 2 == 0);
        bool? All(int row) => (Number(row), Text(row), whole[row] is >= 5 and <= 50) switch
        {
            (false, _, _) or (_, false, _) or (_, _, false) => false,
            (true, true, true) => true,
            _ => null,
        };

        foreach (var threads in (int[])[1, 3])
        {
            var found = filter.Evaluate(frame, threads: threads);
            Assert.Equal(Enumerable.Range(0, frame.Rows).Where(row => All(row) == true), found.Matching.ToArray());
            Assert.Equal(Enumerable.Range(0, frame.Rows).Count(row => All(row) is null), found.Unknown);
        }
    }, maxRows: 300);

    [Theory]
    [InlineData(20000, 40000, false, "Income 20,000 to 40,000")]
    [InlineData(0.5, 0.75, true, "Income 0.5 to under 0.75")]
    [InlineData(1985, 1985, false, "Income 1985")]
    public void Words_OfARange_ReadAsPeopleSayThem(double from, double to, bool isUnder, string words) =>
        Assert.Equal(words, new NumberRange("Income", from, to, isUnder).Words);

    [Fact]
    public void Words_OfTheOthers_ReadAsPeopleSayThem()
    {
        Assert.Equal("Joined 2020-01-01 to 2020-01-31", new DateRange("Joined", new(2020, 1, 1), new(2020, 2, 1)).Words);
        Assert.Equal("Joined 2020-01-01", new DateRange("Joined", new(2020, 1, 1), new(2020, 1, 2)).Words);
        Assert.Equal("Town is York or Leeds", new CategoryChoice("Town", ["York", "Leeds"]).Words);
        Assert.Equal("Town is other than a, b and 2 others", new CategoryChoice("Town", ["a", "b", "c", "d"], IsOther: true).Words);
        Assert.Equal("Town is missing and Segment 3", Filter(new MissingCell("Town"), new SegmentMember(3)).Words);
        Assert.InRange(new MissingCell(new string('x', 5000)).Words.Length, 1, 80);
    }

    [Fact]
    public void Toggle_TheSameCondition_TakesItBack()
    {
        var (range, town) = (new NumberRange("Income", 1, 2), new CategoryChoice("Town", ["York"]));

        Assert.Equal(Filter(range, town), RowFilter.None.Toggle(range).Toggle(town));
        Assert.Equal(Filter(town), Filter(range, town).Toggle(range));
        Assert.Equal(Filter(new NumberRange("Income", 3, 4), town), Filter(range, town).Toggle(new NumberRange("Income", 3, 4)));
        Assert.Equal(Filter(new MissingCell("Income"), town), Filter(range, town).Toggle(new MissingCell("Income")));
    }

    [Fact]
    public void EqualConditions_AreEqualFilters_AndSerialise()
    {
        foreach (var condition in ByHand.Select(row => row.Data.Item1))
        {
            var json = JsonSerializer.Serialize(Filter(condition));
            Assert.Equal(Filter(condition), JsonSerializer.Deserialize<RowFilter>(json));
            Assert.Equal(Filter(condition).GetHashCode(), JsonSerializer.Deserialize<RowFilter>(json)!.GetHashCode());
            Assert.DoesNotContain("Words", json, StringComparison.Ordinal);
        }

        var keys = ByHand.Select(row => row.Data.Item1.Key).ToArray();
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void ThrowIfInvalid_WhatMakesNoSense_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Filter(new NumberRange("a", 2, 1)).ThrowIfInvalid());
        Assert.Throws<ArgumentException>(() => Filter(new NumberRange("a", double.NaN, 1)).ThrowIfInvalid());
        Assert.Throws<ArgumentException>(() => Filter(new NumberRange("", 1, 2)).ThrowIfInvalid());
        Assert.Throws<ArgumentException>(() => Filter(new DateRange("a", new(2020, 1, 1), new(2020, 1, 1))).ThrowIfInvalid());
        Assert.Throws<ArgumentException>(() => Filter(new CategoryChoice("a", [])).ThrowIfInvalid());
        Assert.Throws<ArgumentException>(() => Filter([.. Enumerable.Range(0, 21).Select(i => new MissingCell($"{i}"))]).ThrowIfInvalid());
    }
}

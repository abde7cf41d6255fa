using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class FeatureBuilderTests
{
    [Fact]
    public void Build_TwoNumbers_ScalesEachByItself()
    {
        var features = Build([Tables.Numbers("a", 0, 5, 10), Tables.Numbers("b", -1, 1, 1)], Scaling.MinMax, new("b"), new("a"));

        Assert.Equal(["b", "a"], features.Columns.Select(column => column.Name));
        Assert.Equal([0, 1, 1], features.Matrix.Column(0).ToArray());
        Assert.Equal([0, 0.5, 1], features.Matrix.Column(1).ToArray());
    }

    [Fact]
    public void Build_Weight_MultipliesTheSquaredDifference()
    {
        var features = Build([Tables.Numbers("a", 0, 1)], Scaling.None, new FeatureChoice("a") { Weight = 4 });

        Assert.Equal([0, 2], features.Matrix.Column(0).ToArray());
    }

    [Fact]
    public void Build_Log_IsTakenBeforeScaling()
    {
        var features = Build([Tables.Numbers("a", 0, 9, 99)], Scaling.MinMax, new FeatureChoice("a") { Log = true });

        // log 1, log 10, log 100 lie evenly.
        Assert.Equal([0, 0.5, 1], features.Matrix.Column(0).ToArray().Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void Build_Category_BecomesIndicatorsTheMostFrequentFirst()
    {
        var features = Build([Tables.Categories("c", "x", "y", "y", "z")], Scaling.Standard, new FeatureChoice("c") { Weight = 9 });

        // y twice; x and z once each, by name.
        Assert.Equal(["c = y", "c = x", "c = z"], features.Columns.Select(column => column.Name));
        Assert.Equal([0, 3, 3, 0], features.Matrix.Column(0).ToArray());
        Assert.Equal([3, 0, 0, 0], features.Matrix.Column(1).ToArray());
        Assert.All(features.Columns, column => Assert.True(column.IsIndicator));
    }

    [Fact]
    public void Build_GapsInNumbers_AreMarkedAndScaledOver()
    {
        var features = Build([Tables.Numbers("a", 0, double.NaN, 4, 2), Tables.Numbers("b", 1, 2, 3, 4)], Scaling.MinMax, new("a"), new("b"));

        Assert.Equal([0, 0.5, 1, 0.5], features.Matrix.Column(0).ToArray());
        Assert.Equal(1, features.Missing!.Count);
        Assert.True(features.Missing[1, 0]);
        Assert.Null(Build([Tables.Numbers("b", 1, 2, 3, 4)], Scaling.MinMax, new FeatureChoice("b")).Missing);
    }

    [Fact]
    public void Build_GapsInCategories_AreMarkedInEveryIndicator()
    {
        var features = Build([Tables.Categories("c", "x", null, "y", "y")], Scaling.None, new FeatureChoice("c"));

        Assert.Equal(2, features.Missing!.Count);
        Assert.True(features.Missing.IsWholeRow(1));
        Assert.Equal([0, 2.0 / 3, 1, 1], features.Matrix.Column(0).ToArray());
    }

    [Fact]
    public void Build_OneValueAndGaps_IsLeftOut()
    {
        var features = Build([Tables.Numbers("a", 7, double.NaN, 7), Tables.Numbers("b", 1, 2, 3)], Scaling.None, new("a"), new("b"));

        Assert.Equal("has one value and empty cells only", Assert.Single(features.LeftOut).Reason);
        Assert.Null(features.Missing);
    }

    [Fact]
    public void Build_ManyCategories_PoolsTheRareOnes()
    {
        // 40 categories: number n occurs n + 1 times, so the last are the most frequent.
        var cells = Enumerable.Range(0, 40).SelectMany(number => Enumerable.Repeat($"c{number:00}", number + 1)).ToArray();

        var features = Build([Tables.Categories("c", cells)], Scaling.Standard, new FeatureChoice("c"));

        Assert.Equal(FeatureOptions.MaxCategories, features.Columns.Count);
        Assert.Equal("c = c39", features.Columns[0].Name);
        Assert.Equal($"c = {FeatureColumn.OtherCategories}", features.Columns[^1].Name);
        // 29 have an indicator of their own; the rarest 11 occur 1 + 2 + ... + 11 = 66 times.
        Assert.Equal(66, features.Matrix.Column(29).ToArray().Sum());
        Assert.All(Enumerable.Range(0, features.Matrix.Rows), row =>
            Assert.Equal(1, Enumerable.Range(0, features.Matrix.Columns).Sum(column => features.Matrix[row, column])));
    }

    [Fact]
    public void Build_NamesThatCollide_StayUnique()
    {
        var features = Build(
            [Tables.Numbers("c = x", 1, 2, 3), Tables.Categories("c", "x", "x", "y")], Scaling.Standard, new("c = x"), new("c"));

        Assert.Equal(["c = x", "c = x (2)", "c = y"], features.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Build_SomeRows_HoldsJustThose()
    {
        var frame = new DataFrame([Tables.Numbers("a", 1, 2, 3, 4)]);

        var features = FeatureBuilder.Build(frame, RowSelection.Where(4, row => row % 2 == 1), [new("a")], Scaling.None);

        Assert.Equal([2, 4], features.Matrix.Column(0).ToArray());
    }

    [Fact]
    public void Build_ColumnsThatCannotBeUsed_AreLeftOutWithTheReason()
    {
        var features = Build(
            [
                Tables.Numbers("good", 1, 2),
                Tables.Numbers("constant", 3, 3),
                Tables.Numbers("unweighted", 1, 2),
                Tables.Numbers("huge", -1e308, 1e308),
                Tables.Categories("one", "x", "x"),
            ],
            Scaling.Standard,
            new("good"), new("constant"), new("unweighted") { Weight = 0 }, new("huge"), new("one"));

        Assert.Equal(["good"], features.Columns.Select(column => column.Name));
        Assert.Equal(["constant", "unweighted", "huge", "one"], features.LeftOut.Select(left => left.Column));
        Assert.Contains("same value", features.LeftOut[0].Reason, StringComparison.Ordinal);
        Assert.Contains("weight 0", features.LeftOut[1].Reason, StringComparison.Ordinal);
        Assert.Contains("too large", features.LeftOut[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_UnscaledNumbersWhoseSquaresOverflow_AreLeftOut()
    {
        var features = Build([Tables.Numbers("good", 1, 2), Tables.Numbers("huge", 0, 1e200)], Scaling.None, new("good"), new("huge"));

        Assert.Equal(["huge"], features.LeftOut.Select(left => left.Column));
    }

    [Fact]
    public void Build_NothingUsable_SaysWhichColumnsAndWhy()
    {
        var failure = Assert.Throws<UnusableDataException>(() => Build([Tables.Numbers("flat", 3, 3)], Scaling.Standard, new FeatureChoice("flat")));

        Assert.Contains("flat has the same value in every row", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_MoreIndicatorsThanAMatrixMayHave_SaysHowMany()
    {
        var columns = Enumerable.Range(0, 8).Select(column =>
            (DataColumn)Tables.Categories($"c{column}", [.. Enumerable.Range(0, 30).Select(number => $"{number}")])).ToArray();

        var failure = Assert.Throws<UnusableDataException>(() =>
            Build(columns, Scaling.Standard, [.. columns.Select(column => new FeatureChoice(column.Name))]));

        Assert.Contains("240", failure.Message, StringComparison.Ordinal);
        Assert.Contains("200", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_NoRows_SaysHowToGetSome()
    {
        var failure = Assert.Throws<UnusableDataException>(() =>
            FeatureBuilder.Build(new DataFrame([Tables.Numbers("a", 1, 2)]), RowSelection.Where(2, _ => false), [new("a")], Scaling.Standard));

        Assert.Contains("Every row has been set aside", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => FeatureBuilder.Build(
            new DataFrame([Tables.Numbers("a", 1, 2)]), RowSelection.All(2), [new("a")], Scaling.Standard, new CancellationToken(canceled: true)));

    private static FeatureSet Build(DataColumn[] columns, Scaling scaling, params FeatureChoice[] choices) =>
        FeatureBuilder.Build(new DataFrame(columns), RowSelection.All(columns[0].Length), [.. choices], scaling);
}

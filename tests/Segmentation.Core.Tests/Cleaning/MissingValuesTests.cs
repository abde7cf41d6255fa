using System.Globalization;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class MissingValuesTests
{
    private static readonly NumberColumn s_income = Frames.Numbers("Income", 1, 2, 2, 10, Frames.None, 5);

    private static CleaningOptions With(MissingAction action, string? constant = null) => new()
    {
        Missing = new MissingRule(action, constant),
        Outliers = new OutlierOptions { Rule = OutlierRule.None },
    };

    private static CleaningOptions With(MissingAction action, (string Column, MissingAction Action) own) =>
        With(action) with { MissingByColumn = ValueMap<MissingRule>.Empty.With(own.Column, new MissingRule(own.Action)) };

    [Theory]
    [InlineData(MissingAction.Median, null, 2, "1 empty cell of Income was filled with the median, 2.")]
    [InlineData(MissingAction.Mean, null, 4, "1 empty cell of Income was filled with the mean, 4.")]
    [InlineData(MissingAction.MostFrequent, null, 2, "1 empty cell of Income was filled with the most frequent value, 2.")]
    [InlineData(MissingAction.Constant, " 7.5 ", 7.5, "1 empty cell of Income was filled with 7.5.")]
    public void Clean_NumberMissing_IsFilled(MissingAction action, string? constant, double expected, string description)
    {
        var result = Frames.Clean(With(action, constant), s_income);

        Assert.Equal([1, 2, 2, 10, expected, 5], result.Numbers("Income"));
        Assert.Equal(double.IsInteger(expected) ? ColumnType.Integer : ColumnType.Number, result.Frame["Income"].Type);
        Assert.Equal((1, 0, true, description), Of(result.Entry("missing:Income")));
        Assert.Equal(0, result.SetAside.Count);
    }

    [Fact]
    public void Clean_SetAside_KeepsTheRowWithItsReason()
    {
        var result = Frames.Clean(With(MissingAction.SetAside), s_income);

        Assert.Equal([null, null, null, null, "missing Income", null], result.Reasons());
        Assert.Equal((1, 1, true, "1 row without Income was set aside."), Of(result.Entry("missing:Income")));
        Assert.Equal(6, result.Frame.Rows);
    }

    [Fact]
    public void Clean_Keep_LeavesCellsEmptyAndSetsOnlyRowsWithoutAnythingAside()
    {
        var result = Frames.Clean(
            With(MissingAction.Keep),
            Frames.Numbers("a", 1, Frames.None, 3, Frames.None, 5),
            Frames.Categories("c", "x", "y", null, null, "x"));

        Assert.Equal([1, Frames.None, 3, Frames.None, 5], result.Numbers("a"));
        Assert.Equal([null, null, null, "no value in any feature", null], result.Reasons());
        Assert.Equal(
            (2, 0, true, "2 empty cells of a are kept empty; their rows are compared by what they have."), Of(result.Entry("missing:a")));
        Assert.Equal((1, 1, true, "1 row without a value in any feature was set aside."), Of(result.Entry("missing")));
    }

    [Fact]
    public void Clean_KeepOfOneColumn_LeavesTheRulesOfOthers()
    {
        var result = Frames.Clean(
            With(MissingAction.SetAside, ("a", MissingAction.Keep)),
            Frames.Numbers("a", 1, Frames.None, 3, 4),
            Frames.Numbers("b", 1, 2, Frames.None, 5));

        Assert.Equal([null, null, "missing b", null], result.Reasons());
        Assert.False(result.Has("missing"));
    }

    [Fact]
    public void Clean_KeepSwitchedOff_SetsTheRowsAside()
    {
        var options = With(MissingAction.Keep) with { Switches = ValueMap<bool>.Empty.With("missing:Income", false) };

        Assert.Equal("missing Income", Frames.Clean(options, s_income).Reasons()[4]);
    }

    [Fact]
    public void Clean_MostFrequentOfSeveral_TakesTheSmaller()
    {
        var result = Frames.Clean(
            With(MissingAction.MostFrequent),
            Frames.Numbers("n", 3, 3, 1, 1, 7, Frames.None),
            Frames.Categories("c", "b", "a", "b", "a", null, "z"));

        Assert.Equal(1, result.Numbers("n")[5]);
        Assert.Equal("a", result.Texts("c")[4]);
    }

    [Theory]
    [InlineData(MissingAction.Median, "b")]
    [InlineData(MissingAction.Mean, "b")]
    [InlineData(MissingAction.MostFrequent, "b")]
    [InlineData(MissingAction.Constant, "new")]
    public void Clean_CategoryMissing_IsFilled(MissingAction action, string expected)
    {
        var result = Frames.Clean(With(action, "new"), Frames.Categories("c", "a", "b", "b", null));

        Assert.Equal(["a", "b", "b", expected], result.Texts("c"));
    }

    [Fact]
    public void Clean_BooleanMissing_IsFilledWithOneOfItsTwo()
    {
        Assert.Equal("yes", Frames.Clean(With(MissingAction.Constant, "YES"), Frames.Booleans("b", "yes", "no", null)).Texts("b")[2]);
    }

    [Theory]
    [InlineData(MissingAction.Median, "2012-01-03")]
    [InlineData(MissingAction.MostFrequent, "2012-01-01")]
    [InlineData(MissingAction.Mean, "2012-01-05")]
    [InlineData(MissingAction.Constant, "2013-06-07")]
    public void Clean_DateMissing_IsFilledWithAWholeDay(MissingAction action, string expected)
    {
        var dates = Frames.Dates("d", "2012-01-01", "2012-01-01", null, "2012-01-06", "2012-01-12");

        var filled = (DateColumn)Frames.Clean(With(action, "2013-06-07"), dates).Frame["d"];

        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), filled[2]);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("")]
    [InlineData(null)]
    public void Clean_ConstantThatIsNoNumber_SaysColumnAndValue(string? constant)
    {
        var error = Assert.Throws<UnusableDataException>(() => Frames.Clean(With(MissingAction.Constant, constant), s_income));

        Assert.Contains("'Income'", error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{constant}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_ConstantThatIsNoDateOrAnswer_IsUnusable()
    {
        Assert.Throws<UnusableDataException>(
            () => Frames.Clean(With(MissingAction.Constant, "soon"), Frames.Dates("d", "2012-01-01", "2012-01-02", null)));
        Assert.Throws<UnusableDataException>(
            () => Frames.Clean(With(MissingAction.Constant, "maybe"), Frames.Booleans("b", "yes", "no", null)));
    }

    [Theory]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1234,5", 1234.5)]
    [InlineData("1.500", 1500)]
    [InlineData("1.5", 1.5)]
    [InlineData("R$ 12,5", 12.5)]
    [InlineData("-3", -3)]
    public void Clean_ConstantInTheColumnsStyle_IsUnderstood(string constant, double expected)
    {
        var column = new NumberColumn("n", [1, 2, Frames.None], style: new NumberStyle(',', ".", "R$ "));

        Assert.Equal(expected, Frames.Clean(With(MissingAction.Constant, constant), column).Numbers("n")[2]);
    }

    [Fact]
    public void Clean_ColumnRule_GoesBeforeTheDefault()
    {
        var options = With(MissingAction.SetAside, ("Income", MissingAction.Mean));

        Assert.Equal(4, Frames.Clean(options, s_income).Numbers("Income")[4]);
    }

    [Fact]
    public void Clean_FillValue_ComesFromRowsThatAreKeptWhateverTheOrderOfFeatures()
    {
        var age = Frames.Numbers("Years", 1, 2, Frames.None, 4, 5, 6);
        var income = Frames.Numbers("Income", 10, 20, 900, Frames.None, 20, 30);
        var options = With(MissingAction.Mean, ("Years", MissingAction.SetAside));

        Assert.Equal(20, Frames.Clean(options, income, age).Numbers("Income")[3]);
        Assert.Equal(20, Frames.Clean(options, age, income).Numbers("Income")[3]);
    }

    [Fact]
    public void Clean_ValuesOnlyInRowsSetAside_CannotBeFilled()
    {
        var options = With(MissingAction.Median, ("a", MissingAction.SetAside));

        var result = Frames.Clean(
            options, Frames.Numbers("a", Frames.None, Frames.None, 1, 2), Frames.Numbers("b", 1, 2, Frames.None, Frames.None));

        Assert.Equal(["b"], result.ConstantColumns);
        Assert.Contains("cannot be filled", result.Entry("missing:b").Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_FillingSwitchedOff_LeavesTheCellAndSetsItsRowAside()
    {
        var off = ValueMap<bool>.Empty.With("missing:Income", false);

        var result = Frames.Clean(With(MissingAction.Median) with { Switches = off }, s_income);

        Assert.Same(s_income, result.Frame["Income"]);
        Assert.Equal("missing Income", result.SetAside.ReasonOf(4));
        Assert.Equal((1, 1, false, "Empty cells of Income are not filled, so 1 row was set aside."), Of(result.Entry("missing:Income")));
        Assert.True(result.Entry("missing:Income").CanSwitch);
    }

    [Fact]
    public void Clean_SettingAside_CannotBeSwitchedOff()
    {
        var off = ValueMap<bool>.Empty.With("missing:Income", false);

        var result = Frames.Clean(With(MissingAction.SetAside) with { Switches = off }, s_income);

        Assert.Equal((1, 1, true, "1 row without Income was set aside."), Of(result.Entry("missing:Income")));
        Assert.False(result.Entry("missing:Income").CanSwitch);
    }

    [Fact]
    public void Clean_ColumnThatIsNoFeature_IsLeftAlone()
    {
        var frame = new DataFrame([s_income]);

        var result = Cleaner.Clean(frame, Frames.WithoutIdentifier, [], With(MissingAction.Mean), TestContext.Current.CancellationToken);

        Assert.Same(frame, result.Frame);
        Assert.False(result.Has("missing:Income"));
    }

    [Fact]
    public void Clean_MisfitFilled_ShowsItAsTheExample()
    {
        var column = new NumberColumn("n", [1, 2, Frames.None, Frames.None]) { Misfits = new Dictionary<int, string> { [3] = "abc" } };

        Assert.Equal("abc", Frames.Clean(With(MissingAction.Median), column).Entry("missing:n").Example);
    }

    private static (int Rows, int SetAside, bool IsOn, string Description) Of(LedgerEntry entry) =>
        (entry.Rows, entry.SetAside, entry.IsOn, entry.Description);
}

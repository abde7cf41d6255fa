using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class ConstantColumnsTests
{
    private static readonly CleaningOptions s_setAside = new() { Missing = new MissingRule(MissingAction.SetAside) };

    [Fact]
    public void Clean_ColumnsWithOneValueOrNone_AreListedAndCannotBeSwitched()
    {
        var result = Frames.Clean(
            s_setAside,
            Frames.Numbers("Z_Revenue", 11, 11, 11),
            Frames.Numbers("Empty", Frames.None, Frames.None, Frames.None),
            Frames.Categories("City", "Rome", null, "Rome"),
            Frames.Categories("Sex", "male", "Male", "male"),
            Frames.Dates("Since", "2012-01-02", "2012-01-02", "2012-01-02"),
            Frames.Numbers("Income", 1, 2, 3));

        Assert.Equal(["Z_Revenue", "Empty", "City", "Since"], result.ConstantColumns);
        var entry = result.Entry("constant:Z_Revenue");
        Assert.Equal((0, 0, true, false, (string?)null), (entry.Rows, entry.SetAside, entry.IsOn, entry.CanSwitch, entry.Example));
        Assert.Equal("Z_Revenue is 11 in every row; it is not used as a feature.", entry.Description);
        Assert.Equal("Empty has no value at all; it is not used as a feature.", result.Entry("constant:Empty").Description);
    }

    [Fact]
    public void Clean_ConstantFeatureWithEmptyCells_SetsNobodyAside()
    {
        var result = Frames.Clean(s_setAside, Frames.Numbers("Card", 1, Frames.None, 1), Frames.Numbers("Income", 1, 2, 3));

        Assert.Equal(0, result.SetAside.Count);
        Assert.False(result.Has("missing:Card"));
        Assert.False(result.Has("outliers:Card"));
    }

    [Fact]
    public void Clean_OneValueAndEmptyCellsFilledWithAnother_IsAFeature()
    {
        var zero = new MissingRule(MissingAction.Constant, "0");
        var options = new CleaningOptions { MissingByColumn = ValueMap<MissingRule>.Empty.With("Card", zero) };

        var result = Frames.Clean(options, Frames.Numbers("Card", 1, Frames.None, 1));

        Assert.Empty(result.ConstantColumns);
        Assert.Equal([1, 0, 1], result.Numbers("Card"));
    }

    [Fact]
    public void Clean_SwitchedOff_StaysConstant()
    {
        var options = s_setAside with { Switches = ValueMap<bool>.Empty.With("constant:Z", false) };

        Assert.Equal(["Z"], Frames.Clean(options, Frames.Numbers("Z", 3, 3)).ConstantColumns);
    }
}

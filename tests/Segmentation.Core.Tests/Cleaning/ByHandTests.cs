using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class ByHandTests
{
    private static readonly RowFilter s_odd = new([new NumberRange("Year", null, 1900)]);

    [Fact]
    public void Clean_RowsPickedByHand_AreSetAsideWithTheirWords()
    {
        var result = Clean(new CleaningOptions { SetAside = [s_odd] });
        var entry = result.Entry("by hand:Year  to 1900");

        Assert.Equal(["by hand: Year up to 1900", null, null, "by hand: Year up to 1900", null], result.Reasons());
        Assert.Equal((CleaningStep.ByHand, "Year", 2, 2, true), (entry.Step, entry.Column, entry.Rows, entry.SetAside, entry.IsOn));
        Assert.Equal("Year up to 1900: 2 rows were set aside.", entry.Description);
    }

    [Fact]
    public void Clean_SwitchedOff_LeavesThemAndCountsThem()
    {
        var result = Clean(new CleaningOptions { SetAside = [s_odd], Switches = ValueMap<bool>.Empty.With("by hand:Year  to 1900", false) });

        Assert.Equal(0, result.SetAside.Count);
        Assert.Equal((2, 0, false), (result.Ledger[0].Rows, result.Ledger[0].SetAside, result.Ledger[0].IsOn));
        Assert.Equal("Year up to 1900: 2 rows, which stay.", result.Ledger[0].Description);
    }

    [Fact]
    public void Clean_FiltersThatOverlap_CountARowOnce()
    {
        var result = Clean(new CleaningOptions { SetAside = [s_odd, new RowFilter([new CategoryChoice("Town", ["York"])]), s_odd] });

        Assert.Equal([2, 1], result.Ledger.Where(entry => entry.Step == CleaningStep.ByHand).Select(entry => entry.SetAside));
    }

    [Fact]
    public void Clean_AColumnThatIsNotThere_SetsNobodyAsideAndSaysWhy()
    {
        var result = Clean(new CleaningOptions { SetAside = [new RowFilter([new MissingCell("Nowhere")])] });

        Assert.Equal(0, result.SetAside.Count);
        Assert.Contains("this file has no such column", result.Ledger[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_FilledCells_AreJudgedAsTheFileHasThem()
    {
        var options = new CleaningOptions { SetAside = [new RowFilter([new MissingCell("Year")])], Missing = new MissingRule(MissingAction.Median) };

        Assert.Equal([null, null, null, null, "by hand: Year is missing"], Clean(options).Reasons());
    }

    private static CleaningResult Clean(CleaningOptions options) => Frames.Clean(
        options, Frames.Numbers("Year", 1893, 1970, 1980, 1900, Frames.None), Frames.Categories("Town", "York", "York", "Leeds", "Leeds", "Hull"));
}

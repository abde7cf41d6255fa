using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class ImpossibleValuesTests
{
    private static readonly NumberColumn s_births = Frames.Numbers("Year_Birth", 1893, 1899, 1900, 1996);

    private static readonly CleaningOptions s_setAside = new()
    {
        Missing = new MissingRule(MissingAction.SetAside),
        Outliers = new OutlierOptions { Rule = OutlierRule.None },
    };

    [Fact]
    public void Clean_BirthYearBefore1900_CountsAsMissing()
    {
        var result = Frames.Clean(s_setAside, s_births);

        Assert.Equal(["missing Year_Birth", "missing Year_Birth", null, null], result.Reasons());
        var entry = result.Entry("impossible:Year_Birth");
        Assert.Equal((2, 0, true, "1893", true), (entry.Rows, entry.SetAside, entry.IsOn, entry.Example, entry.CanSwitch));
        Assert.Equal("2 values of Year_Birth cannot be true (outside 1900 to 2100); they count as missing.", entry.Description);
    }

    [Fact]
    public void Clean_ImpossibleSwitchedOff_LeavesTheValues()
    {
        var result = Frames.Clean(s_setAside with { Switches = ValueMap<bool>.Empty.With("impossible:Year_Birth", false) }, s_births);

        Assert.Same(s_births, result.Frame["Year_Birth"]);
        Assert.Equal(0, result.SetAside.Count);
        Assert.Equal((2, false), (result.Entry("impossible:Year_Birth").Rows, result.Entry("impossible:Year_Birth").IsOn));
    }

    [Fact]
    public void Clean_ColumnThatIsNoFeature_IsOnlyCounted()
    {
        var frame = new DataFrame([s_births, Frames.Numbers("Income", 1, 2, 3, 4)]);

        var result = Cleaner.Clean(frame, Frames.WithoutIdentifier, ["Income"], s_setAside, TestContext.Current.CancellationToken);

        Assert.Same(s_births, result.Frame["Year_Birth"]);
        var entry = result.Entry("impossible:Year_Birth");
        Assert.Equal((2, false, false), (entry.Rows, entry.IsOn, entry.CanSwitch));
    }

    [Fact]
    public void Clean_ChosenRange_ReplacesTheGuess()
    {
        var options = s_setAside with { AllowedRanges = ValueMap<AllowedRange>.Empty.With("Year_Birth", new AllowedRange(null, 1950)) };

        Assert.Equal([null, null, null, "missing Year_Birth"], Frames.Clean(options, s_births).Reasons());
    }

    [Theory]
    [InlineData("Age", 0, 120)]
    [InlineData("age (years)", 0, 120)]
    [InlineData("ALTER", 0, 120)]
    [InlineData("Year_Birth", 1900, 2100)]
    [InlineData("birth year", 1900, 2100)]
    [InlineData("YOB", 1900, 2100)]
    [InlineData("Geburtsjahr", 1900, 2100)]
    public void Of_NameThatSaysWhatItHolds_GivesItsRange(string name, double least, double most)
    {
        Assert.Equal(new AllowedRange(least, most), PlausibleRange.Of(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Income")]
    [InlineData("Average")]
    [InlineData("age_group")]
    [InlineData("account age days")]
    [InlineData("Year")]
    [InlineData("<script>")]
    public void Of_NameThatSaysNothing_GivesNull(string name)
    {
        Assert.Null(PlausibleRange.Of(name));
    }
}

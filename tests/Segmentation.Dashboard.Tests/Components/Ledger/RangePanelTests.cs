using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class RangePanelTests : ComponentTest
{
    private readonly List<(string Column, AllowedRange? Range)> _changes = [];

    [Fact]
    public void Render_SuggestedLimits_AreThereWithTheirCounts()
    {
        var row = RenderPanel().FindAll("tbody tr").Single(row => row.TextContent.Contains("Birth year", StringComparison.Ordinal));

        Assert.Equal("1900", row.QuerySelector("input")?.GetAttribute("value"));
        Assert.Equal("1", row.QuerySelector("td.numeric")?.TextContent);
        Assert.Contains("its name", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_ALowerLimit_KeepsTheUpperOne()
    {
        RenderPanel(Own(10, 90)).Find("input[aria-label='Lowest possible Income']").Change("20");

        Assert.Equal([("Income", new AllowedRange(20, 90))], _changes);
    }

    [Fact]
    public void Type_LimitsTheWrongWayRound_SaysSoAndChangesNothing()
    {
        var panel = RenderPanel(Own(10, 90));

        panel.Find("input[aria-label='Lowest possible Income']").Change("95");

        Assert.Empty(_changes);
        Assert.Contains("lies above the highest", panel.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Reset_OwnLimits_ReturnsToTheSuggestion()
    {
        RenderPanel(Own(10, 90)).Find("button[aria-label^='Return Income']").Click();

        Assert.Equal([("Income", null)], _changes);
    }

    [Fact]
    public void Add_AColumnWithoutLimits_BeginsOpen()
    {
        RenderPanel().Find("select").Change("Income");

        Assert.Equal([("Income", new AllowedRange(null, null))], _changes);
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("-1.5", "1e3", -1.5, 1000.0)]
    public void Parse_Limits_AreReadAsTyped(string minimum, string maximum, double? least, double? most) =>
        Assert.Equal(new AllowedRange(least, most), RangeRows.Parse(minimum, maximum));

    [Theory]
    [InlineData("x", "")]
    [InlineData("5", "4")]
    [InlineData("NaN", "4")]
    public void Parse_WhatIsNoRange_IsNone(string minimum, string maximum) => Assert.Null(RangeRows.Parse(minimum, maximum));

    private static CleaningOptions Own(double least, double most) =>
        new CleaningOptions() with { AllowedRanges = new CleaningOptions().AllowedRanges.With("Income", new AllowedRange(least, most)) };

    private IRenderedComponent<RangePanel> RenderPanel(CleaningOptions? cleaning = null)
    {
        var snapshot = SmallData.Snapshot(SmallData.Recipe with { Cleaning = cleaning ?? new CleaningOptions() });
        return Render<RangePanel>(p => p.Add(r => r.Cleaning, cleaning ?? new CleaningOptions()).Add(r => r.Ledger, snapshot.Cleaning.Ledger)
            .Add(r => r.Frame, snapshot.Data.Frame).Add(r => r.OnChanged, _changes.Add));
    }
}

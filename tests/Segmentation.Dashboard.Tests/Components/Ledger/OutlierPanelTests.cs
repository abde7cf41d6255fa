using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Charts;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class OutlierPanelTests : ComponentTest
{
    private (string? Column, OutlierOptions? Options)? _changed;

    [Fact]
    public void Fence_IsRoundedAsInTheLedger()
    {
        var options = new OutlierOptions();
        var finding = new OutlierFinding("Spend", options, 12.3456, 98_765.4321, new FiveNumbers(0, 1, 2, 3, 4), [], []);

        var row = Render<OutlierRow>(p => p.Add(r => r.Finding, finding).Add(r => r.Column, new NumberColumn("Spend", [1], style: new NumberStyle(Prefix: "$"))));

        Assert.Contains("outside $12.3456 to $98,765.4321", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AFinding_DrawsItsBoxAndCountsItsCustomers()
    {
        var panel = RenderPanel(new CleaningOptions());

        var income = panel.FindAll(".outlier-row").Single(row => row.TextContent.Contains("Income", StringComparison.Ordinal));
        Assert.Equal("1 marked", income.QuerySelector(".caught")?.TextContent);
        Assert.Contains("median", income.QuerySelector("svg")?.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.NotEmpty(income.QuerySelectorAll(".fence"));
        Assert.Equal("M100 0h0", income.QuerySelector(".dots")?.GetAttribute("d"));
    }

    [Fact]
    public async Task Slider_WhileItMoves_ChangesTheThresholdOfAll()
    {
        var panel = RenderPanel(new CleaningOptions());

        await panel.InvokeAsync(() => panel.FindComponent<Slider>().Instance.OnMoved(2.5));

        Assert.Equal((null, new OutlierOptions { Threshold = 2.5 }), _changed);
    }

    [Fact]
    public void Slider_OfARule_HasTheRulesLimits()
    {
        var panel = RenderPanel(new CleaningOptions { Outliers = new OutlierOptions().WithRule(OutlierRule.Percentile) });

        var range = OutlierOptions.RangeOf(OutlierRule.Percentile);
        var slider = panel.FindComponent<Slider>().Instance;
        Assert.Equal((range.Minimum, range.Maximum, range.Step, range.Suggested), (slider.Min, slider.Max, slider.Step, slider.Suggested));
        Assert.Equal(range.Suggested, slider.Value);
    }

    [Fact]
    public void Rule_Off_HidesWhatHasNoMeaning()
    {
        var panel = RenderPanel(new CleaningOptions { Outliers = new OutlierOptions { Rule = OutlierRule.None } });

        Assert.Empty(panel.FindComponents<Slider>());
        Assert.Contains("No customer is beyond a fence", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnRule_SwitchedOn_BeginsWithTheRuleOfAll()
    {
        var panel = RenderPanel(new CleaningOptions());

        panel.Find(".outlier-row input[role=switch]").Change(true);

        Assert.Equal(("Age", new OutlierOptions()), _changed);
    }

    [Fact]
    public void OwnRule_SwitchedOff_IsTakenAway()
    {
        var panel = RenderPanel(new CleaningOptions().WithOwn("Age", new OutlierOptions { Rule = OutlierRule.ZScore, Threshold = 2 }));

        Assert.Equal(2, panel.FindComponents<Slider>().Count);
        panel.Find(".outlier-row input[role=switch]").Change(false);

        Assert.Equal(("Age", null), _changed);
    }

    [Fact]
    public void Render_NoNumbers_SaysSo()
    {
        var panel = Render<OutlierPanel>(p => p.Add(o => o.Cleaning, new CleaningOptions()).Add(o => o.Findings, []).Add(o => o.Ledger, []).Add(o => o.Frame, SmallData.Frame));

        Assert.Contains("None of the chosen features is a number", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindComponents<BoxPlot>());
    }

    private IRenderedComponent<OutlierPanel> RenderPanel(CleaningOptions cleaning)
    {
        var snapshot = SmallData.Snapshot(SmallData.Recipe with { Cleaning = cleaning });
        return Render<OutlierPanel>(p => p.Add(o => o.Cleaning, cleaning).Add(o => o.Findings, snapshot.Cleaning.Outliers)
            .Add(o => o.Ledger, snapshot.Cleaning.Ledger).Add(o => o.Frame, snapshot.Data.Frame).Add(o => o.OnChanged, changed => _changed = changed));
    }
}

internal static class OwnRules
{
    public static CleaningOptions WithOwn(this CleaningOptions cleaning, string column, OutlierOptions options) =>
        cleaning with { OutliersByColumn = cleaning.OutliersByColumn.With(column, options) };
}

using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class MissingPanelTests : ComponentTest
{
    private readonly List<(string? Column, MissingRule? Rule)> _changes = [];

    [Fact]
    public void Render_AColumnWithMissingCells_CountsThem()
    {
        var row = RenderPanel().Find("tbody tr");

        Assert.Equal("1 (5 %)", row.QuerySelector("td")?.TextContent.Trim());
        Assert.Equal("As for all: fill with the median", row.QuerySelector("option[selected]")?.TextContent);
    }

    [Fact]
    public void Choose_ForAll_ReportsNoColumn()
    {
        RenderPanel().Find("select[aria-label='Rule for all columns']").Change(nameof(MissingAction.SetAside));

        Assert.Equal([(null, new MissingRule(MissingAction.SetAside))], _changes);
    }

    [Fact]
    public void Choose_AValueForAColumn_WaitsUntilItIsTyped()
    {
        var panel = RenderPanel();

        panel.Find("select[aria-label='Rule for Age']").Change(nameof(MissingAction.Constant));
        Assert.Empty(_changes);
        panel.Find("input[type=text]").Change(" 40 ");

        Assert.Equal([("Age", new MissingRule(MissingAction.Constant, "40"))], _changes);
    }

    [Fact]
    public void Choose_AsForAll_TakesTheOwnRuleAway()
    {
        var own = new CleaningOptions() with { MissingByColumn = new CleaningOptions().MissingByColumn.With("Age", new MissingRule(MissingAction.Mean)) };

        RenderPanel(own).Find("select[aria-label='Rule for Age']").Change("");

        Assert.Equal([("Age", null)], _changes);
    }

    [Theory]
    [InlineData(true, "Keep, compare by the rest")]
    [InlineData(false, "Keep, compare by the rest (k-means only)")]
    public void Keep_IsOfferedWhereTheAlgorithmCanDoIt(bool canKeep, string label)
    {
        var panel = Render<MissingPanel>(p => p
            .Add(m => m.Cleaning, new CleaningOptions()).Add(m => m.Columns, [SmallData.Frame["Age"]]).Add(m => m.CanKeep, canKeep));

        var options = panel.FindAll("option[value=Keep]");
        Assert.Equal(2, options.Count);
        Assert.All(options, option => Assert.Equal((label, !canKeep), (option.TextContent, option.HasAttribute("disabled"))));
    }

    [Fact]
    public void Render_NothingMissing_SaysSo() =>
        Assert.Contains("No cell of the chosen features is missing", Render<MissingPanel>(p => p.Add(m => m.Cleaning, new CleaningOptions()).Add(m => m.Columns, [])).Markup, StringComparison.Ordinal);

    private IRenderedComponent<MissingPanel> RenderPanel(CleaningOptions? cleaning = null) => Render<MissingPanel>(p => p
        .Add(m => m.Cleaning, cleaning ?? new CleaningOptions()).Add(m => m.Columns, [SmallData.Frame["Age"]]).Add(m => m.OnChanged, _changes.Add));
}

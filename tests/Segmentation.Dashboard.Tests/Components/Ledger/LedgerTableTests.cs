using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class LedgerTableTests : ComponentTest
{
    private static readonly LedgerEntry s_missing = new("missing:Age", CleaningStep.MissingValues, "Age", "1 empty cell of Age was filled.", 1, 0, IsOn: true);

    [Fact]
    public void Render_AnEntry_SaysWhatWasDoneToHowMany()
    {
        var table = RenderTable(s_missing with { SetAside = 1200, Rows = 1500, Example = "n/a" });

        var cells = table.FindAll("tbody tr > *").Select(cell => cell.TextContent.Trim()).ToArray();
        Assert.Equal(["Missing values", "Age"], cells[..2]);
        Assert.Contains("1 empty cell of Age was filled.", cells[2], StringComparison.Ordinal);
        Assert.Contains("n/a", cells[2], StringComparison.Ordinal);
        Assert.Equal(["1,500", "1,200"], cells[3..5]);
    }

    [Fact]
    public void Switch_OfAnEntry_ReportsItsKey()
    {
        (string, bool)? switched = null;
        var table = Render<LedgerTable>(p => p.Add(t => t.Entries, [s_missing]).Add(t => t.OnSwitch, change => switched = change));

        table.Find("input[role=switch]").Change(false);

        Assert.Equal(("missing:Age", false), switched);
    }

    [Fact]
    public void Render_WhatCannotBeOtherwise_HasNoSwitch() =>
        Assert.Empty(RenderTable(s_missing with { CanSwitch = false }).FindAll("input"));

    [Fact]
    public void Render_StepsThatFoundNothing_StandApart()
    {
        var table = RenderTable(s_missing, new LedgerEntry("duplicates", CleaningStep.ExactDuplicates, null, "No row repeats.", 0, 0, true));

        Assert.Single(table.FindAll("tbody tr"));
        Assert.Equal("1 step found nothing", table.Find("summary").TextContent);
        Assert.Equal("No row repeats.", table.Find("details li").TextContent);
    }

    [Fact]
    public void Render_Nothing_SaysSo() => Assert.Contains("Nothing needed cleaning", RenderTable().Markup, StringComparison.Ordinal);

    [Fact]
    public void Render_AHostileColumn_IsText()
    {
        var table = RenderTable(s_missing with { Column = SmallData.Hostile + new string('x', 10_000), Example = SmallData.Hostile });

        Assert.Empty(table.FindAll("script, img"));
        Assert.True(table.Markup.Length < 5_000);
    }

    private IRenderedComponent<LedgerTable> RenderTable(params LedgerEntry[] entries) => Render<LedgerTable>(p => p.Add(t => t.Entries, entries));
}

using Bunit;
using Segmentation.Dashboard.Components.Customers;
using Segmentation.Dashboard.Components.Profiles;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Profiles;

public class WhyHereTests : ComponentTest
{
    private readonly BunitJSModuleInterop _module;

    public WhyHereTests()
    {
        _module = JSInterop.SetupModule("./Components/Profiles/WhyHereDialog.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_AFigure_ShowsBarsOnTheirSideWithTheirNumbers()
    {
        var view = Render<WhyHere>(p => p.Add(v => v.Figure, Figure("<b>Ann</b> is here.")));

        Assert.Equal("<b>Ann</b> is here.", view.Find(".answer").TextContent);
        Assert.Equal(["for", "against"], view.FindAll("rect").Select(bar => bar.ClassName));
        Assert.Equal([("0", "50"), ("-12.5", "12.5")], view.FindAll("rect").Select(bar => (bar.GetAttribute("x")!, bar.GetAttribute("width")!)));
        Assert.Equal(["+4", "−1", "+3"], view.FindAll("td.number:nth-child(3)").Select(cell => cell.TextContent));
        Assert.Equal(["10", "12", "92"], view.FindAll("tbody tr")[0].QuerySelectorAll("td.number").Skip(1).Select(cell => cell.TextContent));
    }

    [Fact]
    public void Render_NoRunnerUp_IsASentenceOnly() =>
        Assert.Empty(Render<WhyHere>(p => p.Add(v => v.Figure, Figure("Alone.") with { RunnerUp = null })).FindAll("table"));

    [Fact]
    public async Task Grid_ButtonOfARow_AsksForThatRow()
    {
        int? asked = null;
        var grid = Render<CustomersGrid>(p => p.Add(g => g.Snapshot, Snapshots.Two).Add(g => g.OnExplain, row => asked = row).Add(g => g.QuietPeriod, TimeSpan.Zero));

        grid.WaitForElement("button.why");
        await grid.InvokeAsync(() => grid.Find("[aria-label='Why is Customer Cem here?']").Click());

        Assert.Equal(2, asked);
        // Jo is set aside: there is nothing to explain.
        Assert.Equal(9, grid.FindAll("button.why").Count);
    }

    [Fact]
    public async Task Page_WhyHereOfARow_OpensTheDialogWithTheAnswer()
    {
        await OpenAsync("Name,Income,Score\nAnn,10,80\nBob,12,81\nCem,13,82\nDora,90,20\nEve,92,21\nFinn,95,22\n");
        var page = Render<Dashboard.Components.Pages.Segments>(p => p.AddCascadingValue(Session.Current));

        page.WaitForElement("button.why");
        await page.InvokeAsync(() => page.Find("button.why").Click());

        Assert.Single(_module.Invocations["open"]);
        Assert.Contains(" is in High score, low income and not in Low score, high income because of ", page.Find("dialog .answer").TextContent, StringComparison.Ordinal);
        await page.Find(".why-dialog .head button").ClickAsync(new());
        Assert.Single(_module.Invocations["close"]);
    }

    private static ExplanationFigure Figure(string sentence) => new(
        sentence, 1, "Segment 1", "Segment 2", "+3",
        [new ExplanationBar("Income", true, 1, "+4", "10", "12", "92"), new ExplanationBar("Score", false, 0.25, "−1", "80", "81", "20")]);
}

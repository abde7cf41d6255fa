using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Layout;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Layout;

public class ShellTests : BunitContext
{
    private readonly BunitJSModuleInterop _topBar;

    public ShellTests()
    {
        _topBar = JSInterop.SetupModule("./Components/Layout/TopBar.razor.js");
        _topBar.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Rail_OnAPage_MarksItAsCurrent()
    {
        Services.GetRequiredService<Bunit.TestDoubles.BunitNavigationManager>().NavigateTo("segments");

        var rail = Render<Rail>();

        Assert.Equal("Segments", rail.Find("a[aria-current=page] .rail-label").TextContent);
    }

    [Fact]
    public void Rail_PageThatIsNotThere_IsNoLinkAndSaysWhy()
    {
        var baskets = Render<Rail>().FindAll(".unavailable").Single(item => item.QuerySelector(".rail-label")!.TextContent == "Baskets");

        Assert.Null(baskets.GetAttribute("href"));
        Assert.Equal("true", baskets.GetAttribute("aria-disabled"));
        Assert.Contains("Needs order lines", baskets.QuerySelector("[role=tooltip]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Rail_PageThatNeedsAttention_HasADotWithItsReason()
    {
        var rail = Render<Rail>(p => p.Add(r => r.Items, RailItem.WithAttention("Data", "3 issues")));

        Assert.Equal("3 issues", rail.Find("a[href=data] .attention").TextContent);
        Assert.Single(rail.FindAll(".attention"));
    }

    [Fact]
    public void TopBar_OrderLines_SaysRows()
    {
        var bar = Render<TopBar>(p => p.Add(b => b.View, new TopBarView("lines.csv", 4338, 12) { Noun = RowNoun.Row }));

        Assert.Contains("4,338 rows", bar.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("customer", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void TopBar_FileOpen_SaysNameCustomersAndSetAside()
    {
        var bar = Render<TopBar>(p => p.Add(b => b.View, new TopBarView("<shop>.csv", 4338, 12)));

        Assert.Equal("<shop>.csv · 4,338 customers · 12 set aside", string.Concat(bar.FindAll(".what-is-open span").Select(span => span.TextContent)));
    }

    [Fact]
    public async Task TopBar_Report_IsAskedForOnceAndFetched()
    {
        var asked = 0;
        var bar = Render<TopBar>(p => p.Add(b => b.View, new TopBarView("a.csv", 3, 0, CanExport: true)).Add(b => b.OnReport, () => asked++));

        bar.FindAll("button").Single(button => button.TextContent.Contains("Report", StringComparison.Ordinal)).Click();
        await bar.Instance.DownloadAsync("exports/1");
        bar.Render(p => p.Add(b => b.View, new TopBarView("a.csv", 3, 0, CanExport: true) { IsReporting = true }));

        Assert.Equal(1, asked);
        Assert.Equal("exports/1", _topBar.Invocations["download"].Single().Arguments[0]);
        Assert.True(bar.FindAll("button").Single(button => button.TextContent.Contains("Writing", StringComparison.Ordinal)).HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(false, "undo")]
    [InlineData(true, "redo")]
    public async Task TopBar_Shortcut_DoesOnlyWhatCanBeDone(bool redo, string expected)
    {
        var asked = new List<string>();
        var bar = Render<TopBar>(p => p.Add(b => b.View, TopBarView.Empty).Add(b => b.OnUndo, () => asked.Add("undo")).Add(b => b.OnRedo, () => asked.Add("redo")));

        await bar.InvokeAsync(() => bar.Instance.OnShortcut(redo));
        Assert.Empty(asked);

        bar.Render(p => p.Add(b => b.View, new TopBarView("a", 1, 0, CanUndo: true, CanRedo: true)));
        await bar.InvokeAsync(() => bar.Instance.OnShortcut(redo));
        Assert.Equal([expected], asked);
    }

    [Theory]
    [InlineData(true, "The link was copied.")]
    [InlineData(false, "The browser did not allow copying. Copy the address from its address bar.")]
    public async Task TopBar_Share_SaysWhetherTheLinkWasCopied(bool copied, string said)
    {
        _topBar.Setup<bool>("copyAddress").SetResult(copied);
        var bar = Render<TopBar>(p => p.Add(b => b.View, TopBarView.Empty));

        await bar.Find(".share").ClickAsync(new());

        Assert.Equal(said, bar.Find("[role=status]").TextContent);
    }

    [Theory]
    [InlineData(0.0801, "exact · 0.08 s · k-means, k 5")]
    [InlineData(0.001, "exact · under 0.01 s · k-means, k 5")]
    [InlineData(12.34, "exact · 12.3 s · k-means, k 5")]
    public void StatusLine_Picture_SaysHowItCameAbout(double seconds, string expected) =>
        Assert.Equal(expected, Render<StatusLine>(p => p.Add(s => s.View, new StatusView("exact", TimeSpan.FromSeconds(seconds), "k-means, k 5"))).Find("p").TextContent);

    [Fact]
    public async Task StatusLine_Messages_AreCountedAndCanBeAskedFor()
    {
        var asked = 0;
        var line = Render<StatusLine>(p => p.Add(s => s.View, StatusView.Empty with { Messages = 2 }).Add(s => s.OnMessages, () => asked++));

        await line.Find("button").ClickAsync(new());

        Assert.Equal("2 messages", line.Find("button").TextContent.Trim());
        Assert.Equal(1, asked);
    }

    [Fact]
    public void WorkBar_Running_SaysHowFar()
    {
        var bar = Render<WorkBar>(p => p.Add(b => b.IsRunning, true).Add(b => b.Progress, 0.5));
        Assert.Equal("50", bar.Find("[role=progressbar]").GetAttribute("aria-valuenow"));

        bar.Render(p => p.Add(b => b.IsRunning, false));
        Assert.Empty(bar.FindAll("[role=progressbar]"));
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class ExplorePageTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task Bar_Clicked_FiltersTheOtherChartsAndIsAChip()
    {
        await using var visit = await OpenAsync();
        var age = Card(visit, "age").Locator(".summary");
        var before = await age.InnerTextAsync();

        await Card(visit, "income").Locator("button.slot").Last.ClickAsync();

        await Expect(Filter(visit).Locator(".chip")).ToHaveCountAsync(1);
        await Expect(Filter(visit).Locator(".left")).ToHaveTextAsync(new Regex(@"^\d+ of 303 customers"));
        await Expect(age).Not.ToHaveTextAsync(before);
        await Expect(Card(visit, "age").Locator(".all").First).ToBeAttachedAsync();

        await Filter(visit).GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove income") }).ClickAsync();
        await Expect(Filter(visit).Locator(".chip")).ToHaveCountAsync(0);
        await Expect(age).ToHaveTextAsync(before);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SetAside_AFilter_IsInTheLedgerAndTakenBackByUndo()
    {
        await using var visit = await OpenAsync();
        await Card(visit, "income").Locator("button.slot").Last.ClickAsync();
        await visit.Button("Set these aside").ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("set aside");
        await Expect(Filter(visit).Locator(".chip")).ToHaveCountAsync(0);

        await visit.GoAsync("Clean");
        var step = visit.Page.Locator(".ledger tr", new() { HasText = "Set aside by hand" });
        await Expect(step).ToContainTextAsync("income");
        await step.GetByRole(AriaRole.Switch).UncheckAsync();
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");

        var undo = visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Undo" });
        await undo.ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("set aside");
        await undo.ClickAsync();
        await Expect(step).ToHaveCountAsync(0);
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task OwnSegment_OfAFilter_IsAmongTheSegmentsUnderItsWords()
    {
        await using var visit = await OpenAsync();
        await Card(visit, "income").Locator("button.slot").Last.ClickAsync();
        var words = await Filter(visit).Locator(".chip-name").InnerTextAsync();
        await visit.Button("Make this a segment of its own").ClickAsync();
        await Expect(visit.Page.Locator(".steps-made .chip-name")).ToHaveTextAsync(words);
        await visit.IsExactAsync();

        await visit.GoAsync("Overview");
        await Expect(visit.Page.Locator(".page")).ToContainTextAsync(words);
        await visit.GoAsync("Explore");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove {words}" }).ClickAsync();
        await Expect(visit.Page.Locator(".steps-made")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ScatterMatrix_ACellClicked_FiltersByBothColumns()
    {
        await using var visit = await OpenAsync();
        var field = visit.Page.Locator(".matrix-scroll .cells").First;
        await field.ScrollIntoViewIfNeededAsync();

        // From the bottom left: the lowest values of both.
        await field.ClickAsync(new() { Position = new() { X = 20, Y = 100 } });

        await Expect(Filter(visit).Locator(".chip")).ToHaveCountAsync(2);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Keyboard_AColumnOpened_ItsBarsAreReached()
    {
        await using var visit = await OpenAsync();
        await Card(visit, "age").Locator("button.name").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var detail = visit.Page.Locator("section.detail");
        await Expect(detail.GetByRole(AriaRole.Row, new() { NameRegex = new("^Skew") })).ToBeVisibleAsync();

        await detail.Locator("button.slot").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");

        await Expect(Filter(visit).Locator(".chip")).ToContainTextAsync("age");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task BySegment_SwitchedOn_ShowsEachSegmentInEachColumn()
    {
        await using var visit = await OpenAsync();

        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "By segment" }).CheckAsync();

        await Expect(Card(visit, "income").Locator(".strips li").First).ToBeVisibleAsync();
        await Card(visit, "income").Locator(".strips button").First.ClickAsync();
        await Expect(Filter(visit).Locator(".chip")).ToContainTextAsync("Segment");
        await Expect(visit.Button("Set these aside")).ToBeDisabledAsync();
        Assert.Empty(visit.Complaints);
    }

    private static ILocator Card(Visit visit, string column) =>
        visit.Page.Locator("article.card", new() { Has = visit.Page.GetByRole(AriaRole.Button, new() { Name = column, Exact = true }) });

    private static ILocator Filter(Visit visit) => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Filter", Exact = true });

    private async Task<Visit> OpenAsync()
    {
        var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds()));
        await visit.GoAsync("Explore");
        await Expect(visit.Page.Locator(".matrix-scroll")).ToBeVisibleAsync();
        return visit;
    }
}

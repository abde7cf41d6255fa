using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class CleaningTests(DashboardServer server, Browser browser)
{
    private const string Threshold = "Too far begins at";

    [Fact]
    public async Task OutlierSlider_Moved_ChangesTheCountsAndTheFences()
    {
        await using var visit = await OpenAsync();
        var caught = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Values far from the rest" }).GetByRole(AriaRole.Status);
        await Expect(caught).ToHaveTextAsync("3 customers are beyond a fence");
        var fence = await visit.Page.Locator(".outlier-row").First.Locator("line.fence").Last.GetAttributeAsync("x1");

        await visit.Slider(Threshold).PressAsync("Home");

        await Expect(caught).Not.ToHaveTextAsync("3 customers are beyond a fence");
        await Expect(visit.Page.Locator(".outlier-row").First.Locator("line.fence").Last).Not.ToHaveAttributeAsync("x1", fence!);
        await visit.Slider(Threshold).PressAsync("End");
        await Expect(caught).ToHaveTextAsync(new Regex("No customer|^[0-3] customers? "));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task OutlierSlider_DraggedByMouse_CountsWhileTheButtonIsDown()
    {
        await using var visit = await OpenAsync();
        var caught = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Values far from the rest" }).GetByRole(AriaRole.Status);
        await Expect(caught).ToHaveTextAsync("3 customers are beyond a fence");
        await visit.Slider(Threshold).ScrollIntoViewIfNeededAsync();
        var box = (await visit.Slider(Threshold).BoundingBoxAsync())!;
        var y = box.Y + (box.Height / 2);

        // From 1.5 to the least: the thumb is 16 pixels wide, the track runs from 0.5 to 6.
        await visit.Page.Mouse.MoveAsync(box.X + 8 + ((box.Width - 16) / 5.5f), y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + 2, y, new() { Steps = 8 });
        await Expect(caught).Not.ToHaveTextAsync("3 customers are beyond a fence");
        await visit.Page.Mouse.UpAsync();

        await Expect(visit.Slider(Threshold)).ToHaveValueAsync("0.5");
    }

    [Fact]
    public async Task SetAside_ChosenSwitchedOffUndoneAndRedone_IsCountedInTheTopBar()
    {
        await using var visit = await OpenAsync();
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");

        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "What to do" }).GetByText("Set aside", new() { Exact = true }).ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("3 set aside");
        await Expect(visit.Page.Locator(".lead")).ToContainTextAsync("300 customers take part, 3 are set aside");

        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "Far from the rest, income" }).UncheckAsync();
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");
        await visit.Page.Locator("h1").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Open).ToContainTextAsync("3 set aside");
        await visit.Page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");

        var steps = visit.Page.GetByRole(AriaRole.Group, new() { Name = "What to do with it" });
        await steps.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("3 set aside");
        await steps.GetByRole(AriaRole.Button, new() { Name = "Redo" }).ClickAsync();
        await Expect(visit.Open).Not.ToContainTextAsync("set aside");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CustomersSetAside_AskedFor_AreListedWithTheReason()
    {
        await using var visit = await OpenAsync();
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "What to do" }).GetByText("Set aside", new() { Exact = true }).ClickAsync();

        await visit.Button("Show them").ClickAsync();

        var list = visit.Page.Locator("#set-aside");
        await Expect(list.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(list.Locator("tbody tr").Last).ToContainTextAsync("income");
    }

    [Fact]
    public async Task AllSetAside_ByAThreshold_SaysSoAndLeavesThePicture()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("tiny.csv", "a,b\n1,9\n2,8\n3,7\n4,6\n9,1\n"));
        await visit.GoAsync("Clean");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "Rule" }).GetByText("Percentiles", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "What to do" }).GetByText("Set aside", new() { Exact = true }).ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("set aside");

        await visit.Slider(Threshold).PressAsync("End");
        await visit.IsExactAsync();

        await Expect(visit.Open).ToContainTextAsync("5 customers");
        await Expect(visit.Page.Locator(".ledger")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds()));
        await visit.GoAsync("Clean");
        await Expect(visit.Page.Locator(".outlier-row").First).ToBeVisibleAsync();
        return visit;
    }
}

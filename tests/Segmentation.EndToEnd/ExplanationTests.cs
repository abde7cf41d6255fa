using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

/// <summary>Answers that are taken away: why a customer is where they are, and the report.</summary>
public sealed class ExplanationTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task WhyHere_OfARow_TellsAndCloses()
    {
        await using var visit = await OpenAsync();
        await visit.GoAsync("Segments");

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Why is Customer .* here") }).First.ClickAsync();

        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Why here?" });
        await Expect(dialog).ToContainTextAsync("because of");
        await Expect(dialog.Locator("tbody tr")).Not.ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Report_FromTheTopBar_OpensByItself()
    {
        await using var visit = await OpenAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Report" }).ClickAsync());

        Assert.Equal("kinds-report.html", download.SuggestedFilename);
        var page = await visit.Page.Context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.SetContentAsync(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Segments of kinds.csv" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Map of the segments" })).ToBeVisibleAsync();
        Assert.DoesNotContain(asked, address => address.StartsWith("http", StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("kinds.csv", Encoding.UTF8.GetBytes(Shops.FourKinds())));
        return visit;
    }
}

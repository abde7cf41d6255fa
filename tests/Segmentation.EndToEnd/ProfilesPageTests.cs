using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class ProfilesPageTests(DashboardServer server, Browser browser)
{
    private const string Hostile = "<b>VIPs</b> & co";

    [Fact]
    public async Task Rename_ShowsEverywhereAndInTheExport_StaysWhileKMoves_AndIsUndone()
    {
        await using var visit = await OpenAsync();
        var automatic = (await visit.Page.Locator(".card h2").First.TextContentAsync())!;
        var number = await NumberAsync(visit, 0);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Rename segment {number}," }).ClickAsync();
        await Expect(visit.Page.GetByLabel($"Name of segment {number}")).ToBeFocusedAsync();
        await visit.Page.GetByLabel($"Name of segment {number}").FillAsync(Hostile);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator(".card h2").First).ToHaveTextAsync(Hostile);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Rename segment {number}," })).ToBeFocusedAsync();
        var export = Csv.Parse((await visit.DownloadAsync(await visit.OpenExportAsync())).Bytes);
        Assert.All(export.Rows.Where(row => row[^4] == number), row => Assert.Equal(Hostile, row[^3]));
        Assert.Contains(export.Rows, row => row[^4] == number);

        await visit.GoAsync("Segments");
        await Expect(visit.Page.GetByLabel("Which customers").GetByRole(AriaRole.Option, new() { Name = Hostile })).ToHaveCountAsync(1);
        await visit.Slider("Segments").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.HasSegmentsAsync(5);
        await visit.GoAsync("Overview");
        await Expect(visit.Page.Locator(".card h2", new() { HasTextString = Hostile })).ToHaveCountAsync(1);

        await visit.Button("Undo").ClickAsync();
        await visit.HasSegmentsAsync(4);
        await visit.Button("Undo").ClickAsync();
        await Expect(visit.Page.Locator(".card h2").First).ToHaveTextAsync(automatic);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task NameAndNote_AfterAReload_AreStillThere()
    {
        await using var visit = await OpenAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("recipe=", StringComparison.Ordinal));
        var before = visit.Page.Url;
        var note = visit.Page.Locator(".card textarea").Nth(1);
        await note.FillAsync("ask them\nin May");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Button("Undo")).ToBeEnabledAsync();
        await visit.Page.WaitForURLAsync(url => url != before);

        await visit.Page.ReloadAsync();
        await visit.IsExactAsync();

        await Expect(note).ToHaveValueAsync("ask them\nin May");
    }

    [Fact]
    public async Task Compare_FromACard_PutsTwoSideBySide()
    {
        await using var visit = await OpenAsync();

        var (third, last) = (await NumberAsync(visit, 2), await NumberAsync(visit, 3));
        await visit.Page.Locator(".card").Nth(2).GetByRole(AriaRole.Button, new() { NameRegex = new("^Compare ") }).ClickAsync();

        await Expect(visit.Page.GetByLabel("Left segment")).ToHaveValueAsync(third);
        await visit.Page.GetByLabel("Right segment").SelectOptionAsync(last);
        await Expect(visit.Page.Locator("#compare [role=status]")).ToContainTextAsync("Compared with ");
        await Expect(visit.Page.Locator("#compare tbody tr")).Not.ToHaveCountAsync(0);
        var before = await visit.Page.Locator("#compare tbody td.numeric").Last.TextContentAsync();
        await visit.Button("Swap the two").ClickAsync();
        await Expect(visit.Page.GetByLabel("Left segment")).ToHaveValueAsync(last);
        await Expect(visit.Page.Locator("#compare tbody td.numeric").Last).Not.ToHaveTextAsync(before!);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Rule_Changed_ChangesTheSuggestionAndSaysWhich_AndCompareOpensFromTheOverview()
    {
        await using var visit = await OpenAsync();

        await visit.Button("Add a rule").ClickAsync();
        await Expect(visit.Page.Locator("#actions .rule")).ToHaveCountAsync(14);
        await visit.Page.GetByLabel("Rule 1, condition 1").SelectOptionAsync("Income");
        // No person is so quick that the next choice comes before this one is drawn.
        await Expect(visit.Page.Locator("#actions .rule").First).ToHaveAttributeAsync("aria-label", new Regex("^Rule 1: income"));
        await visit.Page.GetByLabel("Rule 1, action").SelectOptionAsync("Welcome");

        await Expect(visit.Page.Locator(".card .advice", new() { HasTextString = "Rule 1, income high" }).First).ToContainTextAsync("Welcome");
        await visit.Button("Back to the suggested rules").ClickAsync();
        await Expect(visit.Page.Locator(".card .advice", new() { HasTextString = "Welcome" })).ToHaveCountAsync(0);

        await visit.GoAsync("Overview");
        var second = await NumberAsync(visit, 1);
        await visit.Page.Locator(".card").Nth(1).GetByRole(AriaRole.Link, new() { NameRegex = new("^Compare ") }).ClickAsync();
        await Expect(visit.Page.GetByLabel("Left segment")).ToHaveValueAsync(second);
        Assert.Empty(visit.Complaints);
    }

    // Numbers stay with their segments, so that after others were looked at the third largest may be number five.
    private static async Task<string> NumberAsync(Visit visit, int card) =>
        (await visit.Page.Locator(".card").Nth(card).Locator(".segment-mark").TextContentAsync())!;

    private async Task<Visit> OpenAsync()
    {
        var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("kinds.csv", Encoding.UTF8.GetBytes(Shops.FourKinds())));
        await visit.GoAsync("Segments");
        await visit.SetSegmentsAsync(4);
        await visit.GoAsync("Profiles");
        await Expect(visit.Page.Locator("#actions")).ToBeVisibleAsync();
        return visit;
    }
}

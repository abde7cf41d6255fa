using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class DataPageTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task Role_Changed_IsUsedByTheSegments()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds()));
        await Expect(visit.Page.GetByLabel("Role of customer")).ToHaveValueAsync("Identifier");
        await Expect(visit.Status).ToContainTextAsync("4 features");

        await visit.Page.GetByLabel("Role of age").SelectOptionAsync("Ignored");
        await Expect(visit.Status).ToContainTextAsync("3 features");
        await visit.IsExactAsync();

        await visit.GoAsync("Segments");
        await Expect(visit.Chips().Locator(".chip-name")).ToHaveTextAsync(["income", "score", "visits"]);
        await visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(visit.Chips()).ToHaveCountAsync(4);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Page_OfAFile_ShowsTypesMissingSharesIssuesAndFirstRows()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("awkward.csv", Shops.Awkward()));

        var income = visit.Page.Locator("tr", new() { Has = visit.Page.GetByLabel("Role of income") });
        await Expect(income).ToContainTextAsync("whole number");
        await Expect(income).ToContainTextAsync("5");
        await Expect(income.Locator("svg")).ToBeVisibleAsync();
        var rows = visit.Page.GetByRole(AriaRole.Region, new() { Name = "First rows of the file" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        await Expect(rows.First).ToContainTextAsync("Customer 1");
    }

    [Fact]
    public async Task Workbook_AnotherSheetChosen_IsReadInstead()
    {
        var book = Workbooks.Of(
            ("Winter", Table(1, 40)),
            ("Summer", Table(7, 25)));
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("shop.xlsx", book));
        await Expect(visit.Open).ToContainTextAsync("40 customers");

        await visit.Page.GetByLabel("Sheet").SelectOptionAsync("Summer");
        await Expect(visit.Open).ToContainTextAsync("25 customers");
        await visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("40 customers");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Separator_ChosenWrong_CanBeTakenBack()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("pipes.csv", Shops.FourKinds().Replace(',', '|')));
        var separator = visit.Page.GetByLabel("Between cells");
        await Expect(separator.Locator("option").First).ToHaveTextAsync("Vertical bar");
        await Expect(visit.Page.Locator("div.fact", new() { HasText = "Columns" })).ToContainTextAsync("6");

        // Cut at commas the file is one column of text: that cannot be segmented, and what was there stays.
        await separator.SelectOptionAsync(",");
        await Expect(visit.Problem).ToContainTextAsync("No column of numbers");
        await Expect(visit.Page.Locator("div.fact", new() { HasText = "Columns" })).ToContainTextAsync("6");
        await visit.Problem.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(visit.Problem).ToBeHiddenAsync();

        await separator.SelectOptionAsync("|");
        await Expect(separator.Locator("option:checked")).ToHaveTextAsync(new Regex("Vertical bar \\(you\\)"));
        await visit.IsExactAsync();
        await Expect(visit.Open).ToContainTextAsync("303 customers");
    }

    private static object[][] Table(int seed, int rows) =>
        [["customer", "income", "score"], .. Enumerable.Range(1, rows).Select(i => new object[] { $"C{i}", 20 + (i * seed * 37 % 91), i * 53 % 100 })];
}

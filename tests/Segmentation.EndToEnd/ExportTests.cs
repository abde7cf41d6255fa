using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class ExportTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task Export_OfAwkwardCells_HoldsEveryRowInOrderAndOnlyDisarmsFormulas()
    {
        var file = Shops.Awkward();
        await using var visit = await OpenAsync("awkward.csv", file);

        var (name, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());

        Assert.Equal("awkward-segments.csv", name);
        Assert.False(bytes.AsSpan().StartsWith("\uFEFF"u8), "A byte order mark was not asked for.");
        Csv.Parse(bytes).HoldsAllOf(Csv.Parse(file), cell => cell.StartsWith('=') ? "'" + cell : cell);
    }

    [Fact]
    public async Task Export_WithCustomersSetAside_HoldsThemWithTheReason()
    {
        var file = Shops.FourKinds();
        await using var visit = await OpenAsync("kinds.csv", file);
        await visit.GoAsync("Clean");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "What to do" }).GetByText("Set aside", new() { Exact = true }).ClickAsync();
        await Expect(visit.Open).ToContainTextAsync("3 set aside");

        var (_, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());

        var export = Csv.Parse(bytes);
        export.HoldsAllOf(Csv.Parse(file));
        Assert.Equal(3, export.Column("set_aside").Count(reason => reason.Contains("income", StringComparison.Ordinal)));
        Assert.All(export.Column("set_aside").Take(300), reason => Assert.Empty(reason));
    }

    [Theory]
    [InlineData("Semicolon", ';')]
    [InlineData("Tab", '\t')]
    public async Task Export_WithAnotherSeparatorAndAMark_IsWrittenSo(string label, char separator)
    {
        var file = Shops.Awkward();
        await using var visit = await OpenAsync("awkward.csv", file);
        var dialog = await visit.OpenExportAsync();
        await dialog.GetByText(label, new() { Exact = true }).ClickAsync();
        await dialog.GetByLabel("For Excel").CheckAsync();
        await dialog.GetByLabel("Disarm formulas").UncheckAsync();

        var (_, bytes) = await visit.DownloadAsync(dialog);

        Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8), "The byte order mark is missing.");
        Csv.Parse(bytes, separator).HoldsAllOf(Csv.Parse(file));
    }

    [Fact]
    public async Task Export_OfChosenColumns_HoldsThoseAndTheAddedOnes()
    {
        await using var visit = await OpenAsync("kinds.csv", Shops.FourKinds());
        var dialog = await visit.OpenExportAsync();
        await dialog.GetByLabel("Only those I choose").CheckAsync();
        foreach (var column in new[] { "income", "age", "visits", "city" })
        {
            await dialog.GetByLabel(column, new() { Exact = true }).UncheckAsync();
        }

        var (_, bytes) = await visit.DownloadAsync(dialog);

        var export = Csv.Parse(bytes);
        Assert.Equal(["customer", "score", .. Exports.AddedColumns], export.Header);
        Assert.Equal(303, export.Rows.Count);
    }

    [Fact]
    public async Task SegmentCard_ExportPressed_HoldsJustItsCustomers()
    {
        await using var visit = await OpenAsync("kinds.csv", Shops.FourKinds());
        await visit.Page.Locator(".card").Nth(1).GetByRole(AriaRole.Button, new() { NameRegex = new("^Export the customers of ") }).ClickAsync();

        var (_, bytes) = await visit.DownloadAsync(await visit.ExportDialogAsync());

        var export = Csv.Parse(bytes);
        Assert.NotEmpty(export.Rows);
        Assert.All(export.Column("segment"), segment => Assert.Equal("2", segment));
    }

    private async Task<Visit> OpenAsync(string name, string text)
    {
        var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File(name, Encoding.UTF8.GetBytes(text)));
        return visit;
    }
}

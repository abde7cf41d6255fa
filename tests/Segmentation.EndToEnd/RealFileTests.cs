using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Segmentation.Core.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

/// <summary>The main job on files from the world, where they are at hand.</summary>
public sealed class RealFileTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task Mall_AtFiveUnscaled_ShowsThePublishedSizes()
    {
        await using var visit = await OpenAsync("Mall_Customers.csv", "200 customers");
        await visit.GoAsync("Segments");
        await visit.KeepFeaturesAsync("Annual Income (k$)", "Spending Score (1-100)");
        await visit.ScaleAsync("None");
        await visit.SetSegmentsAsync(5);

        // The published segments: shared/data/README.md, Mall_Customers.
        int[] sizes = [81, 39, 35, 23, 22];
        await visit.AllChartsShowAsync(5);
        Assert.Equal(sizes, await visit.ReadSizesAsync());
        var (_, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());
        var export = Csv.Parse(bytes);
        export.HoldsAllOf(Csv.Parse(File.ReadAllBytes(SharedData.Find("Mall_Customers.csv")!)));
        Assert.Equal(sizes, export.Column("segment").CountBy(segment => segment).Select(pair => pair.Value).OrderDescending());
    }

    // The smallest of six segments holds ten customers and is found again to .53: recomputed by bootstrap.
    [Fact]
    public async Task Mall_AtSixStandardised_WarnsOfTheSegmentOfTen_AndTheVerdictsDisagree()
    {
        await using var visit = await OpenAsync("Mall_Customers.csv", "200 customers");
        await visit.GoAsync("Segments");
        await visit.KeepFeaturesAsync("Annual Income (k$)", "Spending Score (1-100)");
        await visit.SetSegmentsAsync(6);

        var smallest = visit.Page.Locator(".sizes tbody tr").Last;
        await Expect(smallest.Locator(".badge")).ToContainTextAsync("do not trust", new() { Timeout = 120_000 });
        await Expect(smallest).ToContainTextAsync("10");
        await Expect(visit.Page.Locator(".sizes .badge.good")).ToHaveCountAsync(5);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "All verdicts" }).ClickAsync();
        await Expect(visit.Page.Locator(".verdicts .said")).ToContainTextAsync("gap says there may be no clusters at all", new() { Timeout = 120_000 });
        await visit.Page.GetByLabel("Silhouette says 5: choose 5 segments").ClickAsync();
        await visit.HasSegmentsAsync(5);
        await Expect(visit.Page.Locator(".title .changes")).ToContainTextAsync("went into");
        await visit.GoAsync("Overview");
        await Expect(visit.Page.Locator(".card .badge.good")).ToHaveCountAsync(5);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("marketing_campaign.csv", "2,240 customers")]
    [InlineData("marketing_campaign.xlsx", "2,240 customers")]
    public async Task Campaign_OpenedMovedAndExported_HoldsEveryRow(string file, string customers)
    {
        await using var visit = await OpenAsync(file, customers);
        await MoveAndExportAsync(visit, export =>
        {
            var table = SharedData.Find("marketing_campaign.csv");
            Assert.SkipWhen(table is null, "marketing_campaign.csv is not at hand.");
            export.HoldsAllOf(Csv.Parse(File.ReadAllBytes(table), '\t'));
        });
    }

    [Fact]
    public async Task OrderLines_OpenedMovedAndExported_HoldEveryRow()
    {
        await using var visit = await OpenAsync("online_retail.csv.gz", "541,909 rows");
        await MoveAndExportAsync(visit, export =>
        {
            using var unpacked = new StreamReader(new GZipStream(File.OpenRead(SharedData.Find("online_retail.csv.gz")!), CompressionMode.Decompress), Encoding.UTF8);

            // Spaces around a cell are padding to the reader.
            export.HoldsAllOf(Csv.Parse(unpacked.ReadToEnd()), cell => cell.Trim());
        });
    }

    private static async Task MoveAndExportAsync(Visit visit, Action<Csv> check)
    {
        await visit.GoAsync("Segments");
        await visit.SetSegmentsAsync(3);
        await visit.AllChartsShowAsync(3);
        await visit.SetSegmentsAsync(6);
        await visit.AllChartsShowAsync(6);

        var (_, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());

        check(Csv.Parse(bytes));
        Assert.Empty(visit.Complaints);
    }

    private async Task<Visit> OpenAsync(string file, string customers)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, $"{file} is not at hand.");
        var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(path);
        await Expect(visit.Open).ToContainTextAsync(customers);
        return visit;
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class FileDropTests(DashboardServer server, Browser browser)
{
    private const string Drop = ".file-drop input[type=file]";

    [Fact]
    public async Task FileChosen_ArrivesWholeOnTheServer()
    {
        var page = await browser.OpenAsync(address: server.Address);
        await using var context = page.Context;
        await UntilReadyAsync(page);

        var answer = await page.RunAndWaitForResponseAsync(() => page.SetInputFilesAsync(Drop, Shop(1000)), response => response.Url.Contains("/uploads", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        Assert.Equal("shop.csv", (await answer.JsonAsync())!.Value.GetProperty("name").GetString());
    }

    [Fact]
    public async Task UploadCancelled_ShowsItsProgressFirstAndLeavesNothing()
    {
        var page = await browser.OpenAsync(address: server.Address);
        await using var context = page.Context;
        await UntilReadyAsync(page);
        await SlowDownAsync(page);

        var file = Shop(200_000);
        await page.SetInputFilesAsync(Drop, file);
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "Sending shop.csv" })).ToBeVisibleAsync();
        var parts = Directory.GetFiles(server.UploadFolder, "*.part");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Choose a file" })).ToBeVisibleAsync();
        await Expect(page.Locator(".file-drop [role=alert]")).ToBeEmptyAsync();
        Assert.True(SpinWait.SpinUntil(() => !parts.Any(File.Exists), TimeSpan.FromSeconds(30)), "A part of the upload stayed on the server.");
        Assert.False(File.Exists(Path.Combine(server.UploadFolder, Convert.ToHexStringLower(SHA256.HashData(file.Buffer)))), "The upload was taken in.");
    }

    // The first picture replaces the page of the very first moment, and its drop field with it.
    private static async Task UntilReadyAsync(IPage page)
    {
        await Expect(page.Locator(".status-line")).ToContainTextAsync("k-means");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Choose a file" })).ToBeEnabledAsync();
    }

    private static async Task SlowDownAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = 100_000 });
    }

    private static FilePayload Shop(int customers) => new()
    {
        Name = "shop.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes("customer,income,score\n" + string.Concat(Enumerable.Range(1, customers).Select(i => $"{i},{20 + (i * 37 % 90)},{i * 53 % 100}\n"))),
    };
}

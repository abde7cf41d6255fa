using System.Buffers.Text;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class AddressTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task Reload_AndASecondTab_ShowTheSameRecipeAndSizes()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds()));
        await visit.GoAsync("Segments");
        await visit.KeepFeaturesAsync("income", "score");
        await visit.ScaleAsync("None");
        await visit.SetSegmentsAsync(6);
        await visit.AllChartsShowAsync(6);
        var sizes = await visit.ReadSizesAsync();
        var address = await AddressOfAsync(visit, 6);

        await visit.Page.ReloadAsync();
        await ShowsAsync(visit, sizes);
        var other = await visit.AnotherTabAsync(address);
        await ShowsAsync(other, sizes);

        Assert.Empty(visit.Complaints);
        Assert.Empty(other.Complaints);
    }

    [Fact]
    public async Task BackAndForward_AcrossPages_KeepFileAndRecipe()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds()));
        await visit.GoAsync("Segments");
        await visit.SetSegmentsAsync(7);
        await visit.GoAsync("Clean");
        await visit.GoAsync("Data");

        await visit.Page.GoBackAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Clean");
        await visit.Page.GoBackAsync();
        await visit.AllChartsShowAsync(7);
        await visit.Page.GoForwardAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Clean");

        await visit.IsOpenAsync("kinds.csv");
        await visit.HasSegmentsAsync(7);
        await AddressOfAsync(visit, 7);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("?recipe=AAAAthis-was-cut-off", "address does not hold a recipe")]
    [InlineData("?recipe=%22%3E%3Cscript%3Ewindow.__xss%3D1%3C%2Fscript%3E", "address does not hold a recipe")]
    [InlineData("?data=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "no longer on the server")]
    [InlineData("segments?data=..%2F..%2Fetc%2Fpasswd", "no longer on the server")]
    public async Task MangledAddress_Opened_ShowsTheSampleAndSaysWhy(string address, string reason)
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/{address}");

        await Expect(visit.Problem).ToContainTextAsync(reason);
        await visit.IsOpenAsync("sample shop");
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => '__xss' in window"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task UnknownPage_Opened_SaysSoAndLeadsBack()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        var answer = await visit.Page.GotoAsync($"{server.Address}/nowhere");
        Assert.Equal(404, answer!.Status);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the overview" }).ClickAsync();

        await Expect(visit.Page.Locator(".card").First).ToBeVisibleAsync();
    }

    private static async Task ShowsAsync(Visit visit, int[] sizes)
    {
        await visit.IsOpenAsync("kinds.csv");
        await visit.AllChartsShowAsync(sizes.Length);
        await Expect(visit.Chips()).ToHaveTextAsync([new Regex("^income"), new Regex("^score")]);
        await Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "None" })).ToBeCheckedAsync();
        Assert.Equal(sizes, await visit.ReadSizesAsync());
    }

    // The address follows a moment after the picture.
    private static async Task<string> AddressOfAsync(Visit visit, int segments)
    {
        await visit.Page.WaitForURLAsync(address => address.Contains("data=", StringComparison.Ordinal)
            && RecipeIn(address).Contains($"\"clusterCount\":{segments}", StringComparison.OrdinalIgnoreCase));
        return visit.Page.Url;
    }

    private static string RecipeIn(string address)
    {
        if (Regex.Match(address, "recipe=([^&]+)") is not { Success: true } match)
        {
            return "";
        }

        using var unpacked = new StreamReader(new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(match.Groups[1].Value)), CompressionMode.Decompress));
        return unpacked.ReadToEnd();
    }
}

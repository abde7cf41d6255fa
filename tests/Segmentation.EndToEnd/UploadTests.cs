using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class UploadTests(DashboardServer server, Browser browser)
{
    private const string Payload = "<img src=x onerror=\"window.__xss=1\"><script>window.__xss=1</script>";

    /// <summary>A file's name, its content, and a part of what must be said about it.</summary>
    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "empty.csv", [], "empty" },
        { "header.csv", "customer,income,score\n"u8.ToArray(), "no rows of data" },
        { "picture.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 1], "a picture, not a table" },
        { "noise.csv", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 167 % 256))], "not a table" },
        { "report.csv", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"u8.ToArray(), "PDF" },
        { "days.csv", "day\n2024-01-31\n2024-02-01\n2024-02-17\n"u8.ToArray(), "No column of numbers" },
        { "broken.xlsx", [(byte)'P', (byte)'K', 3, 4, .. new byte[200]], "broken" },
        { "cut.csv.gz", CutOff(), "damaged or was cut off" },
    };

    [Fact]
    public async Task FileDropped_AnywhereOnThePage_BecomesSegments()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);

        await visit.DropFileAsync("dropped.csv", Shops.FourKinds());

        await visit.IsOpenAsync("dropped.csv");
        await Expect(visit.Open).ToContainTextAsync("303 customers");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("303");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task BadFile_Chosen_SaysWhyAndLeavesThePictureThatWasThere(string name, byte[] content, string reason)
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        var cards = visit.Page.Locator(".card h2");
        var before = await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).TextContentAsync();

        await visit.ChooseFileAsync(Shops.File(name, content));

        await Expect(visit.Problem.Or(visit.Page.Locator(".file-drop [role=alert]:not(:empty)"))).ToContainTextAsync(reason);
        await Expect(visit.Open).ToContainTextAsync("sample shop · 2,400 customers");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(before!);
        await Expect(cards).Not.ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task GoodFile_AfterABadOne_TakesTheMessageAwayAndIsShown()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        await visit.ChooseFileAsync(Shops.File("empty.csv", ""));
        await Expect(visit.Problem).ToBeVisibleAsync();

        await visit.OpenFileAsync(Shops.File("good.csv", Shops.FourKinds()));

        await Expect(visit.Problem).ToBeHiddenAsync();
    }

    [Fact]
    public async Task UnclosedQuote_InTheFile_IsSaidAndTheRestIsRead()
    {
        var lines = Shops.FourKinds(0).Split('\n');
        lines[20] = lines[20].Replace("Bonn", "\"Bonn", StringComparison.Ordinal).Replace("Köln", "\"Köln", StringComparison.Ordinal);
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/data");

        await visit.OpenFileAsync(Shops.File("quote.csv", string.Join('\n', lines)));

        await Expect(visit.Open).ToContainTextAsync("300 customers");
        await Expect(visit.Page.Locator("#issues")).ToContainTextAsync(new Regex("quote", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task HtmlInNamesAndCells_OnEveryPage_IsTextAndDoesNotRun()
    {
        var quoted = $"\"{Payload.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var text = new StringBuilder($"id,{quoted},<b>score</b>,city\n");
        for (var i = 0; i < 90; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i},{i % 3 * 40},{i % 7},{(i % 2 == 0 ? quoted : "<i>x</i>")}\n");
        }

        await using var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("<img src=x onerror=window.__xss=1>.csv", text.ToString()), "90 customers");
        await Expect(visit.Page.Locator(".card").First).ToContainTextAsync("<img src=x");
        foreach (var page in new[] { "Data", "Clean", "Segments" })
        {
            await visit.GoAsync(page);
            await Expect(visit.Page.Locator("main")).ToContainTextAsync("<img src=x");
        }

        await visit.SetSegmentsAsync(3);
        await visit.OpenExportAsync();

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => '__xss' in window"), "A script of the file ran.");
        Assert.Equal(0, await visit.Page.Locator("img[src=x]").CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SameBytes_UnderAnotherName_AreShownUnderThatName()
    {
        await using var one = await Visit.ToAsync(browser, server.Address);
        await one.OpenFileAsync(Shops.File("january.csv", Shops.FourKinds(farOut: 4)));

        await using var other = await Visit.ToAsync(browser, server.Address);
        await other.OpenFileAsync(Shops.File("february.csv", Shops.FourKinds(farOut: 4)));

        await Expect(one.Open).ToContainTextAsync("january.csv");
    }

    [Fact]
    public async Task TwoTabs_UploadingAtOnce_EachShowsItsOwnFile()
    {
        await using var one = await Visit.ToAsync(browser, server.Address);
        await using var other = await one.AnotherTabAsync(server.Address);

        await Task.WhenAll(
            one.ChooseFileAsync(Shops.File("one.csv", Shops.FourKinds(farOut: 1))),
            other.ChooseFileAsync(Shops.File("other.csv", Shops.FourKinds(farOut: 2))));

        await one.IsOpenAsync("one.csv");
        await other.IsOpenAsync("other.csv");
        await Expect(one.Open).ToContainTextAsync("301 customers");
        await Expect(other.Open).ToContainTextAsync("302 customers");
    }

    private static byte[] CutOff()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Shops.FourKinds()));
        }

        return packed.ToArray()[..(int)(packed.Length / 2)];
    }
}

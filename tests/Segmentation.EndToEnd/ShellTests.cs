using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class ShellTests(DashboardServer server, Browser browser)
{
    public static TheoryData<int, bool> WidthsAndThemes => new() { { 1280, false }, { 1280, true }, { 400, false }, { 400, true } };

    [Theory]
    [MemberData(nameof(WidthsAndThemes))]
    public async Task FirstVisit_AtEveryWidthInEveryTheme_ShowsTheShellWithoutErrorsOrBarriers(int width, bool dark)
    {
        var page = await browser.OpenAsync(width, 800, dark);
        await using var context = page.Context;
        var complaints = Complaints(page);

        await page.GotoAsync(server.Address);
        await Expect(page.Locator(".status-line")).ToContainTextAsync("k-means");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToBeVisibleAsync();

        var axe = await page.RunAxe();
        var barriers = axe.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}");
        Assert.Empty(barriers);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints) + "\n" + server.Output);
        Assert.Equal(dark ? "dark" : "light", await page.EvaluateAsync<string>("document.documentElement.dataset.theme"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
    }

    [Fact]
    public async Task ThemeButton_Pressed_IsRememberedAfterReload()
    {
        var page = await browser.OpenAsync(address: server.Address);
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark theme" }).ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Fact]
    public async Task SkipLink_Pressed_MovesFocusToThePageAndLeavesTheAddressAlone()
    {
        var page = await browser.OpenAsync(address: server.Address);
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Skip to the page" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#page")).ToBeFocusedAsync();
        Assert.Equal("", new Uri(page.Url).Fragment);
        Assert.Equal("/", new Uri(page.Url).AbsolutePath);
    }

    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add($"{request.Url} {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        return complaints;
    }
}

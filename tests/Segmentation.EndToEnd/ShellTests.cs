using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class ShellTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task ThemeButton_Pressed_IsRememberedAfterReload()
    {
        var page = await browser.OpenAsync(address: server.Address);
        await using var context = page.Context;

        await page.GetByRole(AriaRole.Button, new() { Name = "Light or dark theme" }).ClickAsync();
        await page.ReloadAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.GotoAsync($"{server.Address}/segments");
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
}

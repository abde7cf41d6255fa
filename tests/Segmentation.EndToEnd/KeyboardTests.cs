using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class KeyboardTests(DashboardServer server, Browser browser)
{
    private const int MostStops = 120;

    [Fact]
    public async Task Keyboard_Alone_GoesToSegmentsMovesTheSliderAndExports()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        var keyboard = visit.Page.Keyboard;
        await visit.Page.EvaluateAsync("() => document.activeElement?.blur()");

        await TabToAsync(visit, visit.Page.Locator(".rail a", new() { HasText = "Segments" }));
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".scatter-host.js-plotly-plot")).ToBeVisibleAsync();
        var slider = visit.Slider("Segments");
        var before = int.Parse(await slider.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await TabToAsync(visit, slider);
        await keyboard.PressAsync("ArrowRight");
        await visit.AllChartsShowAsync(before + 1);
        await keyboard.PressAsync("PageUp");
        await Expect(slider).Not.ToHaveValueAsync($"{before + 1}");
        await visit.AllChartsShowAsync(int.Parse(await slider.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture));

        var export = visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Export" });
        await TabToAsync(visit, export, backwards: true);
        await keyboard.PressAsync("Enter");
        var dialog = await visit.ExportDialogAsync();
        await keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(export).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        await TabToAsync(visit, dialog.GetByRole(AriaRole.Button, new() { Name = "Download" }));
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => keyboard.PressAsync("Enter"));

        Assert.Equal("sample shop-segments.csv", download.SuggestedFilename);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SkipLink_ReachedByTab_LeadsToThePage()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/clean");
        await visit.Page.EvaluateAsync("() => { document.activeElement?.blur(); getSelection().removeAllRanges(); }");

        await TabToAsync(visit, visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skip to the page" }), backwards: true);
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Skip to the page" })).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#page")).ToBeFocusedAsync();
    }

    private static async Task TabToAsync(Visit visit, ILocator target, bool backwards = false)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await visit.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab does not lead to {target}.");
    }
}

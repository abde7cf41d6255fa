using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class AccessibilityTests(DashboardServer server, Browser browser)
{
    public static TheoryData<int, bool> WidthsAndThemes => new() { { 1280, false }, { 1280, true }, { 400, false }, { 400, true } };

    [Theory]
    [MemberData(nameof(WidthsAndThemes))]
    public async Task EveryPage_AtEveryWidthInEveryTheme_HasNoBarriersAndDoesNotScrollSideways(int width, bool dark)
    {
        await using var visit = await Visit.ToAsync(browser, server.Address, width, dark);
        Assert.Equal(dark ? "dark" : "light", await visit.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        var found = new List<string>();
        await LookAsync(visit, "Overview", found);

        await visit.GoAsync("Data");
        await Expect(visit.Page.GetByText("Counting")).ToHaveCountAsync(0);
        await LookAsync(visit, "Data", found);

        await visit.GoAsync("Clean");
        await visit.Page.GetByText("Own rule").First.ClickAsync();
        await Expect(visit.Page.Locator(".outlier-row .own")).ToBeVisibleAsync();
        await visit.Page.GetByText("Merge by hand").ClickAsync();
        await LookAsync(visit, "Clean", found);

        await visit.GoAsync("Explore");
        await Expect(visit.Page.Locator(".matrix-scroll")).ToBeVisibleAsync();
        await LookAsync(visit, "Explore", found);
        await visit.Page.Locator("article.card button.name").Nth(1).ClickAsync();
        await visit.Page.Locator("section.detail button.slot").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Switch, new() { Name = "By segment" }).CheckAsync();
        await Expect(visit.Page.Locator(".strips").First).ToBeVisibleAsync();
        await LookAsync(visit, "Explore, filtered", found);

        await visit.GoAsync("Features");
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Expression" }).FillAsync("1 + i");
        await Expect(visit.Page.Locator("[role=option]").First).ToBeVisibleAsync();
        await LookAsync(visit, "Features", found);

        await visit.GoAsync("Segments");
        await visit.Page.GetByText("More", new() { Exact = true }).ClickAsync();
        await visit.Chips().Locator(".chip-name").First.ClickAsync();
        await visit.Features().GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await LookAsync(visit, "Segments", found);
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.GoAsync("Profiles");
        await Expect(visit.Page.Locator("#actions")).ToBeVisibleAsync();
        foreach (var chart in new[] { "Heat map", "Snake plot", "Parallel", "Radar", "One column" })
        {
            await visit.Page.Locator(".charts").GetByText(chart, new() { Exact = true }).ClickAsync();
            await LookAsync(visit, $"Profiles, {chart}", found);
        }

        await visit.GoAsync("Segments");
        await visit.Page.Locator(".algorithm select").SelectOptionAsync("Hierarchy");
        await Expect(visit.Slider("Cut of the tree")).ToBeVisibleAsync();
        await LookAsync(visit, "Dendrogram", found);

        var dialog = await visit.OpenExportAsync();
        await dialog.GetByLabel("Only those I choose").CheckAsync();
        await LookAsync(visit, "Export", found);

        Assert.True(found.Count == 0, string.Join("\n", found));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ProblemBanner_InEitherTheme_HasNoBarriers()
    {
        var found = new List<string>();
        foreach (var dark in new[] { false, true })
        {
            await using var visit = await Visit.ToAsync(browser, $"{server.Address}/?recipe=cut", dark: dark);
            await Expect(visit.Problem).ToBeVisibleAsync();
            await LookAsync(visit, "Problem", found);
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    private static async Task LookAsync(Visit visit, string where, List<string> found)
    {
        var axe = await visit.Page.RunAxe();
        found.AddRange(axe.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Take(3).Select(node => $"{where}: {violation.Id}: {node.Html}")));
        var widest = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");
        if (widest > 0)
        {
            found.Add($"{where}: scrolls sideways by {widest} pixels");
        }

        // What scrolls within the shell must not do so sideways either.
        found.AddRange((await visit.Page.EvaluateAsync<string[]>(
            """
            () => {
              const shell = document.querySelector('.shell-scroll'), edge = shell.getBoundingClientRect().right + 1;
              return shell.scrollWidth <= shell.clientWidth ? [] : [...shell.querySelectorAll('*')]
                .filter(element => element.getBoundingClientRect().right > edge && !element.closest('.table-scroll, .scroller, .visually-hidden'))
                .slice(-3).map(element => `${shell.scrollWidth - shell.clientWidth} px: ${element.outerHTML.slice(0, 150)}`);
            }
            """)).Select(element => $"{where}: scrolls sideways within the shell by {element}"));
    }
}

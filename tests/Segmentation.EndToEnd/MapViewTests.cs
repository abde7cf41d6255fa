using Microsoft.Playwright;
using Xunit;

namespace Segmentation.EndToEnd;

/// <summary>Other views of the map: drawn in the background, given up, and kept while segments change.</summary>
public sealed class MapViewTests(DashboardServer server, Browser browser)
{
    private const string PlacesScript = "() => [...document.querySelector('.scatter-host').data.find(trace => (trace.x?.length ?? 0) > 1).x.slice(0, 50)].join()";

    [Fact]
    public async Task Mds_ReplacesTheComponents_KeepsThePlaceOfEverybodyWhileKMoves_AndGoesAgain()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await visit.SetSegmentsAsync(3);
        await visit.AllChartsShowAsync(3);
        var components = await visit.Page.EvaluateAsync<string>(PlacesScript);

        await visit.Page.GetByText("MDS", new() { Exact = true }).ClickAsync();
        await visit.Page.WaitForFunctionAsync($"before => ({PlacesScript})() !== before", components, new PageWaitForFunctionOptions { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.Locator(".map .note")).ToContainTextAsync("distances between groups");
        var view = await visit.Page.EvaluateAsync<string>(PlacesScript);
        await visit.SetSegmentsAsync(6);
        await visit.AllChartsShowAsync(6);

        Assert.Equal(view, await visit.Page.EvaluateAsync<string>(PlacesScript));
        await visit.Page.GetByText("2D", new() { Exact = true }).ClickAsync();
        await visit.Page.WaitForFunctionAsync($"before => ({PlacesScript})() === before", components);
    }

    [Fact]
    public async Task Tsne_CanBeStopped()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");

        await visit.Page.GetByText("t-SNE", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true }).First.ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("Drawing t-SNE")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByText("across", new() { Exact = true })).ToBeVisibleAsync();
    }
}

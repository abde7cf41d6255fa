using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class FirstVisitTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task FirstVisit_NothingChosen_ShowsTheSampleInSegmentsWithASliderToDrag()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        await Expect(visit.Open).ToContainTextAsync("sample shop · 2,400 customers");
        var cards = await visit.Page.Locator(".card").CountAsync();
        Assert.InRange(cards, 2, 20);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"{cards} segments");
        await Expect(visit.Page.Locator(".scatter-host.js-plotly-plot")).ToBeVisibleAsync();

        await visit.GoAsync("Segments");
        await visit.AllChartsShowAsync(cards);

        await Expect(visit.Slider("Segments")).ToHaveValueAsync($"{cards}");
        Assert.Equal(2400, (await visit.ReadSizesAsync()).Sum());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SegmentCard_ListPressed_ListsItsCustomersOnTheSegmentsPage()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        var size = (await visit.Page.Locator(".card").Nth(1).Locator("p.number").Last.TextContentAsync())!.Split(' ')[0];

        await visit.Page.Locator(".card").Nth(1).GetByRole(AriaRole.Link, new() { NameRegex = new("^List the customers of ") }).ClickAsync();

        await Expect(visit.Page.Locator(".customers [role=status]")).ToContainTextAsync($"{size} of 2,400");
        await Expect(visit.Page.GetByLabel("Which customers")).ToHaveValueAsync("2");
    }

    [Fact]
    public async Task MapOnHover_PointedAt_SaysWhoTheCustomerIs()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        var tip = visit.Page.Locator(".scatter-tip");
        var place = await visit.Page.WaitForFunctionAsync(
            """
            () => {
              const map = document.querySelector('.scatter-host.js-plotly-plot');
              if (!map?._fullLayout?._size) { return null; }
              const { xaxis, yaxis } = map._fullLayout, area = map.getBoundingClientRect(), [trace] = map.data;
              return [area.left + xaxis._offset + xaxis.l2p(trace.x[0]), area.top + yaxis._offset + yaxis.l2p(trace.y[0])];
            }
            """);
        var at = await place.JsonValueAsync<float[]>();

        await visit.Page.Mouse.MoveAsync(at[0] - 20, at[1]);
        await visit.Page.Mouse.MoveAsync(at[0], at[1], new() { Steps = 5 });

        await Expect(tip).ToContainTextAsync("Customer");
    }

    [Fact]
    public async Task UploadScript_LaterThanTheFirstPicture_StillTakesFiles()
    {
        var (visit, script) = await Visit.WithoutScriptAsync(browser, server.Address, "FileDrop");
        await using var tab = visit;
        await Expect(visit.Page.Locator(".card").First).ToBeVisibleAsync();

        script.SetResult();

        await Expect(visit.Button("Choose a file")).ToBeEnabledAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("Slider")]
    [InlineData("ScatterChart")]
    [InlineData("PlotlyChart")]
    public async Task Script_LaterThanThePageIsLeft_DisturbsNothing(string name)
    {
        var (visit, script) = await Visit.WithoutScriptAsync(browser, $"{server.Address}/segments", name);
        await using var tab = visit;
        await Expect(visit.Slider("Segments")).ToBeVisibleAsync();
        await visit.GoAsync("Data");

        script.SetResult();

        await visit.GoAsync("Segments");
        await visit.SetSegmentsAsync(4);
        await visit.AllChartsShowAsync(4);
        Assert.Empty(visit.Complaints);
    }
}

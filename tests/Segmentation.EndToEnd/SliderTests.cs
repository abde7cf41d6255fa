using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class SliderTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task SegmentsSlider_MovedByKeys_RedrawsScatterElbowProfilesAndSizes()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        var slider = visit.Slider("Segments");
        var k = int.Parse(await slider.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await slider.PressAsync("ArrowRight");
        await visit.AllChartsShowAsync(k + 1);
        await slider.PressAsync("Home");
        await visit.AllChartsShowAsync(2);
        await slider.PressAsync("PageUp");
        await Expect(slider).Not.ToHaveValueAsync("2");
        await visit.AllChartsShowAsync(int.Parse(await slider.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture));
        await slider.PressAsync("End");
        await visit.AllChartsShowAsync(20);

        Assert.Equal(2400, (await visit.ReadSizesAsync()).Sum());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SegmentsSlider_DraggedByMouse_RedrawsWhileTheButtonIsDownAndIsOneStepOfUndo()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        var before = int.Parse(await visit.Slider("Segments").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        var box = (await visit.Slider("Segments").BoundingBoxAsync())!;
        var (from, to, y) = (Along(box, before), Along(box, 12), box.Y + (box.Height / 2));

        await visit.Page.Mouse.MoveAsync(from, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(to, y, new() { Steps = 12 });
        await visit.AllChartsShowAsync(12);
        await visit.Page.Mouse.UpAsync();

        await Expect(visit.Slider("Segments")).ToHaveValueAsync("12");
        await visit.AllChartsShowAsync(12);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task SegmentsSlider_TypedAndDoubleClicked_GoesThereAndBackToTheSuggestion()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        var suggested = await visit.Slider("Segments").InputValueAsync();

        await visit.Page.GetByLabel("Segments, typed").FillAsync("9");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.AllChartsShowAsync(9);
        await visit.Slider("Segments").DblClickAsync(new() { Position = new() { X = 2, Y = 8 } });

        await visit.AllChartsShowAsync(int.Parse(suggested, System.Globalization.CultureInfo.InvariantCulture));
        await visit.Page.GetByLabel("Choose for me").CheckAsync();
        await Expect(visit.Page.GetByLabel("Choose for me")).ToBeCheckedAsync();
        await Expect(visit.Slider("Segments")).ToHaveValueAsync(suggested);
    }

    [Fact]
    public async Task ElbowPoint_Clicked_SetsTheNumberOfSegments()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await Expect(visit.Page.Locator(".elbow .js-plotly-plot")).ToBeVisibleAsync();
        var place = await visit.Page.WaitForFunctionAsync(
            """
            () => {
              const chart = document.querySelector('.elbow .js-plotly-plot'), at = chart.data[0].x.indexOf(8);
              if (at < 0 || chart.data[0].x.length < 20) { return null; }
              const { xaxis, yaxis } = chart._fullLayout, area = chart.getBoundingClientRect();
              return [area.left + xaxis._offset + xaxis.l2p(8), area.top + yaxis._offset + yaxis.l2p(chart.data[0].y[at])];
            }
            """);
        var point = await place.JsonValueAsync<float[]>();

        await visit.Page.Mouse.MoveAsync(point[0] - 6, point[1] - 6);
        await visit.Page.Mouse.MoveAsync(point[0], point[1], new() { Steps = 3 });
        // Plotly clicks on what it hovers over, and looks at the mouse only now and then.
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.elbow .js-plotly-plot')._hoverdata?.[0]?.x === 8");
        await visit.Page.Mouse.ClickAsync(point[0], point[1]);

        await visit.AllChartsShowAsync(8);
    }

    [Fact]
    public async Task FourKinds_AtFourUnscaled_ShowsTheSizesTheyWereMadeWith()
    {
        await using var visit = await Visit.ToAsync(browser, server.Address);
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds(farOut: 0)));
        await visit.GoAsync("Segments");
        await visit.KeepFeaturesAsync("income", "score");
        await visit.ScaleAsync("None");
        await visit.SetSegmentsAsync(4);

        await visit.AllChartsShowAsync(4);
        Assert.Equal(Shops.KindSizes, await visit.ReadSizesAsync());
    }

    // The middle of a thumb of 16 pixels at k of 2 to 20.
    private static float Along(LocatorBoundingBoxResult box, int k) => box.X + 8 + ((box.Width - 16) * (k - 2) / 18);
}

using Xunit;

namespace Segmentation.EndToEnd;

/// <summary>The map hands colours straight to Plotly's scene. What is then on the canvas must be what Plotly itself would have drawn.</summary>
public sealed class MapColourTests(DashboardServer server, Browser browser)
{
    // The pixels of the map's canvases, kept in the page under a name.
    private const string KeepPixelsScript = """
        name => {
          const layers = [...document.querySelectorAll('.scatter-host canvas')].filter(canvas => canvas.width > 0);
          const copy = Object.assign(document.createElement('canvas'), { width: layers[0].width, height: layers[0].height });
          const context = copy.getContext('2d');
          context.fillStyle = 'white'; // the colour of what is nearly transparent means nothing
          context.fillRect(0, 0, copy.width, copy.height);
          layers.forEach(layer => context.drawImage(layer, 0, 0));
          (window.kept ??= {})[name] = context.getImageData(0, 0, copy.width, copy.height).data;
        }
        """;

    private const string FarthestScript = "([a, b]) => window.kept[a].reduce((most, value, i) => Math.max(most, Math.abs(value - window.kept[b][i])), 0)";

    // The colours that cover more than a few pixels: a map that was shifted by part of a pixel has the same.
    private const string MainColoursScript = """
        name => {
          const seen = new Map(), pixels = window.kept[name];
          for (let i = 0; i < pixels.length; i += 4) {
            const colour = [...pixels.subarray(i, i + 3)].map(value => value >> 3).join();
            seen.set(colour, (seen.get(colour) ?? 0) + 1);
          }
          return [...seen].sort((a, b) => b[1] - a[1]).slice(0, 7).map(([colour]) => colour).sort();
        }
        """;

    private const string RangeScript = "() => document.querySelector('.scatter-host')._fullLayout.xaxis.range";

    private const string CornerOpacityScript = """
        async base64 => {
          const image = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), character => character.charCodeAt(0))]));
          const context = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, 1, 1).data[3];
        }
        """;

    [Fact]
    public async Task Recoloured_ByTheSlider_IsWhatAWholeRedrawShows()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await visit.SetSegmentsAsync(3);
        await visit.AllChartsShowAsync(3);
        await KeepAsync(visit, "three");
        await visit.SetSegmentsAsync(7);
        await visit.AllChartsShowAsync(7);
        await KeepAsync(visit, "seven");

        await RedrawAsync(visit);
        await KeepAsync(visit, "redrawn");

        // A colour's share of 85 % may be rounded to either side.
        Assert.InRange(await FarthestAsync(visit, "seven", "redrawn"), 0, 2);
        Assert.InRange(await FarthestAsync(visit, "three", "seven"), 50, 255);
    }

    [Fact]
    public async Task Recoloured_ThenResized_KeepsTheNewColours()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await visit.SetSegmentsAsync(6);
        await visit.AllChartsShowAsync(6);

        await visit.Page.SetViewportSizeAsync(1100, 760);
        await visit.Page.WaitForFunctionAsync("() => { const map = document.querySelector('.scatter-host'); return map._fullLayout.width === map.clientWidth; }");
        await KeepAsync(visit, "resized");
        await RedrawAsync(visit);
        await KeepAsync(visit, "redrawn");

        Assert.Equal(await MainColoursAsync(visit, "redrawn"), await MainColoursAsync(visit, "resized"));
    }

    [Fact]
    public async Task Redrawn_WhileZoomed_StaysZoomed()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await visit.SetSegmentsAsync(4);
        await visit.AllChartsShowAsync(4);
        var whole = await visit.Page.EvaluateAsync<double[]>(RangeScript);
        await visit.Page.Locator(".scatter-host").ScrollIntoViewIfNeededAsync();
        var area = (await visit.Page.Locator(".scatter-host").BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(area.X + (0.3f * area.Width), area.Y + (0.3f * area.Height));
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(area.X + (0.7f * area.Width), area.Y + (0.7f * area.Height), new() { Steps = 8 });
        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForFunctionAsync($"whole => ({RangeScript})()[0] !== whole", whole[0]);
        var zoomed = await visit.Page.EvaluateAsync<double[]>(RangeScript);

        await RedrawAsync(visit);

        Assert.Equal(zoomed, await visit.Page.EvaluateAsync<double[]>(RangeScript));
    }

    [Fact]
    public async Task SavedAsAnImage_BringsItsGround()
    {
        await using var visit = await Visit.ToAsync(browser, $"{server.Address}/segments", dark: true);
        await visit.AllChartsShowAsync(await visit.Sizes.CountAsync());

        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.Locator(".scatter-host [data-title='Save as an image']").ClickAsync());
        var image = Convert.ToBase64String(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));

        Assert.Equal(255, await visit.Page.EvaluateAsync<int>(CornerOpacityScript, image));
    }

    private static async Task KeepAsync(Visit visit, string name) => await visit.Page.EvaluateAsync(KeepPixelsScript, name);

    private static Task<int> FarthestAsync(Visit visit, string one, string other) => visit.Page.EvaluateAsync<int>(FarthestScript, new[] { one, other });

    private static Task<string[]> MainColoursAsync(Visit visit, string name) => visit.Page.EvaluateAsync<string[]>(MainColoursScript, name);

    // A change of theme draws everything again, also when the theme is the same.
    private static async Task RedrawAsync(Visit visit) => await visit.Page.EvaluateAsync(
        """
        () => new Promise(resolve => {
          const drawn = event => event.detail === 'Map of customers' && (document.removeEventListener('chart-drawn', drawn), resolve());
          document.addEventListener('chart-drawn', drawn);
          document.dispatchEvent(new Event('theme-changed'));
        })
        """);
}

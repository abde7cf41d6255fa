using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

/// <summary>One person's tab: what they see of the dashboard, and what the browser complained about meanwhile.</summary>
public sealed partial class Visit : IAsyncDisposable
{
    private const string FileInput = ".file-drop input[type=file]";

    private Visit(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Add(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors on the console and scripts that failed.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What is on screen, in words: <c>exact · 0.02 s · k-means, k 5, 6 features, standard scaling · seed 1</c>.</summary>
    public ILocator Status => Page.Locator(".status-line .recipe");

    /// <summary>What is open: its name, its customers, how many of them are set aside.</summary>
    public ILocator Open => Page.Locator(".top-bar .what-is-open");

    /// <summary>The banner that says why something could not be done.</summary>
    public ILocator Problem => Page.Locator(".problem-banner");

    /// <summary>Customers per segment, the largest first, on the Segments page.</summary>
    public ILocator Sizes => Page.Locator(".sizes td.size .number:not(.soft)");

    /// <summary>Opens the address and waits for the first picture.</summary>
    public static async Task<Visit> ToAsync(Browser browser, string address, int width = 1280, bool dark = false)
    {
        var visit = new Visit(await browser.OpenAsync(width, 800, dark));
        await visit.Page.GotoAsync(address);
        await visit.IsExactAsync();
        return visit;
    }

    /// <summary>Opens the address while one of the page's scripts stays away until it is released.</summary>
    public static async Task<(Visit Visit, TaskCompletionSource Script)> WithoutScriptAsync(Browser browser, string address, string script)
    {
        var visit = new Visit(await browser.OpenAsync());
        var arrival = new TaskCompletionSource();
        await visit.Page.RouteAsync($"**/{script}.razor*.js*", async route =>
        {
            await arrival.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(address);
        await visit.IsExactAsync();
        return (visit, arrival);
    }

    /// <summary>Another tab of the same person.</summary>
    public async Task<Visit> AnotherTabAsync(string address)
    {
        var visit = new Visit(await Page.Context.NewPageAsync());
        await visit.Page.GotoAsync(address);
        await visit.IsExactAsync();
        return visit;
    }

    public async Task IsExactAsync() => await Expect(Status).ToHaveTextAsync(Exact());

    /// <summary>Waits until so many segments are on screen.</summary>
    public async Task HasSegmentsAsync(int count) => await Expect(Status).ToHaveTextAsync(new Regex($"^exact .*k-means, k {count},"));

    /// <summary>Goes to a page of the rail.</summary>
    public async Task GoAsync(string page)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" }).GetByRole(AriaRole.Link, new() { Name = page }).ClickAsync();
        await Expect(Page.Locator(".rail [aria-current=page]")).ToContainTextAsync(page);
        if (page == "Segments")
        {
            await Expect(Page.Locator(".scatter-host.js-plotly-plot")).ToBeVisibleAsync();
            await Expect(Page.Locator(".elbow .js-plotly-plot")).ToBeVisibleAsync();
        }
    }

    /// <summary>Chooses a file in the dialog of the page on screen.</summary>
    public async Task ChooseFileAsync(FilePayload file)
    {
        await CanUploadAsync();
        await Page.SetInputFilesAsync(FileInput, file);
    }

    /// <summary>Chooses a file and waits until it is what is on screen, which its name shows or what else is said.</summary>
    public async Task OpenFileAsync(FilePayload file, string? sign = null)
    {
        await ChooseFileAsync(file);
        await IsOpenAsync(sign ?? file.Name);
    }

    /// <summary>Chooses a file of the disk and waits until it is what is on screen.</summary>
    public async Task OpenFileAsync(string path)
    {
        await CanUploadAsync();
        await Page.SetInputFilesAsync(FileInput, path);
        await IsOpenAsync(Path.GetFileName(path));
    }

    /// <summary>Drops a file of text on the page, as from a folder's window.</summary>
    public async Task DropFileAsync(string name, string text)
    {
        await CanUploadAsync();
        await Page.EvaluateAsync(
            """
            ([name, text]) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], name, { type: 'text/csv' }));
              for (const type of ['dragenter', 'dragover', 'drop']) {
                document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
              }
            }
            """,
            new[] { name, text });
    }

    public async Task IsOpenAsync(string name)
    {
        await Expect(Open).ToContainTextAsync(name);
        await IsExactAsync();
    }

    /// <summary>How many colours the points of the map have now.</summary>
    public Task<int> ColoursOnMapAsync() =>
        Page.EvaluateAsync<int>("() => new Set(document.querySelector('.scatter-host').data[0].marker.color).size");

    /// <summary>Waits until scatter, elbow, profiles and sizes all show so many segments.</summary>
    public async Task AllChartsShowAsync(int segments)
    {
        await HasSegmentsAsync(segments);
        await Expect(Sizes).ToHaveCountAsync(segments);
        await Expect(Page.Locator(".profile .heat tbody tr")).ToHaveCountAsync(segments);
        await Page.WaitForFunctionAsync(
            """
            count => {
              const setAside = 20; // the colour behind those of the segments
              const map = document.querySelector('.scatter-host'), elbow = document.querySelector('.elbow .js-plotly-plot');
              const drawn = new Set([...map?.data?.[0].marker.color ?? []].filter(colour => colour !== setAside)).size;
              return drawn === count && elbow?.layout?.shapes?.[0].x0 === count;
            }
            """,
            segments);
    }

    public async Task<int[]> ReadSizesAsync() =>
        [.. (await Sizes.AllTextContentsAsync()).Select(text => int.Parse(text.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];

    public ILocator Button(string name, bool exact = false) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public ILocator Slider(string name) => Page.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private async Task CanUploadAsync() => await Expect(Button("Choose a file")).ToBeEnabledAsync();

    [GeneratedRegex("^exact ")]
    private static partial Regex Exact();
}

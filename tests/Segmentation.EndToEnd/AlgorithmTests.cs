using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class AlgorithmTests(DashboardServer server, Browser browser)
{
    private static readonly (string Value, string Name)[] s_algorithms =
    [
        ("KMedoids", "k-medoids"), ("GaussianMixture", "Gaussian mixture"), ("Hierarchy", "Ward linkage"),
        ("Hdbscan", "HDBSCAN"), ("KPrototypes", "k-prototypes"), ("BisectingKMeans", "Bisecting k-means"),
    ];

    [Fact]
    public async Task EveryAlgorithm_Chosen_ChangesMapProfilesAndExport()
    {
        await using var visit = await OpenAsync(segments: 7);
        await visit.AddFeatureAsync("Region");
        await visit.HasSegmentsAsync(7);
        var before = await ReadAsync(visit);

        foreach (var (value, name) in s_algorithms)
        {
            await ChooseAsync(visit, value, name);
            await visit.Page.WaitForFunctionAsync("before => [...document.querySelector('.scatter-host').data[0].marker.color].join() !== before", before.Colours);
            var after = await ReadAsync(visit);

            Assert.NotEqual(before.Profiles, after.Profiles);
            Assert.NotEqual(before.Segments, after.Segments);
            Assert.Equal(2400, (await visit.ReadSizesAsync()).Sum());
            Assert.Equal(await visit.Sizes.CountAsync(), after.Segments.Distinct().Count());
            before = after;
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Hdbscan_SmallestSegmentMoved_FindsAnotherNumber_AndListsTheUnassigned()
    {
        await using var visit = await OpenAsync(segments: 3);
        await ChooseAsync(visit, "Hdbscan", "HDBSCAN");
        await Expect(visit.Slider("Segments")).ToHaveCountAsync(0);
        await Expect(visit.Status).ToHaveTextAsync(new Regex("^exact .*HDBSCAN, k 5,"));
        await Expect(visit.Page.Locator(".segments .badge").First).ToContainTextAsync("checking");

        await visit.Page.GetByLabel("Which customers").SelectOptionAsync("Unassigned");
        await Expect(visit.Page.Locator(".customers tbody .segment").First).ToContainTextAsync("Unassigned");
        await visit.Page.GetByLabel("Smallest segment, typed").FillAsync("2");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Status).Not.ToHaveTextAsync(new Regex("HDBSCAN, k 5,"));
        await visit.IsExactAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Mixture_ExportedWithMemberships_HasOnePerSegment()
    {
        await using var visit = await OpenAsync(segments: 3);
        await ChooseAsync(visit, "GaussianMixture", "Gaussian mixture");
        await Expect(visit.Page.Locator(".elbow .ytitle")).ToHaveTextAsync("BIC");
        var dialog = await visit.OpenExportAsync();
        await dialog.GetByLabel("Memberships").CheckAsync();

        var (_, bytes) = await visit.DownloadAsync(dialog);

        Assert.Equal(["membership_1", "membership_2", "membership_3"], Csv.Parse(bytes).Header[^3..]);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Dendrogram_CutDraggedAndStepped_SetsTheNumberOfSegments_AndADragIsOneStepOfUndo()
    {
        await using var visit = await OpenAsync(segments: 3);
        await ChooseAsync(visit, "Hierarchy", "Ward linkage");
        var cut = visit.Slider("Cut of the tree");
        await Expect(cut).ToHaveAttributeAsync("aria-valuenow", "3");
        await Expect(visit.Page.Locator(".dendrogram .plot[data-ready]")).ToBeVisibleAsync();
        var line = (await cut.BoundingBoxAsync())!;
        var (x, y) = (line.X + (line.Width / 2), line.Y + (line.Height / 2));

        await visit.Page.Mouse.MoveAsync(x, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(x, y + 40, new() { Steps = 10 });
        await Expect(cut).Not.ToHaveAttributeAsync("aria-valuenow", "3");
        await visit.Page.Mouse.MoveAsync(x, y + 400, new() { Steps = 10 });
        await HasAsync(20);
        await visit.Page.Mouse.UpAsync();
        await HasAsync(20);

        await visit.Button("Undo").ClickAsync();
        await HasAsync(3);
        await cut.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await HasAsync(4);
        await visit.Page.Keyboard.PressAsync("Home");
        await HasAsync(2);
        Assert.Empty(visit.Complaints);

        async Task HasAsync(int count)
        {
            await Expect(visit.Status).ToHaveTextAsync(new Regex($"^exact .*Ward linkage, k {count},"));
            await Expect(cut).ToHaveAttributeAsync("aria-valuenow", $"{count}");
            await Expect(visit.Sizes).ToHaveCountAsync(count);
        }
    }

    private async Task<Visit> OpenAsync(int segments)
    {
        var visit = await Visit.ToAsync(browser, $"{server.Address}/segments");
        await visit.SetSegmentsAsync(segments);
        return visit;
    }

    private static async Task ChooseAsync(Visit visit, string value, string name)
    {
        await visit.Page.Locator(".algorithm select").SelectOptionAsync(value);
        await Expect(visit.Status).ToHaveTextAsync(new Regex($"^exact .*{name}, k "), new() { Timeout = 30_000 });
    }

    private static async Task<(string Colours, string Profiles, string[] Segments)> ReadAsync(Visit visit)
    {
        var colours = await visit.Page.EvaluateAsync<string>("() => [...document.querySelector('.scatter-host').data[0].marker.color].join()");
        var profiles = await visit.Page.Locator(".profile .heat tbody").InnerTextAsync();
        var (_, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());
        return (colours, profiles, [.. Csv.Parse(bytes).Column("segment")]);
    }
}

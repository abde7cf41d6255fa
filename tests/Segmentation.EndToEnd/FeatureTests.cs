using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class FeatureTests(DashboardServer server, Browser browser)
{
    [Fact]
    public async Task FeatureChips_RemovedAndAdded_ChangeWhatIsClustered()
    {
        await using var visit = await OpenAsync();
        var profiles = visit.Page.Locator(".profile .heat thead th[title]");
        await Expect(profiles).ToHaveTextAsync(["income", "score", "age", "visits"]);

        await visit.RemoveFeatureAsync("age");
        await Expect(profiles).ToHaveTextAsync(["income", "score", "visits"]);
        await Expect(visit.Status).ToContainTextAsync("3 features");
        await visit.AddFeatureAsync("city");
        await Expect(visit.Status).ToContainTextAsync("4 features");
        await Expect(profiles).ToHaveCountAsync(5);

        await visit.KeepFeaturesAsync("score");
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove score" })).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Weight_TakenToNothing_LeavesTheFeatureOutOfAccount()
    {
        await using var visit = await OpenAsync();
        await visit.KeepFeaturesAsync("income", "score", "age");
        await visit.SetSegmentsAsync(4);
        await visit.Features().GetByRole(AriaRole.Button, new() { Name = "age", Exact = true }).ClickAsync();
        await visit.Slider("Weight of age").PressAsync("Home");

        await Expect(visit.Chips().Filter(new() { HasText = "age" })).ToContainTextAsync("age × 0");
        await visit.IsExactAsync();

        // Income and score alone make the four kinds.
        await Expect(visit.Sizes).ToHaveTextAsync(Shops.KindSizes.Select(size => $"{size}"));
    }

    [Fact]
    public async Task Logarithm_Ticked_IsInTheChipAndTheProfilesStayInTheFilesUnit()
    {
        await using var visit = await OpenAsync();
        await visit.Features().GetByRole(AriaRole.Button, new() { Name = "visits", Exact = true }).ClickAsync();

        await visit.Features().GetByLabel("Logarithm").First.CheckAsync();

        await Expect(visit.Chips().Filter(new() { HasText = "visits" })).ToContainTextAsync("log visits");
        await visit.IsExactAsync();
        await visit.Page.GetByText("Bars", new() { Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".profile .bars section").Last).ToContainTextAsync("average of all");
    }

    [Fact]
    public async Task Scaling_Changed_RegroupsTheCustomers()
    {
        await using var visit = await OpenAsync();
        foreach (var scaling in new[] { "Robust", "Min–max", "None", "Standard" })
        {
            await visit.ScaleAsync(scaling);
        }

        await Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Standard" })).ToBeCheckedAsync();
        await visit.Page.Locator(".top-bar").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(visit.Status).ToHaveTextAsync(new Regex("no scaling"));
    }

    [Fact]
    public async Task Lasso_DrawnAroundAKind_ListsAndExportsJustThose()
    {
        await using var visit = await OpenAsync();
        await visit.KeepFeaturesAsync("income", "score");
        await visit.Page.GetByLabel("across").SelectOptionAsync("income");
        await visit.Page.GetByLabel("up").SelectOptionAsync("score");
        await Expect(visit.Page.Locator(".scatter-host .xtitle")).ToHaveTextAsync("income");
        await visit.Page.GetByRole(AriaRole.Group, new() { Name = "What dragging does" }).GetByText("Lasso").ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.scatter-host')._fullLayout.dragmode === 'lasso'");

        await DrawAsync(visit, (75, 75), (105, 75), (105, 105), (75, 105), (75, 76));

        // The fourth kind, income and score about 90, and nobody else.
        await Expect(visit.Page.Locator(".customers [role=status]")).ToHaveTextAsync("40 of 300");
        await Expect(visit.Page.Locator(".customers .chip")).ToContainTextAsync("Selection: 40");
        await visit.Button("Export these").ClickAsync();
        var (name, bytes) = await visit.DownloadAsync(await visit.ExportDialogAsync());
        var inside = Csv.Parse(Shops.FourKinds(0)).Rows.Where(row => int.Parse(row[1], null) > 75 && int.Parse(row[2], null) > 75).Select(row => row[0]);
        Assert.Equal(inside, Csv.Parse(bytes).Column("customer"));
        Assert.Equal("kinds-selection.csv", name);

        await visit.Button("Clear selection").ClickAsync();
        await Expect(visit.Page.Locator(".customers [role=status]")).ToHaveTextAsync("300 of 300");
        Assert.Empty(visit.Complaints);
    }

    // Drags through places given in the units of the axes.
    private static async Task DrawAsync(Visit visit, params (double X, double Y)[] corners)
    {
        var places = await visit.Page.EvaluateAsync<float[][]>(
            """
            corners => {
              const map = document.querySelector('.scatter-host'), { xaxis, yaxis } = map._fullLayout, area = map.getBoundingClientRect();
              return corners.map(([x, y]) => [area.left + xaxis._offset + xaxis.l2p(x), area.top + yaxis._offset + yaxis.l2p(y)]);
            }
            """,
            corners.Select(corner => new[] { corner.X, corner.Y }).ToArray());
        await visit.Page.Mouse.MoveAsync(places[0][0], places[0][1]);
        await visit.Page.Mouse.DownAsync();
        foreach (var place in places)
        {
            await visit.Page.Mouse.MoveAsync(place[0], place[1], new() { Steps = 6 });
        }

        await visit.Page.Mouse.UpAsync();
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("kinds.csv", Shops.FourKinds(farOut: 0)));
        await visit.GoAsync("Segments");
        return visit;
    }
}

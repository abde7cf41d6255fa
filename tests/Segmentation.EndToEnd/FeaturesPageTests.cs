using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Segmentation.EndToEnd;

public sealed class FeaturesPageTests(DashboardServer server, Browser browser)
{
    private const string Hostile = "<img src=x onerror=alert(1)>";

    [Fact]
    public async Task AColumn_TypedByKeyboardWithTheList_IsAFeature_AndUndoTakesItBack()
    {
        await using var visit = await OpenAsync();
        await Expect(Lead(visit)).ToContainTextAsync("4 features, none made");
        var box = Box(visit);
        await box.ClickAsync();

        await box.PressSequentiallyAsync("inc");
        await Expect(Options(visit).First).ToContainTextAsync("income");
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("income");
        await box.PressSequentiallyAsync(" * 2 + ");
        await Expect(Options(visit)).ToHaveCountAsync(0);
        await box.PressAsync("Control+Space");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator("[role=option][aria-selected=true]")).ToContainTextAsync("score");
        await box.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("income * 2 + score");
        await Expect(visit.Page.Locator(".preview tbody tr")).ToHaveCountAsync(8);

        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Hostile);
        await visit.Button("Add column").ClickAsync();

        await Expect(Lead(visit)).ToContainTextAsync("5 features, 1 made");
        await Expect(visit.Page.Locator(".derived tbody tr th")).ToHaveTextAsync(Hostile);
        await Expect(box).ToHaveValueAsync("");
        await visit.Page.Locator("h1").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(Lead(visit)).ToContainTextAsync("4 features, none made");
        await Expect(visit.Page.Locator(".derived tbody tr")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task AnError_IsUnderlinedWhereItIs_AndNothingCanBeAdded()
    {
        await using var visit = await OpenAsync();
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Pay");

        await Box(visit).FillAsync("income + scroe");

        await Expect(visit.Page.Locator(".said")).ToHaveTextAsync("Character 10: There is no column scroe. Did you mean score?");
        var (wrong, box) = ((await visit.Page.Locator(".wrong").BoundingBoxAsync())!, (await Box(visit).BoundingBoxAsync())!);
        // Nine characters of the box's own font, behind its padding and border.
        var wide = await Box(visit).EvaluateAsync<double>("box => { const c = document.createElement('canvas').getContext('2d'); c.font = getComputedStyle(box).font; return c.measureText('income + ').width; }");
        Assert.Equal(box.X + 9 + wide, wrong.X, 1.0);
        await Expect(visit.Button("Add column")).ToBeDisabledAsync();
        await Box(visit).FillAsync("income + score");
        await Expect(visit.Button("Add column")).ToBeEnabledAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task AColumn_EditedRenamedExportedAndRemoved_IsAColumnLikeAnyOther()
    {
        await using var visit = await OpenAsync();
        await AddAsync(visit, "Pay", "income / visits");
        await AddAsync(visit, "Double", "Pay * 2");
        await Expect(visit.Button("Remove Pay")).ToBeDisabledAsync();

        await visit.Button("Edit Pay").ClickAsync();
        await Expect(Box(visit)).ToHaveValueAsync("income / visits");
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Pay per visit");
        await visit.Button("Save").ClickAsync();

        await Expect(visit.Page.Locator(".derived code").Last).ToHaveTextAsync("[Pay per visit] * 2");
        var (_, bytes) = await visit.DownloadAsync(await visit.OpenExportAsync());
        var export = Csv.Parse(bytes);
        Assert.Contains("Pay per visit", export.Header);
        Assert.Equal(
            export.Column("Pay per visit").Select(cell => 2 * double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)),
            export.Column("Double").Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)));
        await visit.Button("Remove Double").ClickAsync();
        await visit.Button("Remove Pay per visit").ClickAsync();
        await Expect(Lead(visit)).ToContainTextAsync("4 features, none made");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task ASuggestion_TakenByOneClick_IsInTheAddress_AndOfferedNoMore()
    {
        await using var visit = await OpenAsync("id,MntWine,MntMeat,MntFish\n" + string.Concat(Enumerable.Range(1, 60).Select(id => $"{id},{id % 7 * 20},{id % 5 * 30},{id % 11 * 9}\n")));

        await visit.Button("Add Total spend").ClickAsync();

        await Expect(Lead(visit)).ToContainTextAsync("4 features, 1 made");
        await Expect(visit.Button("Add Total spend")).ToHaveCountAsync(0);
        await Expect(visit.Page).ToHaveURLAsync(new Regex("recipe="));
        var again = await visit.AnotherTabAsync(visit.Page.Url);
        await Expect(again.Page.Locator(".derived code")).ToHaveTextAsync("MntWine + MntMeat + MntFish");
        Assert.Empty(again.Complaints);
        Assert.Empty(visit.Complaints);
    }

    private static ILocator Lead(Visit visit) => visit.Page.Locator(".lead");

    private static ILocator Box(Visit visit) => visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Expression" });

    private static ILocator Options(Visit visit) => visit.Page.Locator("[role=option]");

    private static async Task AddAsync(Visit visit, string name, string expression)
    {
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Box(visit).FillAsync(expression);
        await visit.Button("Add column").ClickAsync();
        await Expect(visit.Page.Locator(".derived tbody th", new() { HasText = name })).ToHaveCountAsync(1);
        await visit.IsExactAsync();
    }

    private async Task<Visit> OpenAsync(string? text = null)
    {
        var visit = await Visit.ToAsync(browser, $"{server.Address}/data");
        await visit.OpenFileAsync(Shops.File("kinds.csv", text ?? Shops.FourKinds()));
        await visit.GoAsync("Features");
        // A page takes the focus to its heading when it comes.
        await Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        return visit;
    }
}

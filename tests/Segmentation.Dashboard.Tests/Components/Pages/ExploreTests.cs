using Bunit;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Pages;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Pages;

public class ExploreTests : ComponentTest
{
    private static readonly string s_csv = "Id,Age,Income,Town,Empty\n"
        + string.Concat(Enumerable.Range(1, 40).Select(id => $"{1000 + id},{(id == 4 ? "" : 20 + (id % 23))},{50 + (id % 7) + (id % 23)},{(id % 3 == 0 ? "Leeds" : id % 3 == 1 ? "York" : SmallData.Hostile)},\n"));

    [Fact]
    public void Render_BeforeTheFirstPicture_Waits() =>
        Assert.Contains("Getting the data ready", Render<Explore>(p => p.AddCascadingValue(new SessionState())).Find(".page-wait").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Render_AFile_SaysFirstWhatStandsOut()
    {
        var page = await OpenPageAsync();

        Assert.Matches("go together most.*Empty is missing most often", page.Find(".lead").TextContent);
        Assert.Equal(5, page.FindAll("article.card").Count);
        Assert.Contains("Every cell", page.Find(".cards").TextContent.Replace("every cell", "Every cell", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script"));
    }

    [Fact]
    public async Task Bar_Clicked_FiltersEveryChartAndCanBeTakenBack()
    {
        var page = await OpenPageAsync();

        await Card(page, "Town").QuerySelector("li button")!.ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains(" of 40 customers", page.Find(".left").TextContent, StringComparison.Ordinal));

        Assert.StartsWith("Remove Town is", page.Find(".chip-remove").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.NotEmpty(Card(page, "Age").QuerySelectorAll(".all"));
        await page.Find(".chip-remove").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".chip")));
    }

    [Fact]
    public async Task MissingCells_UnderARange_AreToldAndNotLostSilently()
    {
        var page = await OpenPageAsync();

        await Card(page, "Age").QuerySelector("button.slot")!.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("1 more has no value there and is not among them", page.Find(".left").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SetAside_TheFilter_IsAStepOfTheRecipeAndClearsTheFilter()
    {
        var page = await OpenPageAsync();
        await Card(page, "Town").QuerySelector("li button")!.ClickAsync(new());
        await Button(page, "Set these aside").ClickAsync(new());

        Assert.Equal("Town is York", Assert.Single(Session.Current.Recipe.Cleaning.SetAside).Words);
        Assert.Equal(14, Session.Current.Snapshot!.Cleaning.SetAside.Count);
        await page.InvokeAsync(Session.UndoAsync);
        Assert.Empty(Session.Current.Recipe.Cleaning.SetAside);
    }

    [Fact]
    public async Task OwnSegment_TheFilter_IsASegmentUnderItsWords()
    {
        var page = await OpenPageAsync();
        await Card(page, "Town").QuerySelector("li button")!.ClickAsync(new());
        await Button(page, "Make this a segment of its own").ClickAsync(new());

        var own = Session.Current.Snapshot!.Profiles.Single(profile => profile.IsOwn);
        Assert.Equal(("Town is York", 14), (own.Name, own.Size));
        Assert.Equal(3, Session.Current.Recipe.Clustering.ClusterCount);
    }

    [Fact]
    public async Task Name_Clicked_OpensTheFiguresOfTheColumn()
    {
        var page = await OpenPageAsync();

        await Card(page, "Income").QuerySelector("button.name")!.ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".figures th[scope=row]"), row => row.TextContent.Contains("Skew", StringComparison.Ordinal)));
        Assert.NotEmpty(page.FindAll(".detail svg.box-plot"));
        Assert.All(page.FindAll(".detail button.slot"), slot => Assert.Equal("0", slot.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task BySegment_SwitchedOn_ShowsAStripForEach()
    {
        var page = await OpenPageAsync();

        await page.Find("input[role=switch]").ChangeAsync(new() { Value = true });

        page.WaitForAssertion(() => Assert.Equal(2, Card(page, "Age").QuerySelectorAll(".strips li").Length));
        await Card(page, "Age").QuerySelector(".strips button")!.ClickAsync(new());
        page.WaitForAssertion(() => Assert.True(Button(page, "Set these aside").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Pair_OfTheMap_ShowsItsTable()
    {
        var page = await OpenPageAsync();
        page.WaitForElement(".map-scroll td button");

        await page.FindAll(".map-scroll td button").First(cell => cell.GetAttribute("aria-label")!.StartsWith("Age and Town", StringComparison.Ordinal)).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("correlation ratio", page.Find(".pair .sentence").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Text_OfTheFile_IsNeverMarkup()
    {
        var page = await OpenPageAsync();

        Assert.Empty(page.FindAll("img"));
        Assert.Contains("<script>", Card(page, "Town").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_CategoriesOnly_HasNoScatterAndNoError()
    {
        var csv = "A,B\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{(row % 2 == 0 ? "x" : "y")},{(row % 3 == 0 ? "p" : "q")}\n"));
        await OpenAsync(csv, SmallData.Recipe with { Features = new FeatureOptions { Chosen = [new FeatureChoice("A"), new FeatureChoice("B")] } });
        var page = Show();

        page.WaitForAssertion(() => Assert.Contains("Chi-square", page.Find(".pair").TextContent, StringComparison.Ordinal));
        Assert.Contains("Two columns are needed", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No cell is missing", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilterBar_NoRowLeft_OffersNoStep()
    {
        var page = await OpenPageAsync();
        var filter = new RowFilter([new CategoryChoice("Town", ["York"]), new MissingCell("Income")]);
        await page.InvokeAsync(() => Exploring.ShowAsync(Session.Current.Snapshot!, new ExploreQuery { Filter = filter }));

        page.WaitForAssertion(() => Assert.Contains("0 of 40", page.Find(".left").TextContent, StringComparison.Ordinal));
        Assert.True(Button(page, "Make this a segment of its own").HasAttribute("disabled"));
    }

    private static AngleSharp.Dom.IElement Card(IRenderedComponent<Explore> page, string column) =>
        page.FindAll("article.card").Single(card => card.QuerySelector("button.name")!.TextContent == column);

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<Explore> page, string text) => page.FindAll("button").Single(button => button.TextContent == text);

    private async Task<IRenderedComponent<Explore>> OpenPageAsync()
    {
        await OpenAsync(s_csv, SmallData.Recipe with { Features = new FeatureOptions { Chosen = [new FeatureChoice("Age"), new FeatureChoice("Income")] } });
        Assert.Null(Session.Current.Problem);
        return Show();
    }

    private IRenderedComponent<Explore> Show()
    {
        var page = Render<Explore>(p => p.AddCascadingValue(Session.Current));
        page.WaitForAssertion(() => Assert.Null(Exploring.Current.Activity));
        page.WaitForAssertion(() => Assert.NotNull(Exploring.Current.Gaps));
        return page;
    }
}

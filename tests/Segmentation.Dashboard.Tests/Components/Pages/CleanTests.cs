using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Pages;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Pages;

public class CleanTests : ComponentTest
{
    private static readonly string s_csv = "Id,Age,Income,Town\n" + string.Concat(Enumerable.Range(1, 30).Select(id => $"{1000 + id},{(id == 4 ? "" : 20 + id)},{(id == 30 ? 9000 : 50 + (id % 7))},{(id % 2 == 0 ? "Leeds" : "York")}\n"));

    [Fact]
    public void Render_BeforeTheFirstPicture_Waits() =>
        Assert.Contains("Getting the data ready", Render<Clean>(p => p.AddCascadingValue(new SessionState())).Find("[role=status]").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Render_APicture_SaysThatNoRowIsLost()
    {
        var page = await OpenPageAsync();

        Assert.Contains("none is set aside. No row is lost: all 30 are in the export", Text(page.Find(".lead")), StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".ledger tbody tr"));
    }

    [Fact]
    public async Task Undo_IsTheTopBarsAlone() =>
        Assert.DoesNotContain((await OpenPageAsync()).FindAll("button"), button => button.TextContent.Contains("Undo", StringComparison.Ordinal));

    [Fact]
    public async Task Slider_Moved_CountsAgainAndIsOneStepBack()
    {
        var page = await OpenPageAsync(new CleaningOptions { Outliers = new OutlierOptions { Action = OutlierAction.SetAside } });
        var slider = page.FindComponent<Slider>();

        await page.InvokeAsync(() => slider.Instance.OnInput.InvokeAsync(2));
        await page.InvokeAsync(() => slider.Instance.OnInput.InvokeAsync(2.5));

        Assert.Equal(2.5, Session.Current.Snapshot!.Recipe.Cleaning.Outliers.Threshold);
        await page.InvokeAsync(Session.UndoAsync);
        Assert.Equal(1.5, Session.Current.Snapshot!.Recipe.Cleaning.Outliers.Threshold);
    }

    [Fact]
    public async Task ShowThem_CustomersSetAside_ListsThem()
    {
        var page = await OpenPageAsync(new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) });

        await page.Find("button.link").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".set-aside-list tbody tr")));
        Assert.Contains("29 customers take part, 1 is set aside", Text(page.Find(".lead")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_AStepOff_IsInTheRecipe()
    {
        var page = await OpenPageAsync();

        await page.Find(".ledger input[role=switch][aria-label='Missing values, Age']").ChangeAsync(new() { Value = false });

        Assert.False(Session.Current.Recipe.Cleaning.Switches["missing:Age"]);
    }

    private static string Text(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IRenderedComponent<Clean>> OpenPageAsync(CleaningOptions? cleaning = null)
    {
        await OpenAsync(s_csv, SmallData.Recipe with { Cleaning = cleaning ?? new CleaningOptions() });
        Assert.Null(Session.Current.Problem);
        return Render<Clean>(p => p.AddCascadingValue(Session.Current));
    }
}

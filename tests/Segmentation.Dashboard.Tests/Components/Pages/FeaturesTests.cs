using Bunit;
using Segmentation.Core.Features;
using Segmentation.Dashboard.Components.Features;
using Segmentation.Dashboard.Session;
using Xunit;
using FeaturesPage = Segmentation.Dashboard.Components.Pages.Features;

namespace Segmentation.Dashboard.Tests.Components.Pages;

public class FeaturesTests : ComponentTest
{
    private static readonly string s_csv = "Id,Wine,Meat\n" + string.Concat(Enumerable.Range(1, 30).Select(id => $"{1000 + id},{20 + id},{50 + (id % 7)}\n"));

    public FeaturesTests() => JSInterop.SetupModule("./Components/Features/ExpressionBox.razor.js").Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Render_BeforeTheFirstPicture_Waits() =>
        Assert.Contains("Getting the data ready", Render<FeaturesPage>(p => p.AddCascadingValue(new SessionState())).Find("[role=status]").TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task Lead_CountsTheFeatures_AndHowManyWereMade()
    {
        await OpenAsync(s_csv, SmallData.Recipe with { Derived = [new DerivedColumn("Total", "Wine + Meat"), new DerivedColumn("Same", "Wine * 0")] });

        Assert.Contains("What describes a customer here: 3 features, 1 made of other columns.", Lead(Show()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_IsOneStepOfTheHistory_ThatUndoTakesBack()
    {
        await OpenAsync(s_csv);
        var page = Show();
        Assert.Contains("2 features, none made", Lead(page), StringComparison.Ordinal);
        var box = page.FindComponent<ExpressionBox>();

        await page.InvokeAsync(() => box.Instance.OnTyped("Wine + Meat", 11, isAsked: false));
        await page.Find("input[type=text]").InputAsync("Total");
        await page.Find("form").SubmitAsync();

        page = Show();
        Assert.Null(Session.Current.Problem);
        Assert.Contains("3 features, 1 made", Lead(page), StringComparison.Ordinal);
        Assert.Single(page.FindAll(".derived tbody tr"));
        await page.InvokeAsync(Session.UndoAsync);
        page = Show();
        Assert.Contains("2 features, none made", Lead(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".derived tbody tr"));
    }

    private static string Lead(IRenderedComponent<FeaturesPage> page) =>
        string.Join(' ', page.Find(".lead").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<FeaturesPage> Show() => Render<FeaturesPage>(p => p.AddCascadingValue(Session.Current));
}

using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Ledger;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class CategoryPanelTests : ComponentTest
{
    private readonly List<(string Column, string[] From, string To)> _merges = [];
    private readonly List<(string Column, string From)> _unmerges = [];

    [Fact]
    public void Merge_ASuggestion_ReportsIt()
    {
        RenderPanel().Find("button[aria-label='Merge leeds into Leeds']").Click();

        Assert.Equal(("Town", "leeds", "Leeds"), (_merges.Single().Column, _merges.Single().From.Single(), _merges.Single().To));
    }

    [Fact]
    public void Render_ATakenSuggestion_IsAChipThatTakesItBack()
    {
        var panel = RenderPanel(SmallData.Recipe.WithMerge("Town", ["leeds"], "Leeds").Cleaning);

        Assert.Empty(panel.FindAll(".suggestions li"));
        panel.Find("button[aria-label='Remove Town: leeds → Leeds']").Click();
        Assert.Equal([("Town", "leeds")], _unmerges);
    }

    [Fact]
    public void Render_StillLooking_SaysSo() =>
        Assert.Contains("Looking for spellings", RenderPanel(isLooking: true).Find("[role=status]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void MergeByHand_TwoCategories_BecomeTheFirstPickedUnlessTyped()
    {
        var panel = RenderPanel();

        panel.FindAll(".category input")[1].Change(true);
        panel.FindAll(".category input")[2].Change(true);
        panel.Find(".merge-form button").Click();

        var merge = Assert.Single(_merges);
        Assert.Equal(("Town", "Leeds"), (merge.Column, merge.To));
        Assert.Equal(["Leeds", "leeds"], merge.From.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MergeByHand_NothingPicked_CannotBeDone() => Assert.True(RenderPanel().Find(".merge-form button").HasAttribute("disabled"));

    [Fact]
    public void Categories_OfAColumn_AreCountedMostFrequentFirst()
    {
        var categories = CategoryMerges.Categories((TextColumn)SmallData.Frame["Town"], "e");

        Assert.Equal([new CategoryCount("Leeds", 9), new CategoryCount("leeds", 1)], categories);
    }

    private IRenderedComponent<CategoryPanel> RenderPanel(CleaningOptions? cleaning = null, bool isLooking = false) => Render<CategoryPanel>(p => p
        .Add(c => c.Cleaning, cleaning ?? new CleaningOptions()).Add(c => c.Frame, SmallData.Frame)
        .Add(c => c.Suggestions, isLooking ? null : CategorySuggestion.Find((TextColumn)SmallData.Frame["Town"]))
        .Add(c => c.OnMerge, merge => _merges.Add((merge.Column, [.. merge.From], merge.To))).Add(c => c.OnUnmerge, _unmerges.Add));
}

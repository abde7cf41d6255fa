using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Segments;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Segments;

public class SegmentControlsTests : BunitContext
{
    private RecipeChange? _change;

    public SegmentControlsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task Slider_Moved_AsksForThatManySegments()
    {
        var controls = RenderControls(Snapshots.Recipe);

        await controls.InvokeAsync(() => Slider(controls, "Segments").OnMoved(7));

        Assert.Equal((7, "k"), (_change!.Recipe.Clustering.ClusterCount, _change.Gesture));
    }

    [Fact]
    public void Auto_SwitchedOn_LeavesTheNumberToTheProgram()
    {
        RenderControls(Snapshots.Recipe).Find("input[role=switch]").Change(true);

        Assert.Null(_change!.Recipe.Clustering.ClusterCount);
    }

    [Fact]
    public void Auto_SwitchedOff_KeepsTheNumberOnTheScreen()
    {
        RenderControls(Snapshots.Recipe with { Clustering = new ClusteringOptions() }).Find("input[role=switch]").Change(false);

        Assert.Equal(2, _change!.Recipe.Clustering.ClusterCount);
    }

    [Fact]
    public void Suggestion_SaysWhy() =>
        Assert.Contains("Silhouette is best at 2", RenderControls(Snapshots.Recipe).Markup, StringComparison.Ordinal);

    [Fact]
    public void Chips_AreTheFeaturesAndCanBeRemoved()
    {
        var controls = RenderControls(Snapshots.Recipe);

        controls.Find("[aria-label='Remove Score']").Click();

        Assert.Equal(["Income (k€)"], _change!.Recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public void Chips_TheLastFeature_CannotBeRemoved() =>
        Assert.Empty(RenderControls(Snapshots.Choosing("Score")).FindAll("[aria-label^=Remove]"));

    [Fact]
    public void Add_Ticked_JoinsTheFeatures()
    {
        var controls = RenderControls(Snapshots.Recipe);

        controls.FindAll(".picker input[type=checkbox]")[2].Change(true);

        Assert.Equal(["Income (k€)", "Score", "Region"], _change!.Recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public async Task Chip_Opened_OffersWeightAndLogarithm()
    {
        var controls = RenderControls(Snapshots.Recipe);
        controls.FindAll("button.chip-name").Single(chip => chip.TextContent == "Score").Click();

        await controls.InvokeAsync(() => Slider(controls, "Weight of Score").OnMoved(2.5));
        Assert.Equal(2.5, _change!.Recipe.Features.Chosen!.Single(choice => choice.Column == "Score").Weight);

        controls.Find(".log input").Change(true);
        Assert.True(_change.Recipe.Features.Chosen!.Single(choice => choice.Column == "Score").Log);
    }

    [Fact]
    public void Scaling_Chosen_IsAskedForAndExplained()
    {
        var controls = RenderControls(Snapshots.Recipe);

        controls.FindAll(".segmented input")[1].Change(true);

        Assert.Equal(Scaling.Robust, _change!.Recipe.Features.Scaling);
        Assert.Contains("features with large numbers decide", controls.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outliers_RuleThresholdAndAction_AreAskedFor()
    {
        var controls = RenderControls(Snapshots.Recipe with { Cleaning = new CleaningOptions() });

        await controls.InvokeAsync(() => Slider(controls, "Threshold").OnMoved(2));
        Assert.Equal(2, _change!.Recipe.Cleaning.Outliers.Threshold);

        controls.Find("[aria-label='Outlier rule']").Change("ZScore");
        Assert.Equal((OutlierRule.ZScore, 3.0), (_change.Recipe.Cleaning.Outliers.Rule, _change.Recipe.Cleaning.Outliers.Threshold));

        controls.Find("[aria-label='What to do with outliers']").Change("SetAside");
        Assert.Equal(OutlierAction.SetAside, _change.Recipe.Cleaning.Outliers.Action);
    }

    [Fact]
    public async Task More_RestartsAndSeed_AreAskedFor()
    {
        var controls = RenderControls(Snapshots.Recipe);

        await controls.InvokeAsync(() => Slider(controls, "Restarts").OnMoved(25));
        Assert.Equal(25, _change!.Recipe.Clustering.Restarts);

        controls.Find(".seed input").Change("9");
        Assert.Equal(9, _change.Recipe.Clustering.Seed);
    }

    private IRenderedComponent<SegmentControls> RenderControls(SegmentationRecipe recipe) => Render<SegmentControls>(p => p
        .Add(c => c.Recipe, recipe).Add(c => c.Snapshot, Snapshots.Two).Add(c => c.OnChanged, change => _change = change));

    private static Slider Slider(IRenderedComponent<SegmentControls> controls, string label) =>
        controls.FindComponents<Slider>().Single(slider => slider.Instance.Label == label).Instance;
}

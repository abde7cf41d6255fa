using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Features;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Features;

public class FeaturePanelsTests : ComponentTest
{
    private const string Income = "Income (k€)";

    private static readonly SegmentationRecipe s_recipe = Snapshots.Recipe with
    {
        Features = new FeatureOptions { Chosen = [new(Income), new("Score"), new("Region")] },
    };

    private static readonly SegmentationSnapshot s_snapshot = Snapshots.Run(s_recipe);

    private RecipeChange? _asked;

    [Fact]
    public void Transforms_ShowEachFeatureBeforeAndAfter()
    {
        var editor = RenderTransforms(s_recipe, s_snapshot);

        Assert.Equal(3, editor.FindAll("li").Count);
        Assert.Equal(6, editor.FindAll("svg.histogram").Count);
        Assert.Contains("2 categories become 2 features.", editor.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Transforms_AChoice_ChangesThatFeatureOnly()
    {
        var editor = RenderTransforms(s_recipe, s_snapshot);

        editor.FindAll("select")[0].Change("YeoJohnson");

        Assert.Equal(
            [new FeatureChoice(Income) { Transform = NumberTransform.YeoJohnson }, new("Score"), new("Region")], _asked!.Recipe.Features.Chosen);
        editor.FindAll("select")[2].Change("Ordinal");
        Assert.Equal(CategoryEncoding.Ordinal, _asked.Recipe.Features.Chosen![2].Encoding);
    }

    [Fact]
    public void Transforms_NonsenseFromTheBrowser_ChangesNothing()
    {
        var editor = RenderTransforms(s_recipe, s_snapshot);

        editor.FindAll("select")[0].Change("77");
        editor.FindAll("select")[0].Change("<script>");

        Assert.Null(_asked);
    }

    [Fact]
    public void Transforms_AnOrder_IsMovedByButtons()
    {
        var recipe = s_recipe with { Features = new FeatureOptions { Chosen = [new("Score"), new("Region") { Encoding = CategoryEncoding.Ordinal }] } };
        var editor = RenderTransforms(recipe, Snapshots.Run(recipe));

        Assert.Equal(["South", "north"], editor.FindAll(".level").Select(level => level.TextContent));
        editor.Find("button[aria-label='Move north up']").Click();

        Assert.Equal(["north", "South"], _asked!.Recipe.Features.Chosen![1].Order!);
    }

    [Fact]
    public void Transforms_AFeatureThatIsLeftOut_SaysWhy()
    {
        var recipe = s_recipe with { Features = new FeatureOptions { Chosen = [new("Score"), new(Income) { Weight = 0 }] } };

        Assert.Contains("It has weight 0 and is left out.", RenderTransforms(recipe, Snapshots.Run(recipe)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Components_AreOffUntilSomebodyAsks_ThenOfTheNumberThatHoldsMost()
    {
        var panel = RenderComponents(s_recipe, s_snapshot);

        Assert.Empty(panel.FindComponents<Slider>());
        panel.Find("input[role=switch]").Change(true);

        Assert.InRange(_asked!.Recipe.Features.Components!.Value, 1, 3);
        Assert.Single(panel.FindComponents<ScreePlot>());
        Assert.Equal(4, panel.FindAll("tbody tr").Count);
        Assert.Single(panel.FindComponents<Biplot>());
    }

    [Fact]
    public async Task Components_TheSlider_SaysHowMany_AndTheSwitchTurnsThemOff()
    {
        var recipe = s_recipe with { Features = s_recipe.Features with { Components = 2 } };
        var panel = RenderComponents(recipe, Snapshots.Run(recipe));

        await panel.InvokeAsync(() => panel.FindComponent<Slider>().Instance.OnInput.InvokeAsync(1));
        Assert.Equal((1, "components"), (_asked!.Recipe.Features.Components, _asked.Gesture));
        panel.Find("input[role=switch]").Change(false);
        Assert.Null(_asked.Recipe.Features.Components);
    }

    [Fact]
    public void Components_OfKeptMissingValues_SayWhyThereAreNone()
    {
        var recipe = Snapshots.Recipe with { Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.Keep) } };

        var panel = RenderComponents(recipe, Snapshots.Run(recipe));

        Assert.Contains("a component needs every value", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("input"));
    }

    [Fact]
    public void Selection_TakesAFeatureOut()
    {
        var panel = RenderSelection(null);

        panel.FindAll("ul button").Single(button => button.TextContent == "Take out Score").Click();

        Assert.Equal([Income, "Region"], _asked!.Recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public void Selection_AsksForTheFewThatMatter_ShowsThem_AndUsesThem()
    {
        var asked = 0;
        var panel = RenderSelection(null, () => asked++);
        panel.Find(".fewest button").Click();
        Assert.Equal(1, asked);

        panel.Render(p => p.Add(s => s.State, new FewestState(s_snapshot, [new FeatureSubset([Income], 1)], IsRunning: false)));

        Assert.Contains("Income (k€) alone keeps most of the segments: 100 % agreement with all 3 columns.", panel.Markup, StringComparison.Ordinal);
        panel.FindAll(".fewest button").Single(button => button.TextContent == "Use this one only").Click();
        Assert.Equal([new FeatureChoice(Income)], _asked!.Recipe.Features.Chosen);
    }

    [Fact]
    public void Selection_WhileItLooks_CanBeStopped()
    {
        var stopped = 0;
        var panel = Render<SelectionPanel>(p => p.Add(s => s.Snapshot, s_snapshot).Add(s => s.Recipe, s_recipe)
            .Add(s => s.State, new FewestState(s_snapshot, [], IsRunning: true)).Add(s => s.OnStopped, () => stopped++));

        panel.Find(".fewest button").Click();

        Assert.Equal(1, stopped);
    }

    private IRenderedComponent<TransformEditor> RenderTransforms(SegmentationRecipe recipe, SegmentationSnapshot snapshot) =>
        Render<TransformEditor>(p => p.Add(e => e.Snapshot, snapshot).Add(e => e.Recipe, recipe).Add(e => e.OnChanged, change => _asked = change));

    private IRenderedComponent<ComponentsPanel> RenderComponents(SegmentationRecipe recipe, SegmentationSnapshot snapshot) =>
        Render<ComponentsPanel>(p => p.Add(e => e.Snapshot, snapshot).Add(e => e.Recipe, recipe).Add(e => e.OnChanged, change => _asked = change));

    private IRenderedComponent<SelectionPanel> RenderSelection(FewestState? state, Action? onAsked = null) => Render<SelectionPanel>(p => p
        .Add(s => s.Snapshot, s_snapshot).Add(s => s.Recipe, s_recipe).Add(s => s.State, state)
        .Add(s => s.OnAsked, () => onAsked?.Invoke()).Add(s => s.OnChanged, change => _asked = change));
}

using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class RecipeEditsTests
{
    private static readonly SegmentationRecipe s_recipe = SegmentationRecipe.Default;

    [Fact]
    public void WithRole_NoFeaturesChosen_LeavesThemToTheRoles()
    {
        var recipe = s_recipe.WithRole("Age", ColumnRole.Ignored);

        Assert.Equal(ColumnRole.Ignored, recipe.Roles["Age"]);
        Assert.Null(recipe.Features.Chosen);
    }

    [Fact]
    public void WithRole_AChosenFeatureBecomesTheIdentifier_LeavesTheFeatures()
    {
        var recipe = Choosing("Age", "Income").WithRole("Age", ColumnRole.Identifier);

        Assert.Equal(["Income"], recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public void WithRole_AColumnBecomesAFeature_JoinsTheChosenOnes()
    {
        var recipe = Choosing("Age").WithRole("Income", ColumnRole.Feature);

        Assert.Equal(["Age", "Income"], recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public void WithRole_TheOnlyChosenFeatureLeaves_ReturnsToTheSuggestion() =>
        Assert.Null(Choosing("Age").WithRole("Age", ColumnRole.Ignored).Features.Chosen);

    [Fact]
    public void WithSwitch_AStep_IsRemembered() =>
        Assert.False(s_recipe.WithSwitch("outliers:Age", false).Cleaning.Switches["outliers:Age"]);

    [Fact]
    public void WithMissing_OfOneColumnAndBack_IsTheRecipeAsItWas()
    {
        var changed = s_recipe.WithMissing("Age", new MissingRule(MissingAction.SetAside));

        Assert.Equal(MissingAction.SetAside, changed.Cleaning.MissingByColumn["Age"].Action);
        Assert.Equal(s_recipe, changed.WithMissing("Age", null));
    }

    [Fact]
    public void WithOutliers_ForAll_LeavesColumnsTheirOwn()
    {
        var own = new OutlierOptions { Rule = OutlierRule.ZScore, Threshold = 2 };
        var recipe = s_recipe.WithOutliers("Age", own).WithOutliers(null, new OutlierOptions { Threshold = 3 });

        Assert.Equal(3, recipe.Cleaning.Outliers.Threshold);
        Assert.Equal(own, recipe.Cleaning.OutliersByColumn["Age"]);
        Assert.Empty(recipe.WithOutliers("Age", null).Cleaning.OutliersByColumn);
    }

    [Fact]
    public void WithAllowedRange_AndBack_IsTheRecipeAsItWas() =>
        Assert.Equal(s_recipe, s_recipe.WithAllowedRange("Age", new AllowedRange(0, 99)).WithAllowedRange("Age", null));

    [Fact]
    public void WithMerge_IntoACategoryThatWasMergedItself_MakesItTheTarget()
    {
        var recipe = s_recipe.WithMerge("Town", ["Leeds"], "leeds").WithMerge("Town", ["leeds"], "Leeds");

        Assert.Equal(Merges(("leeds", "Leeds")), recipe.Cleaning.MergedCategories["Town"]);
    }

    [Fact]
    public void WithMerge_OfACategoryThatOthersWereMergedInto_TakesThemAlong()
    {
        var recipe = s_recipe.WithMerge("Status", ["YOLO"], "Alone").WithMerge("Status", ["Alone", "Single"], "Single");

        Assert.Equal(Merges(("Alone", "Single"), ("YOLO", "Single")), recipe.Cleaning.MergedCategories["Status"]);
    }

    [Fact]
    public void WithoutMerge_TheLastOfAColumn_IsTheRecipeAsItWas() =>
        Assert.Equal(s_recipe, s_recipe.WithMerge("Town", ["leeds"], "Leeds").WithoutMerge("Town", "leeds"));

    private static SegmentationRecipe Choosing(params string[] columns) =>
        s_recipe with { Features = new FeatureOptions { Chosen = columns.Select(column => new FeatureChoice(column)).ToValueList() } };

    private static ValueMap<string> Merges(params (string From, string To)[] merges) =>
        merges.Select(merge => KeyValuePair.Create(merge.From, merge.To)).ToValueMap();
}

using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Actions;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class SegmentationRecipeTests
{
    [Fact]
    public void Equals_EqualChoicesMadeTwice_AreEqualAndHashAlike()
    {
        Assert.Equal(Recipes.Full(), Recipes.Full());
        Assert.Equal(Recipes.Full().GetHashCode(), Recipes.Full().GetHashCode());
        Assert.NotEqual(SegmentationRecipe.Default, Recipes.Full());
    }

    public static TheoryData<string, Func<SegmentationRecipe, SegmentationRecipe>> OneChoiceChanged { get; } = new()
    {
        { "separator", recipe => recipe with { Reading = recipe.Reading with { Separator = ',' } } },
        { "sheet", recipe => recipe with { Reading = recipe.Reading with { Sheet = null } } },
        { "date order", recipe => recipe with { Reading = recipe.Reading with { DateOrder = DateOrder.DayFirst } } },
        { "role", recipe => recipe with { Roles = recipe.Roles.With("<b>", ColumnRole.Feature) } },
        { "derived name", recipe => recipe with { Derived = [recipe.Derived[0] with { Name = "Spend" }, recipe.Derived[1]] } },
        { "expression", recipe => recipe with { Derived = [recipe.Derived[0], recipe.Derived[1] with { Expression = "1" }] } },
        { "order of derived", recipe => recipe with { Derived = [.. recipe.Derived.Reverse()] } },
        { "today", recipe => recipe with { Today = null } },
        { "missing", recipe => recipe with { Cleaning = recipe.Cleaning with { Missing = new MissingRule(MissingAction.Mean) } } },
        { "constant", recipe => recipe with { Cleaning = recipe.Cleaning with { MissingByColumn = ValueMap<MissingRule>.Empty.With("Income", new MissingRule(MissingAction.Constant, "8")) } } },
        { "threshold", recipe => recipe with { Cleaning = recipe.Cleaning with { Outliers = recipe.Cleaning.Outliers with { Threshold = 2.3 } } } },
        { "column's outliers", recipe => recipe with { Cleaning = recipe.Cleaning with { OutliersByColumn = ValueMap<OutlierOptions>.Empty } } },
        { "range", recipe => recipe with { Cleaning = recipe.Cleaning with { AllowedRanges = recipe.Cleaning.AllowedRanges.With("Age", new AllowedRange(1, null)) } } },
        { "merge", recipe => recipe with { Cleaning = recipe.Cleaning with { MergedCategories = ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With("Alone", "Widow")) } } },
        { "switch", recipe => recipe with { Cleaning = recipe.Cleaning with { Switches = ValueMap<bool>.Empty.With("outliers:Age", true) } } },
        { "weight", recipe => recipe with { Features = recipe.Features with { Chosen = [new FeatureChoice("Income") { Weight = 2, Log = true }, new FeatureChoice("Age, in years")] } } },
        { "order of features", recipe => recipe with { Features = recipe.Features with { Chosen = [.. recipe.Features.Chosen!.Reverse()] } } },
        { "scaling", recipe => recipe with { Features = recipe.Features with { Scaling = Scaling.MinMax } } },
        { "k", recipe => recipe with { Clustering = recipe.Clustering with { ClusterCount = null } } },
        { "restarts", recipe => recipe with { Clustering = recipe.Clustering with { Restarts = 4 } } },
        { "algorithm", recipe => recipe with { Clustering = recipe.Clustering with { Algorithm = ClusteringAlgorithm.KMeans } } },
        { "covariance", recipe => recipe with { Clustering = recipe.Clustering with { Covariance = CovarianceShape.Full } } },
        { "linkage", recipe => recipe with { Clustering = recipe.Clustering with { Linkage = Linkage.Complete } } },
        { "smallest cluster", recipe => recipe with { Clustering = recipe.Clustering with { MinClusterSize = null } } },
        { "samples", recipe => recipe with { Clustering = recipe.Clustering with { MinSamples = 5 } } },
        { "lambda", recipe => recipe with { Clustering = recipe.Clustering with { MismatchWeight = null } } },
        { "segment's name", recipe => recipe with { Profiling = recipe.Profiling with { Labels = [new SegmentLabel(7, "c") { Name = "<b>", Note = "a\nb" }] } } },
        { "meaning", recipe => recipe with { Profiling = recipe.Profiling with { Meanings = recipe.Profiling.Meanings.With("Income", ColumnMeaning.None) } } },
        { "actions", recipe => recipe with { Profiling = recipe.Profiling with { Actions = ActionTable.Default } } },
        { "seed", recipe => recipe with { Clustering = recipe.Clustering with { Seed = 5 } } },
    };

    [Theory]
    [MemberData(nameof(OneChoiceChanged), DisableDiscoveryEnumeration = true)]
    public void Equals_OneChoiceChanged_IsAnotherRecipe_AndSurvivesJson(string choice, Func<SegmentationRecipe, SegmentationRecipe> change)
    {
        var changed = change(Recipes.Full());

        Assert.False(changed.Equals(Recipes.Full()), choice);
        Assert.Equal(changed, RecipeJson.Parse(RecipeJson.Write(changed)));
    }

    [Fact]
    public void ThrowIfInvalid_ChoicesBeyondTheirLimits_Throws()
    {
        SegmentationRecipe[] invalid =
        [
            new() { Clustering = new ClusteringOptions { ClusterCount = 0 } },
            new() { Clustering = new ClusteringOptions { ClusterCount = 255 } },
            new() { Clustering = new ClusteringOptions { Restarts = 0 } },
            new() { Clustering = new ClusteringOptions { MinClusterSize = 1 } },
            new() { Clustering = new ClusteringOptions { MinSamples = 101 } },
            new() { Clustering = new ClusteringOptions { MismatchWeight = -1 } },
            new() { Clustering = new ClusteringOptions { MismatchWeight = double.NaN } },
            new() { Clustering = new ClusteringOptions { Algorithm = (ClusteringAlgorithm)99 } },
            new() { Clustering = new ClusteringOptions { Covariance = (CovarianceShape)99 } },
            new() { Clustering = new ClusteringOptions { Linkage = (Linkage)99 } },
            new() { Features = new FeatureOptions { Chosen = [new FeatureChoice("a") { Weight = -1 }] } },
            new() { Derived = [new DerivedColumn("", "1")] },
            new() { Derived = [.. Enumerable.Repeat(new DerivedColumn("a", "1"), DerivedColumn.MaxCount + 1)] },
            new() { Features = new FeatureOptions { Chosen = [new FeatureChoice("a") { Weight = double.NaN }] } },
            new() { Cleaning = new CleaningOptions { Outliers = new OutlierOptions { Threshold = -1 } } },
            new() { Profiling = new ProfilingOptions { Labels = [new SegmentLabel(-1, "") { Name = "a" }] } },
            new() { Profiling = new ProfilingOptions { Labels = [new SegmentLabel(1, "") { Name = new string('a', SegmentLabel.MaxName + 1) }] } },
            new() { Profiling = new ProfilingOptions { Labels = [new SegmentLabel(1, "") { Name = "a\u202Eb" }] } },
            new() { Profiling = new ProfilingOptions { Labels = [new SegmentLabel(1, new string('a', 17)) { Name = "a" }] } },
            new() { Profiling = new ProfilingOptions { Meanings = ValueMap<ColumnMeaning>.Empty.With("a", ColumnMeaning.Size) } },
            new() { Profiling = new ProfilingOptions { Actions = new ActionTable([.. Enumerable.Repeat(new ActionRule([], MarketingAction.Reward), 31)], MarketingAction.Reward) } },
            new() { Profiling = new ProfilingOptions { Actions = new ActionTable([new ActionRule([new(ColumnMeaning.None, MeaningLevel.Low)], MarketingAction.Reward)], MarketingAction.Reward) } },
            new() { Cleaning = new CleaningOptions { OutliersByColumn = ValueMap<OutlierOptions>.Empty.With("a", new OutlierOptions { Threshold = double.NaN }) } },
        ];

        Assert.All(invalid, recipe => Assert.ThrowsAny<ArgumentException>(recipe.ThrowIfInvalid));
        Recipes.Full().ThrowIfInvalid();
    }
}

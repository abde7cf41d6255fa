using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class DerivedEditsTests
{
    private static readonly SegmentationRecipe s_recipe = SegmentationRecipe.Default with
    {
        Derived = [new DerivedColumn("Total", "Wine + Meat"), new DerivedColumn("Half", "total / 2")],
        Roles = ValueMap<ColumnRole>.Empty.With("Total", ColumnRole.Label),
        Features = new FeatureOptions { Chosen = [new FeatureChoice("Age"), new FeatureChoice("Total") { Weight = 3 }] },
        Cleaning = new CleaningOptions
        {
            MissingByColumn = ValueMap<MissingRule>.Empty.With("Total", new MissingRule(MissingAction.Mean)),
            AllowedRanges = ValueMap<AllowedRange>.Empty.With("Total", new AllowedRange(0, null)),
            Switches = ValueMap<bool>.Empty.With("missing:Total", false).With("missing:Totals", true),
        },
    };

    [Fact]
    public void WithDerived_AppendsAndJoinsTheChosenFeatures_ButOnlyWhereSomebodyChose()
    {
        DerivedColumn[] more = [new("Ratio", "Wine / Meat")];

        var joined = s_recipe.WithDerived(more, areFeatures: true);

        Assert.Equal(["Total", "Half", "Ratio"], joined.Derived.Select(column => column.Name));
        Assert.Equal(["Age", "Total", "Ratio"], joined.Features.Chosen!.Select(choice => choice.Column));
        Assert.Equal(s_recipe.Features, s_recipe.WithDerived(more, areFeatures: false).Features);
        Assert.Null(SegmentationRecipe.Default.WithDerived(more, areFeatures: true).Features.Chosen);
    }

    [Fact]
    public void WithDerivedChanged_ANewName_IsUsedWhereverTheOldOneWas()
    {
        var changed = s_recipe.WithDerivedChanged("Total", new DerivedColumn("Total spend", "Wine + Meat + 1"));

        Assert.Equal([new("Total spend", "Wine + Meat + 1"), new("Half", "[Total spend] / 2")], changed.Derived);
        Assert.Equal(ColumnRole.Label, changed.Roles["Total spend"]);
        Assert.Equal(new FeatureChoice("Total spend") { Weight = 3 }, changed.Features.Chosen![1]);
        Assert.Equal(["Total spend"], changed.Cleaning.MissingByColumn.Keys);
        Assert.Equal(["Total spend"], changed.Cleaning.AllowedRanges.Keys);
        Assert.Equal(["missing:Total spend", "missing:Totals"], changed.Cleaning.Switches.Keys);
    }

    [Fact]
    public void WithDerivedChanged_TheSameName_ChangesTheExpressionAlone() => Assert.Equal(
        s_recipe with { Derived = [new("Total", "Wine"), new("Half", "total / 2")] }, s_recipe.WithDerivedChanged("Total", new DerivedColumn("Total", "Wine")));

    [Fact]
    public void WithoutDerived_TakesAwayWhatWasSaidOfIt()
    {
        var less = s_recipe.WithoutDerived("Total");

        Assert.Equal(["Half"], less.Derived.Select(column => column.Name));
        Assert.Equal(["Age"], less.Features.Chosen!.Select(choice => choice.Column));
        Assert.Empty(less.Roles);
        Assert.Empty(less.Cleaning.MissingByColumn);
        Assert.Empty(less.Cleaning.AllowedRanges);
    }

    [Fact]
    public void WithoutDerived_TheLastChosenFeature_ReturnsToWhatIsSuggested() => Assert.Null(
        (s_recipe with { Features = new FeatureOptions { Chosen = [new FeatureChoice("Total")] } }).WithoutDerived("Total").Features.Chosen);

    [Fact]
    public void UsersOf_AreTheColumnsWhoseExpressionsSpeakOfIt()
    {
        Assert.Equal(["Half"], DerivedEdits.UsersOf(s_recipe.Derived, "Total"));
        Assert.Empty(DerivedEdits.UsersOf(s_recipe.Derived, "Half"));
    }

    [Fact]
    public void WithReading_ForgetsWhatIsDerived() =>
        Assert.Empty(s_recipe.WithReading(s_recipe.Reading with { Separator = ';' }).Derived);

    [Fact]
    public void Permalink_HoldsDerivedColumns_WhateverTheyAreCalled()
    {
        var recipe = SegmentationRecipe.Default with { Derived = [new DerivedColumn(SmallData.Hostile, "[a]]b] + 1")], Today = new DateOnly(2020, 2, 29) };

        Assert.Equal(recipe, Permalink.Parse($"http://localhost/{Permalink.QueryOf(DataSource.Sample, recipe)}").Recipe);
    }
}

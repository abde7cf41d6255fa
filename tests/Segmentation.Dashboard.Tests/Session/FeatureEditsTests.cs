using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class FeatureEditsTests
{
    [Fact]
    public void FeaturesOf_NothingChosen_AreTheSuggestedOnes() =>
        Assert.Equal(["Income (k€)", "Score"], FeatureEdits.FeaturesOf(Snapshots.Two, Snapshots.Recipe).Select(choice => choice.Column));

    [Fact]
    public void WithToggled_NewColumn_JoinsTheSuggestedOnes()
    {
        var recipe = Snapshots.Recipe.WithToggled(FeatureEdits.FeaturesOf(Snapshots.Two, Snapshots.Recipe), "Region");

        Assert.Equal(["Income (k€)", "Score", "Region"], recipe.Features.Chosen!.Select(choice => choice.Column));
    }

    [Fact]
    public void WithToggled_TheLastOne_Stays()
    {
        var recipe = Snapshots.Choosing("Score");

        Assert.Same(recipe, recipe.WithToggled(recipe.Features.Chosen!, "Score"));
    }

    [Fact]
    public void WithFeature_Weight_ChangesThatOneInItsPlace()
    {
        var recipe = Snapshots.Recipe.WithFeature(FeatureEdits.FeaturesOf(Snapshots.Two, Snapshots.Recipe), new FeatureChoice("Income (k€)") { Weight = 3 });

        Assert.Equal([("Income (k€)", 3.0), ("Score", 1.0)], recipe.Features.Chosen!.Select(choice => (choice.Column, choice.Weight)));
    }

    [Fact]
    public void Usable_FreeTextIsNot() =>
        Assert.Equal(["Income (k€)", "Score", "Region"], FeatureEdits.Usable(Snapshots.Data.Frame, Snapshots.Data.Schema));

    [Fact]
    public void Usable_TheIdentifierIsNot() => Assert.Equal(
        ["Income (k€)", "Region"], FeatureEdits.Usable(Snapshots.Data.Frame, new Schema(Snapshots.Data.Schema.Roles.With("Score", ColumnRole.Identifier))));
}

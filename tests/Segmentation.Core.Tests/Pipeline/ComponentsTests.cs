using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class ComponentsTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public void Run_AllComponents_FindsTheSegmentsOfTheFeatures()
    {
        var features = Run(Tables.ThreeGroups(), new FeatureOptions());
        var components = Run(Tables.ThreeGroups(), new FeatureOptions { Components = 2 });

        Assert.Equal(features.Quality.Clustering.Labels, components.Quality.Clustering.Labels);
        Assert.Equal(features.Quality.Clustering.Inertia, components.Quality.Clustering.Inertia, 1e-9);
    }

    [Fact]
    public void Run_OnComponents_KeepsProfilesMapAndMarginsInTheirUnits()
    {
        var data = Tables.ThreeGroups();
        var snapshot = Run(data, new FeatureOptions { Components = 1 });

        Assert.Equal(["x", "y"], snapshot.Features.Columns.Select(column => column.Name));
        Assert.Equal(2, snapshot.Features.Matrix.Columns);
        Assert.Equal(1, snapshot.Features.Clustered.Columns);
        Assert.All(snapshot.Profiles, profile => Assert.Equal(2, profile.Traits.Count));
        Assert.InRange(snapshot.Profiles.Max(profile => profile.Traits[0].Mean), 10, 20.1);
        Assert.NotNull(snapshot.MarginOf(0));
        Assert.NotNull(snapshot.Quality.Silhouette);
    }

    [Fact]
    public void Run_AnotherNumberOfComponents_KeepsTheFeatures()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var data = ShopSample.Create();
        SegmentationSnapshot At(int? components) => pipeline.Run(
            data, SegmentationRecipe.Default with { Features = new FeatureOptions { Components = components }, Clustering = new ClusteringOptions { ClusterCount = 3 } }, null, s_token);

        var (none, one, two) = (At(null), At(1), At(2));

        Assert.Same(none.Features.Matrix, one.Features.Matrix);
        Assert.Same(one.Features.Components!.Fit, two.Features.Components!.Fit);
        Assert.Same(none.Quality, At(null).Quality);
        Assert.Same(one.Quality, At(1).Quality);
    }

    [Fact]
    public void Run_MissingKept_SaysThatComponentsNeedEveryValue()
    {
        var data = Tables.Of(Tables.Numbers("x", 1, 2, double.NaN, 9), Tables.Numbers("y", 1, 2, 3, 4));
        var recipe = SegmentationRecipe.Default with
        {
            Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.Keep) },
            Features = new FeatureOptions { Components = 1 },
        };

        var failure = Assert.Throws<UnusableDataException>(() => new SegmentationPipeline().Run(data, recipe, null, s_token));

        Assert.Contains("a component needs every value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_KPrototypes_SaysThatAComponentIsNoCategory()
    {
        var data = Tables.Of(Tables.Numbers("x", 1, 2, 3, 9), Tables.Categories("c", "a", "b", "a", "b"));
        var recipe = SegmentationRecipe.Default with
        {
            Features = new FeatureOptions { Chosen = [new("x"), new("c")], Components = 1 },
            Clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.KPrototypes, ClusterCount = 2 },
        };

        var failure = Assert.Throws<UnusableDataException>(() => new SegmentationPipeline().Run(data, recipe, null, s_token));

        Assert.Contains("a component is neither", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memberships_OnComponents_AreThere()
    {
        var snapshot = new SegmentationPipeline().Run(
            ShopSample.Create(),
            SegmentationRecipe.Default with
            {
                Features = new FeatureOptions { Components = 1 },
                Clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.GaussianMixture, ClusterCount = 2 },
            },
            null,
            s_token);

        Assert.InRange(SegmentMemberships.Of(snapshot, s_token)![0, 1] ?? -1, 0f, 1f);
    }

    [Fact]
    public void Sensitivity_OnComponents_AlsoTriesTheFeaturesThemselves()
    {
        var snapshot = Run(Tables.ThreeGroups(), new FeatureOptions { Components = 2 });

        var results = Sensitivity.Compute(snapshot, cancellationToken: s_token);

        Assert.Equal("The features themselves", results[^1].Variation.Name);
        Assert.Equal(1, results[^1].Agreement);
        Assert.NotNull(results.Single(result => result.Variation.Name == "Without x").Agreement);
    }

    [Fact]
    public void Run_TransformsAndEncodings_KeepProfilesInTheUnitsOfTheFile()
    {
        var data = Tables.Of(Tables.Numbers("x", 0, 1, 2, 1000, 1001, 1002), Tables.Categories("c", "low", "low", "mid", "high", "high", "high"));

        var snapshot = Run(data, new FeatureOptions
        {
            Chosen = [new("x") { Transform = NumberTransform.Rank }, new("c") { Encoding = CategoryEncoding.Ordinal, Order = ["low", "mid", "high"] }],
        }, count: 2);

        var small = snapshot.ProfileOf(snapshot.SegmentOf(0)!.Value);
        Assert.Equal(1, small.Traits[0].Mean, 1e-9);
        Assert.Equal(4.0 / 3, small.Traits[1].Mean, 1e-9);
        Assert.Equal(["x", "c"], snapshot.Features.Columns.Select(column => column.Name));
    }

    private static SegmentationSnapshot Run(Dataset data, FeatureOptions features, int count = 3) => new SegmentationPipeline(threads: 1).Run(
        data, SegmentationRecipe.Default with { Features = features, Clustering = new ClusteringOptions { ClusterCount = count } }, null, s_token);
}

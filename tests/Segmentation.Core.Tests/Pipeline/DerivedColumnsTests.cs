using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class DerivedColumnsTests
{
    private static readonly SegmentationRecipe s_recipe = SegmentationRecipe.Default with
    {
        Derived = [new DerivedColumn("Sum", "x + y")],
        Features = new FeatureOptions { Chosen = [new FeatureChoice("Sum")] },
        Clustering = new() { ClusterCount = 3 },
    };

    [Fact]
    public void Run_SegmentsByADerivedColumn_AndKeepsTheFileAsItWas()
    {
        var data = Tables.ThreeGroups();
        var snapshot = new SegmentationPipeline().Run(data, s_recipe);

        Assert.Equal(["Sum"], snapshot.Features.Columns.Select(column => column.Name));
        Assert.Equal(10, snapshot.Profiles.Sum(profile => profile.Size));
        Assert.Same(data, snapshot.Source);
        Assert.True(snapshot.Data.Frame.TryGetColumn("Sum", out _));
        Assert.Equal(2, snapshot.Source.Frame.Columns.Count);
    }

    [Fact]
    public void Run_TheSameColumnsAgain_AreNotComputedAgain()
    {
        var (pipeline, data) = (new SegmentationPipeline(), Tables.ThreeGroups());
        var before = pipeline.Run(data, s_recipe);
        var after = pipeline.Run(data, s_recipe with { Derived = [new DerivedColumn("Sum", "x + y")], Clustering = new() { ClusterCount = 2 } });

        Assert.Same(before.Data, after.Data);
        Assert.Same(before.Features, after.Features);
        Assert.NotSame(before.Data, pipeline.Run(data, s_recipe with { Derived = [new DerivedColumn("Sum", "x - y")] }).Data);
        Assert.NotSame(before.Data, pipeline.Run(data, s_recipe with { Today = new DateOnly(2020, 1, 1) }).Data);
    }

    [Fact]
    public void Run_NobodyChose_ADerivedNumberIsAFeature()
    {
        var snapshot = new SegmentationPipeline().Run(Tables.ThreeGroups(), s_recipe with { Features = new() });

        Assert.Equal(["x", "y", "Sum"], snapshot.Features.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Run_RolesAndCleaning_ReachADerivedColumn()
    {
        var recipe = s_recipe with
        {
            Roles = ValueMap<ColumnRole>.Empty.With("x", ColumnRole.Ignored),
            Features = new(),
            Cleaning = new CleaningOptions { AllowedRanges = ValueMap<AllowedRange>.Empty.With("Sum", new AllowedRange(null, 20.15)), Missing = new(MissingAction.SetAside) },
        };

        var snapshot = new SegmentationPipeline().Run(Tables.ThreeGroups(), recipe);

        Assert.Equal(["y", "Sum"], snapshot.Features.Columns.Select(column => column.Name));
        Assert.Equal(7, snapshot.Features.Rows.Count);
    }

    [Fact]
    public void Run_WhatIsDerivedFromTheIdentifier_HidesNoRepeatedRow()
    {
        var data = Tables.Of(Tables.Numbers("id", 1, 2, 3, 4), Tables.Numbers("x", 1, 1, 2, 3));
        data = data with { Schema = new Schema(data.Schema.Roles.With("id", ColumnRole.Identifier)) };
        var recipe = SegmentationRecipe.Default with { Derived = [new DerivedColumn("Double", "id * 2")], Clustering = new() { ClusterCount = 2 } };

        var snapshot = new SegmentationPipeline().Run(data, recipe);

        Assert.Contains(snapshot.Cleaning.Ledger, entry => entry.Step == CleaningStep.RepeatsButForIdentifier);
    }

    [Fact]
    public void ExtendEvidenceAndSensitivity_WorkOnTheSameColumns()
    {
        var pipeline = new SegmentationPipeline();
        var snapshot = pipeline.Run(Tables.ThreeGroups(), s_recipe with { Features = new() });

        Assert.Contains(pipeline.Extend(snapshot, 4).Curve, quality => quality.ClusterCount == 4);
        Assert.All(Sensitivity.Compute(snapshot), found => Assert.NotNull(found.Agreement));
    }

    [Fact]
    public void Follow_AColumnIsAdded_SegmentsKeepTheirNumbers()
    {
        var (pipeline, data) = (new SegmentationPipeline(), Tables.ThreeGroups());
        var plain = SegmentationRecipe.Default with { Clustering = new() { ClusterCount = 3 } };
        var before = pipeline.Run(data, plain);
        before = before.Renumbered([7, 8, 9]);

        var after = SegmentIdentity.Follow(before, pipeline.Run(data, plain with { Derived = [new DerivedColumn("Sum", "x + y")] })).Snapshot;

        Assert.Equal([7, 8, 9], after.Numbers);
    }

    [Theory]
    [InlineData("""{"derived":[null]}""")]
    [InlineData("""{"derived":[{}]}""")]
    [InlineData("""{"derived":[{"name":"a"}]}""")]
    [InlineData("""{"derived":[{"name":null,"expression":"1"}]}""")]
    [InlineData("""{"derived":[{"name":"","expression":"1"}]}""")]
    [InlineData("""{"derived":[{"name":"a","expression":""}]}""")]
    [InlineData("""{"derived":[{"name":"a","expression":"1","code":"x"}]}""")]
    [InlineData("""{"derived":null}""")]
    [InlineData("""{"today":"yesterday"}""")]
    [InlineData("""{"today":5}""")]
    public void Parse_WhatIsNoDerivedColumn_IsRefused(string json) =>
        Assert.StartsWith("The recipe", Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_TooManyOrTooLong_IsRefusedWithTheLimit()
    {
        static string Of(IEnumerable<string> columns) => $$"""{"derived":[{{string.Join(",", columns)}}]}""";

        var many = Of(Enumerable.Repeat("""{"name":"a","expression":"1"}""", DerivedColumn.MaxCount + 1));
        var wide = Of([$$"""{"name":"a","expression":"{{new string('1', 10_000)}}"}"""]);

        Assert.Contains("at most 50", Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(many)).Message, StringComparison.Ordinal);
        Assert.Contains("2,000", Assert.Throws<UnusableDataException>(() => RecipeJson.Parse(wide)).Message, StringComparison.Ordinal);
    }
}

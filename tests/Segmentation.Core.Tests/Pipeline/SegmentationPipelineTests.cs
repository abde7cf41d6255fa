using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class SegmentationPipelineTests
{
    private static readonly Dataset s_groups = Tables.ThreeGroups();

    private readonly SegmentationPipeline _pipeline = new();

    [Fact]
    public void Run_ThreeGroups_FindsThemLargestFirst()
    {
        var snapshot = _pipeline.Run(s_groups, At(3));

        Assert.Equal([5, 3, 2], snapshot.Profiles.Select(profile => profile.Size));
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 3, 3], Enumerable.Range(0, 10).Select(snapshot.SegmentOf));
        Assert.Equal(0.08, snapshot.Profiles[0].Traits[0].Mean, precision: 12);
        Assert.Equal(3, snapshot.SegmentCount);
    }

    [Fact]
    public void Run_KMoves_NeitherCleansNorBuildsFeaturesAgain()
    {
        var first = _pipeline.Run(s_groups, At(2));

        var second = _pipeline.Run(s_groups, At(3));

        Assert.Same(first.Cleaning, second.Cleaning);
        Assert.Same(first.Features, second.Features);
        Assert.NotSame(first.Quality, second.Quality);
        Assert.Equal([2, 3], second.Curve.Select(quality => quality.ClusterCount));
    }

    [Fact]
    public void Run_KThatWasComputed_IsTheSameInstance_AlsoFromAnEqualRecipe()
    {
        var first = _pipeline.Run(s_groups, At(3));
        _pipeline.Run(s_groups, At(2));

        Assert.Same(first.Quality, _pipeline.Run(s_groups, At(3)).Quality);
        Assert.Same(first.Quality, _pipeline.Run(s_groups, RecipeJson.Parse(RecipeJson.Write(At(3)))).Quality);
    }

    public static TheoryData<string, SegmentationRecipe> OtherRecipes { get; } = new()
    {
        { "scaling", At(3) with { Features = new FeatureOptions { Scaling = Scaling.MinMax } } },
        { "features", At(3) with { Features = new FeatureOptions { Chosen = [new FeatureChoice("x")] } } },
        { "weight", At(3) with { Features = new FeatureOptions { Chosen = [new FeatureChoice("x") { Weight = 2 }, new FeatureChoice("y")] } } },
        { "outliers", At(3) with { Cleaning = new CleaningOptions { Outliers = new OutlierOptions { Threshold = 3 } } } },
        { "missing", At(3) with { Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) } } },
        { "seed", At(3) with { Clustering = new ClusteringOptions { ClusterCount = 3, Seed = 2 } } },
        { "roles", At(3) with { Roles = ValueMap<ColumnRole>.Empty.With("y", ColumnRole.Ignored) } },
    };

    [Theory]
    [MemberData(nameof(OtherRecipes), DisableDiscoveryEnumeration = true)]
    public void Run_UndoAfterAnotherRecipe_ComesBackToTheSameInstances(string change, SegmentationRecipe other)
    {
        var before = _pipeline.Run(s_groups, At(3));

        var between = _pipeline.Run(s_groups, other);
        var after = _pipeline.Run(s_groups, At(3));

        Assert.False(ReferenceEquals(before.Quality, between.Quality), change);
        Assert.Same(before.Cleaning, after.Cleaning);
        Assert.Same(before.Features, after.Features);
        Assert.Same(before.Quality, after.Quality);
    }

    [Fact]
    public void Run_AnotherFile_DoesNotMeetTheFirstOnesStages()
    {
        _pipeline.Run(s_groups, At(3));

        var other = _pipeline.Run(Tables.Of(Tables.Numbers("x", 1, 2, 3, 4), Tables.Numbers("y", 9, 8, 7, 1)), At(2));

        Assert.Equal(4, other.Profiles.Sum(profile => profile.Size));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBits()
    {
        var data = ShopSample.Create();

        var one = new SegmentationPipeline(1).Run(data, At(5));
        var four = new SegmentationPipeline(4).Run(data, At(5));

        Assert.Equal(one.Quality.Clustering.Labels, four.Quality.Clustering.Labels);
        Assert.Equal(one.Quality.Clustering.Inertia, four.Quality.Clustering.Inertia);
        Assert.Equal(one.Quality.Silhouette!.Mean, four.Quality.Silhouette!.Mean);
    }

    [Fact]
    public void Run_Auto_TakesTheBestSilhouetteAndSaysWhy()
    {
        var shares = new List<double>();

        var snapshot = _pipeline.Run(s_groups, SegmentationRecipe.Default, new Listener(shares.Add));

        Assert.Equal(3, snapshot.SegmentCount);
        Assert.Equal(3, snapshot.Suggestion!.ClusterCount);
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(snapshot.Quality.Silhouette!.Mean, snapshot.Curve.Max(quality => quality.Silhouette?.Mean));
    }

    // Whatever number has the best silhouette, its segments must be found again.
    [Fact]
    public void RunSettled_Auto_TakesANumberWhoseSegmentsAreStable_WithTheRecipeAsItWas()
    {
        var options = new EvidenceOptions { Bootstraps = 30 };

        var snapshot = _pipeline.RunSettled(ManyRows(300), SegmentationRecipe.Default, options);

        Assert.Equal(SegmentationRecipe.Default, snapshot.Recipe);
        Assert.True(_pipeline.EvidenceOn(snapshot, options).Known.IsStable(snapshot.SegmentCount));
        Assert.Contains("every segment is stable", snapshot.Suggestion!.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void EvidenceOn_TheSameFeatures_IsTheSameSearch_WhateverTheNumberOfSegments()
    {
        var options = new EvidenceOptions { Bootstraps = 5 };

        var search = _pipeline.EvidenceOn(_pipeline.Run(s_groups, At(2)), options);

        Assert.Same(search, _pipeline.EvidenceOn(_pipeline.Run(s_groups, At(3)), options));
        Assert.NotSame(search, _pipeline.EvidenceOn(_pipeline.Run(s_groups, At(3) with { Features = new FeatureOptions { Scaling = Scaling.MinMax } }), options));
    }

    [Fact]
    public void Run_AutoOnManyRows_ChoosesOnASampleAndFitsAll()
    {
        var snapshot = new SegmentationPipeline { MostAutoRows = 300 }.Run(ManyRows(1_000), SegmentationRecipe.Default);

        Assert.Equal(4, snapshot.SegmentCount);
        Assert.Equal(1_000, snapshot.Profiles.Sum(profile => profile.Size));
        Assert.Single(snapshot.Curve);
        Assert.Equal(4, snapshot.Suggestion!.ClusterCount);
        Assert.NotNull(snapshot.Suggestion.Elbow);
    }

    [Fact]
    public void Extend_OneMoreK_ShowsOnTheCurveOnly()
    {
        var snapshot = _pipeline.Run(s_groups, At(3));

        var extended = _pipeline.Extend(snapshot, 4);

        Assert.Equal([3, 4], extended.Curve.Select(quality => quality.ClusterCount));
        Assert.Same(snapshot.Quality, extended.Quality);
        Assert.Single(snapshot.Curve);
    }

    [Fact]
    public void Extend_MoreThanDistinctRows_ChangesNothing()
    {
        var snapshot = _pipeline.Run(s_groups, At(3));

        Assert.Same(snapshot, _pipeline.Extend(snapshot, 11));
    }

    [Fact]
    public void Run_Cancelled_PublishesNothingAndKeepsFinishedStages()
    {
        var before = _pipeline.Run(s_groups, At(2));

        Assert.Throws<OperationCanceledException>(() => _pipeline.Run(s_groups, At(4), cancellationToken: new CancellationToken(canceled: true)));
        var after = _pipeline.Run(s_groups, At(2));

        Assert.Same(before.Features, after.Features);
        Assert.Equal([2], after.Curve.Select(quality => quality.ClusterCount));
    }

    [Fact]
    public void Run_CancelledWhileChoosing_KeepsTheNumbersThatWereTried()
    {
        using var source = new CancellationTokenSource();
        var stopper = new Listener(_ => source.Cancel());

        Assert.Throws<OperationCanceledException>(() => _pipeline.Run(s_groups, SegmentationRecipe.Default, stopper, source.Token));

        Assert.Equal([2, 3], _pipeline.Run(s_groups, At(3)).Curve.Select(quality => quality.ClusterCount));
    }

    [Fact]
    public void Run_MoreSegmentsThanDistinctRows_SaysHowManyThereCanBe()
    {
        var data = Tables.Of(Tables.Numbers("income", 1, 1, 2, 2, 2));

        var failure = Assert.Throws<UnusableDataException>(() => _pipeline.Run(data, At(5)));

        Assert.Contains("at most 2 segments", failure.Message, StringComparison.Ordinal);
        Assert.Contains("income", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AllConstant_NamesTheColumns()
    {
        var failure = Assert.Throws<UnusableDataException>(() =>
            _pipeline.Run(Tables.Of(Tables.Numbers("flat", 3, 3, 3), Tables.Numbers("even", 1, 1, 1)), At(2)));

        Assert.Contains("flat", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Choose other columns", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AColumnOfOneValueAndEmptyCells_IsLeftOutWithItsReason()
    {
        var snapshot = _pipeline.Run(Tables.Of(Tables.Numbers("a", 1, 2, 8, 9), Tables.Numbers("vip", 1, double.NaN, 1, double.NaN)), At(2));

        Assert.Equal(["a"], snapshot.Features.Columns.Select(column => column.Name));
        Assert.Equal(["vip"], snapshot.Features.LeftOut.Select(left => left.Column));
        Assert.Equal(4, snapshot.Features.Rows.Count);
    }

    [Fact]
    public void Run_OneRow_SaysSo()
    {
        var failure = Assert.Throws<UnusableDataException>(() => _pipeline.Run(Tables.Of(Tables.Numbers("a", 1)), At(1)));

        Assert.Contains("one row only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NothingButDates_SaysWhatToDo()
    {
        var dates = new DateColumn("joined", [new DateTime(2020, 1, 1), new DateTime(2021, 1, 1), new DateTime(2022, 1, 1)]);

        var failure = Assert.Throws<UnusableDataException>(() => _pipeline.Run(Tables.Of(dates), At(2)));

        Assert.Contains("No column of numbers or categories", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CategoriesAndNoNumbers_SegmentsByCategories()
    {
        var snapshot = _pipeline.Run(Tables.Of(Tables.Categories("town", "Leeds", "York", "Leeds", "York")), At(2));

        Assert.Equal(["town = Leeds", "town = York"], snapshot.Features.Columns.Select(column => column.Name));
        Assert.Equal(0, snapshot.Quality.Clustering.Inertia);
    }

    [Fact]
    public void Run_EveryRowSetAside_SaysWhatToDo()
    {
        var data = Tables.Of(Tables.Numbers("a", 1, double.NaN, 2, double.NaN), Tables.Numbers("b", double.NaN, 1, double.NaN, 2));
        var recipe = At(2) with { Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) } };

        var failure = Assert.Throws<UnusableDataException>(() => _pipeline.Run(data, recipe));

        Assert.Contains("Every row has been set aside", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_RowsSetAside_HaveNoSegmentAndNoMargin()
    {
        var data = Tables.Of(Tables.Numbers("x", 0, 0.1, double.NaN, 10, 10.1), Tables.Numbers("y", 0, 0.2, 0.3, 0.4, 0.5));
        var recipe = At(2) with { Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) } };

        var snapshot = _pipeline.Run(data, recipe);

        Assert.Null(snapshot.SegmentOf(2));
        Assert.Null(snapshot.MarginOf(2));
        Assert.NotNull(snapshot.SegmentOf(3));
        Assert.Equal("missing x", snapshot.Cleaning.SetAside.ReasonOf(2));
    }

    [Fact]
    public void Run_OneSegment_IsPossible()
    {
        var snapshot = _pipeline.Run(s_groups, At(1));

        Assert.Equal([10], snapshot.Profiles.Select(profile => profile.Size));
        Assert.Null(snapshot.Quality.Silhouette);
        Assert.Null(snapshot.MarginOf(0));
    }

    [Fact]
    public void Run_InvalidRecipe_IsAProgrammingMistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _pipeline.Run(s_groups, At(0)));

    [Fact]
    public void MarginOf_IsTheDistanceToTheNextCentreLessTheDistanceToTheOwn()
    {
        var data = Tables.Of(Tables.Numbers("x", 0, 2, 10, 12));
        var recipe = At(2) with { Features = new FeatureOptions { Scaling = Scaling.None } };

        var snapshot = _pipeline.Run(data, recipe);

        // Centres 1 and 11: from 2 it is 1 to the own and 9 to the other.
        Assert.Equal(8, snapshot.MarginOf(1)!.Value, precision: 5);
        Assert.Equal(10, snapshot.MarginOf(0)!.Value, precision: 5);
    }

    private static SegmentationRecipe At(int clusterCount) => new() { Clustering = new ClusteringOptions { ClusterCount = clusterCount } };

    // Four round heaps at the corners of a square.
    private static Dataset ManyRows(int rows)
    {
        var random = new SeededRandom(3);
        var (x, y) = (new double[rows], new double[rows]);
        for (var row = 0; row < rows; row++)
        {
            (x[row], y[row]) = ((row % 2 * 20) + random.NextNormal(), (row / 2 % 2 * 20) + random.NextNormal());
        }

        return Tables.Of(Tables.Numbers("x", x), Tables.Numbers("y", y));
    }

    private sealed class Listener(Action<double> heard) : IProgress<double>
    {
        public void Report(double value) => heard(value);
    }
}

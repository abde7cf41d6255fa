using System.Text;
using System.Text.Json.Nodes;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Whatever one pipeline was asked before, each answer is that of a new one, which is asked nothing else.</summary>
public class PipelineWalkTests
{
    private const int Steps = 40;

    private readonly StringBuilder _walk = new();

    [Theory]
    [InlineData(1, SegmentationPipeline.AutoRows)]
    [InlineData(2, SegmentationPipeline.AutoRows)]
    [InlineData(3, SegmentationPipeline.AutoRows)]
    [InlineData(4, 30)]
    [InlineData(5, 30)]
    public void AnyWalk_OverSmallData_AnswersAsAFreshRun(int seed, int autoRows) => Explain(seed, () =>
    {
        var (data, walk) = (RecipeWalk.Data(), new RecipeWalk(seed));
        var pipeline = New(autoRows, threads: 2);
        for (var step = 0; step < Steps; step++)
        {
            var recipe = walk.Next();
            _walk.AppendLine($"{step}: {OnOneLine(recipe)}");
            Disturb(pipeline, data, recipe, walk);
            var (shown, failure) = Try(pipeline, data, recipe);
            var (expected, expectedFailure) = Try(New(autoRows, threads: 1), data, recipe);
            Assert.Equal(expectedFailure, failure);
            if (shown is not null && expected is not null)
            {
                AssertSame(expected, shown);
                AssertSameSuggestion(pipeline, shown, New(autoRows, threads: 1), expected);
            }
        }
    });

    [Fact]
    public void AnyWalk_OverManyRows_WithPreviews_AnswersAsAFreshRun() => Explain(6, () =>
    {
        var (data, random) = (ManyRows(), new SeededRandom(6));
        var pipeline = New(SegmentationPipeline.AutoRows, threads: 2);
        for (var step = 0; step < 6; step++)
        {
            var recipe = new SegmentationRecipe
            {
                Clustering = new ClusteringOptions { ClusterCount = 2 + random.Next(4), Restarts = 2, Seed = 1 + random.Next(2) },
            };
            _walk.AppendLine($"{step}: {OnOneLine(recipe)}");
            pipeline.Preview(data, recipe, TestContext.Current.CancellationToken);
            AssertSame(Try(New(SegmentationPipeline.AutoRows, threads: 1), data, recipe).Shown!, Try(pipeline, data, recipe).Shown!);
        }
    });

    private static SegmentationPipeline New(int autoRows, int threads) => new(threads) { MostAutoRows = autoRows };

    /// <summary>What the page does besides: looks ahead, tries other numbers, and stops what is under way.</summary>
    private static void Disturb(SegmentationPipeline pipeline, Dataset data, SegmentationRecipe recipe, RecipeWalk walk)
    {
        using var source = new CancellationTokenSource();
        var reportsLeft = walk.OneOf(4);
        var reports = new Reports<double>(_ => CancelAfter(ref reportsLeft, source));
        var started = recipe with { Clustering = recipe.Clustering with { ClusterCount = walk.OneOf(4) == 0 ? null : recipe.Clustering.ClusterCount } };
        try
        {
            switch (walk.OneOf(4))
            {
                case 0:
                    pipeline.Run(data, started, null, new CancellationToken(canceled: true));
                    break;
                case 1:
                    pipeline.Run(data, started, reports, source.Token);
                    break;
                case 2:
                    pipeline.Preview(data, recipe, TestContext.Current.CancellationToken);
                    pipeline.Extend(pipeline.Run(data, recipe), 1 + walk.OneOf(9), TestContext.Current.CancellationToken);
                    break;
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or UnusableDataException)
        {
            // Whoever stops a run, or asks for what cannot be, leaves nothing behind.
        }
    }

    private static void CancelAfter(ref int reportsLeft, CancellationTokenSource source)
    {
        if (reportsLeft-- == 0)
        {
            source.Cancel();
        }
    }

    private static (SegmentationSnapshot? Shown, string? Failure) Try(SegmentationPipeline pipeline, Dataset data, SegmentationRecipe recipe)
    {
        try
        {
            return (pipeline.Run(data, recipe, null, TestContext.Current.CancellationToken), null);
        }
        catch (UnusableDataException failure)
        {
            return (null, failure.Message);
        }
    }

    private static void AssertSame(SegmentationSnapshot expected, SegmentationSnapshot shown)
    {
        AssertSame(expected.Quality, shown.Quality);
        Assert.Equal(Described(expected), Described(shown));
        Assert.All(expected.Curve, point => AssertSame(point, shown.Curve.Single(other => other.ClusterCount == point.ClusterCount)));
    }

    private static void AssertSame(ClusterQuality expected, ClusterQuality shown)
    {
        Assert.Equal(expected.Clustering.Labels, shown.Clustering.Labels);
        Assert.Equal(expected.Clustering.Sizes, shown.Clustering.Sizes);
        Assert.Equal(expected.Clustering.Centroids, shown.Clustering.Centroids);
        Assert.Equal(Figures(expected), Figures(shown));
        Assert.Equal(expected.Silhouette?.Rows, shown.Silhouette?.Rows);
        Assert.Equal(expected.Silhouette?.Values, shown.Silhouette?.Values);
    }

    private static (double, int, double?, double?, double?, int?, double?) Figures(ClusterQuality quality) => (
        quality.Clustering.Inertia, quality.Clustering.Iterations, quality.Silhouette?.Mean, quality.CalinskiHarabasz, quality.DaviesBouldin,
        quality.Asked, quality.Bic);

    private static string[] Described(SegmentationSnapshot snapshot) =>
    [
        .. snapshot.Profiles.Select(profile => FormattableString.Invariant(
            $"{profile.Number} {profile.Size} {profile.Share} {profile.Silhouette}: {string.Join("; ", profile.Traits)}")),
    ];

    /// <summary>The fresh run is given the same numbers on its curve, and both the same evidence.</summary>
    private static void AssertSameSuggestion(
        SegmentationPipeline pipeline, SegmentationSnapshot shown, SegmentationPipeline fresh, SegmentationSnapshot expected)
    {
        if (shown.Suggestion?.Reason.Contains("a sample of", StringComparison.Ordinal) == true)
        {
            fresh.Run(expected.Data, expected.Recipe with { Clustering = expected.Recipe.Clustering with { ClusterCount = null } });
        }

        foreach (var point in shown.Curve)
        {
            expected = fresh.Extend(expected, point.ClusterCount, TestContext.Current.CancellationToken);
        }

        var unstable = new ClusterEvidence { Stability = new Dictionary<int, StabilityResult> { [3] = new([0.9, 0.8, 0.3], 10, false) } };
        Assert.All([ClusterEvidence.None, unstable], evidence => Assert.Equal(
            fresh.Suggest(expected, evidence, TestContext.Current.CancellationToken),
            pipeline.Suggest(shown, evidence, TestContext.Current.CancellationToken)));
    }

    private static string OnOneLine(SegmentationRecipe recipe) => JsonNode.Parse(RecipeJson.Write(recipe))!.ToJsonString();

    private void Explain(int seed, Action walk)
    {
        try
        {
            walk();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"The walk of seed {seed} went wrong at its last step:\n{_walk}", failure);
        }
    }

    private static Dataset ManyRows()
    {
        var random = new SeededRandom(4);
        int[] kinds = [.. Enumerable.Range(0, KMeans.PreviewedFromRows + 1).Select(_ => random.Next(4))];
        return Tables.Of(
            Tables.Numbers("x", [.. kinds.Select(kind => (4 * (kind % 2)) + random.NextNormal())]),
            Tables.Numbers("y", [.. kinds.Select(kind => (4.0 * (kind / 2)) + random.NextNormal())]));
    }
}

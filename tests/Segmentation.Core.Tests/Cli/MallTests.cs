using System.Diagnostics;
using System.Text.Json;
using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

/// <summary>The published k-means of Mall_Customers, income and score unscaled, from the file to the figures.</summary>
public sealed class MallTests : IDisposable
{
    // Best within-cluster sum of squares for five clusters, published and measured.
    private const double Inertia = 44448.455448;

    private static readonly string? s_mall = SharedData.Find("Mall_Customers.csv");

    private readonly SegmentCommand _segment = new();

    public void Dispose() => _segment.Dispose();

    [Fact]
    public void Pipeline_FiveSegmentsUnscaled_GivesThePublishedInertia()
    {
        Assert.SkipWhen(s_mall is null, "Mall_Customers.csv is not here");
        var recipe = new SegmentationRecipe
        {
            Features = new FeatureOptions { Chosen = [new("Annual Income (k$)"), new("Spending Score (1-100)")], Scaling = Scaling.None },
            Clustering = new ClusteringOptions { ClusterCount = 5 },
        };

        var snapshot = new SegmentationPipeline().Run(DatasetReader.Read(s_mall, ReadingOptions.Default), recipe);

        Assert.Equal(Inertia, snapshot.Quality.Clustering.Inertia, precision: 5);
        Assert.Equal(0.5539, snapshot.Quality.Silhouette!.Mean, precision: 4);
        Assert.Equal([81, 39, 35, 23, 22], snapshot.Profiles.Select(profile => profile.Size));
        Assert.Equal([55.30, 86.54, 88.20, 26.30, 25.73], snapshot.Profiles.Select(profile => Math.Round(profile.Traits[0].Mean, 2)));
        Assert.Equal([49.52, 82.13, 17.11, 20.91, 79.36], snapshot.Profiles.Select(profile => Math.Round(profile.Traits[1].Mean, 2)));
    }

    [Fact]
    public async Task Run_FiveSegmentsUnscaled_GivesThePublishedInertia()
    {
        Assert.SkipWhen(s_mall is null, "Mall_Customers.csv is not here");

        var json = await SegmentCommand.JsonAsync(Run(s_mall));

        Assert.Equal(Inertia, json.GetProperty("inertia").GetDouble(), precision: 5);
    }

    // Kneedle, silhouette and Davies-Bouldin 5, Calinski-Harabasz 9, gap 1: recomputed from the definitions for k = 1 to 10.
    [Fact]
    public async Task Sweep_Unscaled_TheCriteriaDisagree()
    {
        Assert.SkipWhen(s_mall is null, "Mall_Customers.csv is not here");

        var json = await SegmentCommand.JsonAsync(
            "sweep", s_mall, "--features", "Annual Income (k$),Spending Score (1-100)", "--scale", "none", "--bootstraps", "50", "--references", "50");

        var verdicts = json.GetProperty("verdicts").EnumerateObject().Select(verdict => (verdict.Name, verdict.Value.GetInt32()));
        Assert.Equal(
            [("elbow", 5), ("silhouette", 5), ("calinskiHarabasz", 9), ("daviesBouldin", 5), ("gap", 1), ("bic", 5), ("stability", 5)], verdicts);
    }

    [Fact]
    public async Task Sweep_Unscaled_GivesThePublishedInertiasAndTheElbowAtFive()
    {
        Assert.SkipWhen(s_mall is null, "Mall_Customers.csv is not here");
        double[] published = [269981.28, 181363.60, 106348.37, 73679.79, 44448.4554, 37233.81, 30241.34, 25043.89, 21818.11, 19704.12];

        var json = await SegmentCommand.JsonAsync(
            "sweep", s_mall, "--features", "Annual Income (k$),Spending Score (1-100)", "--scale", "none", "--restarts", "200");

        Assert.Equal(5, json.GetProperty("elbow").GetInt32());
        var inertias = json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("inertia").GetDouble()).ToArray();
        // Up to six clusters the published best is the best there is; beyond, so many starts find a little better.
        Assert.All(Enumerable.Range(0, 6), place => Assert.Equal(published[place], inertias[place], 0.01));
        Assert.All(Enumerable.Range(6, 4), place => Assert.InRange(inertias[place], 0.99 * published[place], published[place] + 0.01));
    }

    [Fact]
    public async Task Process_ShopFile_AnswersOnStandardOutputAndError()
    {
        var file = _segment.Write("shop.csv", Shops.Sixty());

        var good = await StartAsync("run", file, "--k", "3", "--json", "-");
        var bad = await StartAsync("run", file, "--k", "none");

        Assert.Equal((0, ""), (good.Code, good.Error));
        Assert.Equal(3, JsonDocument.Parse(good.Output).RootElement.GetProperty("k").GetInt32());
        Assert.Equal((2, ""), (bad.Code, bad.Output));
        Assert.Single(bad.Error.TrimEnd().Split('\n'));
    }

    private static string[] Run(string file) =>
        ["run", file, "--features", "Annual Income (k$),Spending Score (1-100)", "--k", "5", "--scale", "none"];

    private static async Task<SegmentCommand.Outcome> StartAsync(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "segment.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new SegmentCommand.Outcome(process.ExitCode, await output, await error);
    }
}

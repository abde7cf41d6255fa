using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class AlgorithmTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public AlgorithmTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    [Theory]
    [InlineData("kmeans")]
    [InlineData("kmedoids")]
    [InlineData("mixture", "--covariance", "diagonal")]
    [InlineData("ward")]
    [InlineData("average")]
    [InlineData("complete")]
    [InlineData("bisecting")]
    [InlineData("kprototypes", "--lambda", "0.5")]
    public async Task Run_EveryAlgorithm_FindsTheThreeGroups(string algorithm, params string[] options)
    {
        var json = await SegmentCommand.JsonAsync(
            ["run", _file, "--features", "\"Income, yearly\",Score,Region", "--outliers", "mad", "--algorithm", algorithm, "--k", "3", .. options]);

        Assert.Equal(algorithm, json.GetProperty("algorithm").GetString());
        Assert.Equal(3, json.GetProperty("k").GetInt32());
        Assert.Equal(0, json.GetProperty("unassigned").GetInt32());
        Assert.Equal(json.GetProperty("clustered").GetInt32(), json.GetProperty("segments").EnumerateArray().Sum(segment => segment.GetProperty("size").GetInt32()));
        Assert.Equal(algorithm == "mixture", json.GetProperty("bic").ValueKind == System.Text.Json.JsonValueKind.Number);
    }

    [Fact]
    public async Task Run_Hdbscan_TellsTheUnassignedLastAndCountsThem()
    {
        var file = _segment.Write("loners.csv", Loners());

        var json = await SegmentCommand.JsonAsync(
            "run", file, "--algorithm", "hdbscan", "--min-cluster-size", "5", "--min-samples", "5", "--out", _segment.PathOf("list.csv"));

        Assert.Equal((2, 2), (json.GetProperty("k").GetInt32(), json.GetProperty("unassigned").GetInt32()));
        Assert.Equal([1, 2, 0], json.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("number").GetInt32()));
        Assert.Equal(2, _segment.Read("list.csv").Split("\r\n").Count(line => line.Contains(",0,Unassigned,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_Mixture_WritesMemberships()
    {
        await SegmentCommand.JsonAsync(
            "run", _file, "--features", "Score", "--algorithm", "mixture", "--covariance", "spherical", "--k", "2", "--out", _segment.PathOf("list.csv"));

        Assert.EndsWith("membership_1,membership_2", _segment.Read("list.csv").Split("\r\n")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SavedRecipe_HoldsTheAlgorithmAndOverridesApply()
    {
        await SegmentCommand.JsonAsync(
            "run", _file, "--features", "Score", "--algorithm", "complete", "--k", "2", "--save-recipe", _segment.PathOf("r.json"));

        Assert.Equal(ClusteringAlgorithm.Hierarchy, RecipeJson.Parse(_segment.Read("r.json")).Clustering.Algorithm);
        var again = await SegmentCommand.JsonAsync("run", _file, "--recipe", _segment.PathOf("r.json"));
        Assert.Equal("complete", again.GetProperty("algorithm").GetString());
        var other = await SegmentCommand.JsonAsync("run", _file, "--recipe", _segment.PathOf("r.json"), "--algorithm", "ward");
        Assert.Equal("ward", other.GetProperty("algorithm").GetString());
    }

    [Fact]
    public async Task Sweep_Mixture_HasABicPerNumber()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file, "--features", "Score", "--algorithm", "mixture", "--covariance", "tied", "--to", "3");

        Assert.All(json.GetProperty("results").EnumerateArray(), result => Assert.True(double.IsFinite(result.GetProperty("bic").GetDouble())));
    }

    [Fact]
    public async Task Sweep_Hdbscan_HasTheOneNumberThatWasFound()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _segment.Write("loners.csv", Loners()), "--algorithm", "hdbscan", "--min-cluster-size", "5");

        Assert.Equal([2], json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("k").GetInt32()));
    }

    [Fact]
    public async Task Run_MissingKept_ClustersTheRowWithTheGap()
    {
        var dropped = await SegmentCommand.JsonAsync("run", _file, "--missing", "drop", "--outliers", "none", "--k", "3");
        var kept = await SegmentCommand.JsonAsync("run", _file, "--missing", "keep", "--outliers", "none", "--k", "3");

        Assert.Equal((59, 60), (dropped.GetProperty("clustered").GetInt32(), kept.GetProperty("clustered").GetInt32()));
    }

    [Theory]
    [InlineData("--missing keep is for --algorithm kmeans, not average", "--algorithm", "average", "--missing", "keep")]
    [InlineData("--covariance is for --algorithm mixture, not kmeans", "--covariance", "full")]
    [InlineData("--min-cluster-size is for --algorithm hdbscan, not ward", "--algorithm", "ward", "--min-cluster-size", "5")]
    [InlineData("--min-samples is for --algorithm hdbscan, not kmeans", "--min-samples", "5")]
    [InlineData("--lambda is for --algorithm kprototypes, not kmedoids", "--lambda", "1", "--algorithm", "kmedoids")]
    [InlineData("hdbscan finds the number of segments itself", "--algorithm", "hdbscan", "--k", "4")]
    [InlineData("--restarts means nothing to --algorithm mixture", "--algorithm", "mixture", "--restarts", "4")]
    [InlineData("--lambda is a number from 0 to 1000, not '-1'", "--algorithm", "kprototypes", "--lambda", "-1")]
    [InlineData("--lambda is a number from 0 to 1000, not 'NaN'", "--algorithm", "kprototypes", "--lambda", "NaN")]
    [InlineData("--min-cluster-size is a whole number from 2", "--algorithm", "hdbscan", "--min-cluster-size", "1")]
    [InlineData("--algorithm is one of kmeans, kmedoids, mixture", "--algorithm", "magic")]
    [InlineData("no category is among the features", "--algorithm", "kprototypes", "--features", "Score")]
    public async Task Run_Nonsense_IsRefusedInOneLine(string reason, params string[] options) =>
        Assert.Contains(reason, await SegmentCommand.RefusedAsync(["run", _file, .. options]), StringComparison.Ordinal);

    [Fact]
    public async Task Sweep_RangeOfWhatIsFound_IsRefused() => Assert.Contains(
        "leave --from and --to out", await SegmentCommand.RefusedAsync("sweep", _file, "--algorithm", "hdbscan", "--to", "5"), StringComparison.Ordinal);

    // Fifteen around 0, fifteen around 20, and two far from everybody.
    private static string Loners() => "x,y\n" + string.Concat(Enumerable.Range(0, 30).Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{(row < 15 ? 0 : 20) + (0.1 * (row % 15))},{0.1 * (row * 7 % 15)}\n"))) + "50.5,-60.5\n100.5,90.5\n";
}

using System.Text.Json;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class SweepCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public SweepCommandTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Json_HasExactlyTheAgreedNames_AndNullWhereNothingIsDefined()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file);

        Assert.Equal(["results", "elbow"], json.EnumerateObject().Select(property => property.Name));
        var results = json.GetProperty("results").EnumerateArray().ToArray();
        Assert.All(results, result => Assert.Equal(
            ["k", "inertia", "silhouette", "calinskiHarabasz", "daviesBouldin", "bic"], result.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(Enumerable.Range(1, 10), results.Select(result => result.GetProperty("k").GetInt32()));
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("silhouette").ValueKind);
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("calinskiHarabasz").ValueKind);
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("daviesBouldin").ValueKind);
    }

    [Fact]
    public async Task ThreeGroups_BendAtThree()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file, "--missing", "drop", "--outliers", "iqr:3", "--to", "8");

        Assert.Equal(3, json.GetProperty("elbow").GetInt32());
        var silhouettes = json.GetProperty("results").EnumerateArray().Skip(1).Select(result => result.GetProperty("silhouette").GetDouble()).ToArray();
        Assert.Equal(1, Array.IndexOf(silhouettes, silhouettes.Max()));
    }

    [Fact]
    public async Task FromTo_LimitTheResults()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file, "--from", "4", "--to", "6");

        Assert.Equal([4, 5, 6], json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("k").GetInt32()));
    }

    [Fact]
    public async Task SameAsRun_AtEveryK()
    {
        var sweep = await SegmentCommand.JsonAsync("sweep", _file, "--from", "2", "--to", "4", "--seed", "3");

        foreach (var result in sweep.GetProperty("results").EnumerateArray())
        {
            var run = await SegmentCommand.JsonAsync("run", _file, "--seed", "3", "--k", $"{result.GetProperty("k").GetInt32()}");
            Assert.Equal(run.GetProperty("inertia").GetDouble(), result.GetProperty("inertia").GetDouble());
            Assert.Equal(run.GetProperty("silhouette").GetDouble(), result.GetProperty("silhouette").GetDouble());
        }
    }

    [Fact]
    public async Task FewDistinctRows_EndEarly()
    {
        var file = _segment.Write("few.csv", "a,b\n1,1\n1,1\n2,5\n2,5\n9,3\n9,3\n");

        var json = await SegmentCommand.JsonAsync("sweep", file);

        Assert.Equal([1, 2, 3], json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("k").GetInt32()));
    }

    [Fact]
    public async Task WithoutJson_PrintsATable()
    {
        var outcome = await SegmentCommand.RunAsync("sweep", _file, "--to", "3");

        Assert.Equal(0, outcome.Code);
        Assert.Equal(6, outcome.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task FromBeyondTo_IsRefused() =>
        Assert.Contains("--from 5", await SegmentCommand.RefusedAsync("sweep", _file, "--from", "5", "--to", "4"), StringComparison.Ordinal);
}

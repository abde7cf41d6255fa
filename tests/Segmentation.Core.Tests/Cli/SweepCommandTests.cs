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

        Assert.Equal(["results", "elbow", "verdicts"], json.EnumerateObject().Select(property => property.Name));
        var results = json.GetProperty("results").EnumerateArray().ToArray();
        Assert.All(results, result => Assert.Equal(
            ["k", "inertia", "silhouette", "calinskiHarabasz", "daviesBouldin", "gap", "gapStandardError", "bic", "stability"], result.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(Enumerable.Range(1, 10), results.Select(result => result.GetProperty("k").GetInt32()));
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("silhouette").ValueKind);
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("calinskiHarabasz").ValueKind);
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("daviesBouldin").ValueKind);
        Assert.Equal(JsonValueKind.Null, results[0].GetProperty("stability").ValueKind);
        Assert.Equal(
            ["elbow", "silhouette", "calinskiHarabasz", "daviesBouldin", "gap", "bic", "stability"],
            json.GetProperty("verdicts").EnumerateObject().Select(property => property.Name));
    }

    [Theory]
    [InlineData("--algorithm", "hdbscan")]
    [InlineData("--from", "3", "--to", "3")]
    public async Task OneNumberAlone_IsNoComparison(params string[] options)
    {
        string[] args = ["sweep", _file, .. options];
        var outcome = await SegmentCommand.RunAsync(args);

        Assert.Equal(0, outcome.Code);
        Assert.EndsWith($"nothing is said for or against it.{Environment.NewLine}", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("elbow", outcome.Output, StringComparison.Ordinal);
        var verdicts = (await SegmentCommand.JsonAsync(args)).GetProperty("verdicts");
        Assert.All(verdicts.EnumerateObject(), verdict => Assert.Equal(JsonValueKind.Null, verdict.Value.ValueKind));
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
        Assert.Equal(7, outcome.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task ThreeGroups_AreSeenByEveryCriterionThatIsAsked()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file, "--missing", "drop", "--outliers", "iqr:3", "--to", "6", "--bootstraps", "30", "--references", "10");

        var verdicts = json.GetProperty("verdicts");
        Assert.Equal(3, verdicts.GetProperty("stability").GetInt32());
        Assert.Equal(3, verdicts.GetProperty("gap").GetInt32());
        var three = json.GetProperty("results")[2];
        Assert.InRange(three.GetProperty("stability").GetDouble(), 0.85, 1);
        Assert.InRange(three.GetProperty("gapStandardError").GetDouble(), 0.001, 0.5);
        Assert.True(double.IsFinite(three.GetProperty("bic").GetDouble()));
    }

    [Fact]
    public async Task NoBootstrapsAndNoReferences_LeaveThoseFieldsEmpty()
    {
        var json = await SegmentCommand.JsonAsync("sweep", _file, "--to", "4", "--bootstraps", "0", "--references", "0");

        foreach (var name in (string[])["gap", "gapStandardError", "stability"])
        {
            Assert.All(json.GetProperty("results").EnumerateArray(), result => Assert.Equal(JsonValueKind.Null, result.GetProperty(name).ValueKind));
        }

        Assert.Equal(JsonValueKind.Null, json.GetProperty("verdicts").GetProperty("gap").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("verdicts").GetProperty("stability").ValueKind);
        Assert.Equal(JsonValueKind.Number, json.GetProperty("results")[3].GetProperty("bic").ValueKind);
    }

    [Theory]
    [InlineData("--bootstraps", "-1")]
    [InlineData("--bootstraps", "many")]
    [InlineData("--references", "1001")]
    [InlineData("--references", "2.5")]
    public async Task NonsenseCounts_AreRefused(string option, string value) =>
        Assert.Contains($"{option} is a whole number from 0 to 1000", await SegmentCommand.RefusedAsync("sweep", _file, option, value), StringComparison.Ordinal);

    [Fact]
    public async Task FromBeyondTo_IsRefused() =>
        Assert.Contains("--from 5", await SegmentCommand.RefusedAsync("sweep", _file, "--from", "5", "--to", "4"), StringComparison.Ordinal);
}

using System.Text.Json;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class ProfileCommandTests : IDisposable
{
    private static readonly string? s_mall = SharedData.Find("Mall_Customers.csv");

    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public ProfileCommandTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Json_HasTheAgreedNames()
    {
        var json = await SegmentCommand.JsonAsync("profile", _file, "--k", "3", "--outliers", "iqr:3", "--missing", "drop");

        Assert.Equal(["clustered", "k", "segments", "effects", "tree"], Names(json));
        var segment = json.GetProperty("segments")[0];
        Assert.Equal(["number", "name", "size", "share", "note", "traits", "money", "persona", "typical", "action", "rule"], Names(segment));
        Assert.Equal(["feature", "clustered", "mean", "overall", "standardisedDifference", "lift", "points"], Names(segment.GetProperty("traits")[0]));
        Assert.Equal(["row", "id", "values"], Names(segment.GetProperty("persona")));
        Assert.Equal(["name", "rule", "reason"], Names(segment.GetProperty("action")));
        Assert.Equal(["leaves", "fidelity", "sql"], Names(json.GetProperty("tree")));
        Assert.Equal(["column", "clustered", "measure", "value"], Names(json.GetProperty("effects")[0]));
    }

    // Means from the published clustering, deviations 26.199 and 25.760 of all 200 (divisor n).
    [Fact]
    public async Task Mall_HighIncomeLowSpending_IsNamedSoWithItsEvidence()
    {
        Assert.SkipWhen(s_mall is null, "Mall_Customers.csv is not here");

        var json = await SegmentCommand.JsonAsync(
            "profile", s_mall, "--features", "Annual Income (k$),Spending Score (1-100)", "--scale", "none", "--k", "5");

        Assert.Equal(
            ["Average customers", "High spending score, high annual income", "Low spending score, high annual income", "Low annual income, low spending score", "Low annual income, high spending score"],
            json.GetProperty("segments").EnumerateArray().Select(segment => segment.GetProperty("name").GetString()));
        var traits = json.GetProperty("segments")[2].GetProperty("traits");
        Assert.Equal("Spending Score (1-100)", traits[0].GetProperty("feature").GetString());
        Assert.Equal(-1.284, traits[0].GetProperty("standardisedDifference").GetDouble(), precision: 3);
        Assert.Equal(1.055, traits[1].GetProperty("standardisedDifference").GetDouble(), precision: 3);
        Assert.Equal(60.56, traits[1].GetProperty("overall").GetDouble(), precision: 10);
        Assert.Equal(88.2, traits[1].GetProperty("mean").GetDouble(), precision: 10);
        Assert.InRange(json.GetProperty("tree").GetProperty("fidelity").GetDouble(), 0.95, 1);
        Assert.Equal(5, json.GetProperty("tree").GetProperty("leaves").GetInt32());
        Assert.Equal("Up-sell", json.GetProperty("segments")[2].GetProperty("action").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Words_SayNameTraitsActionAndWhoStandsForIt()
    {
        var outcome = await SegmentCommand.RunAsync("profile", _file, "--k", "2", "--features", "Score");

        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("shop.csv: 2 segments of 60 customers.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1. High score: 40 (66.7 %)", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Leave alone: no rule holds", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Stands for it: C0", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("no test", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneSegment_IsAll()
    {
        var json = await SegmentCommand.JsonAsync("profile", _file, "--k", "1", "--missing", "median");

        Assert.Equal("All customers", json.GetProperty("segments")[0].GetProperty("name").GetString());
        Assert.All(json.GetProperty("effects").EnumerateArray(), effect => Assert.Equal(0, effect.GetProperty("value").GetDouble()));
    }

    [Fact]
    public async Task ANameInTheRecipe_IsToldHereAndInTheList()
    {
        await SegmentCommand.RunAsync("profile", _file, "--k", "2", "--features", "Score", "--save-recipe", _segment.PathOf("r.json"));
        var check = """{"labels":[{"row":0,"check":"0"}]}""";
        _segment.Write("bad.json", $$"""{"profiling":{{check}}}""");

        Assert.Contains("plain text", await SegmentCommand.RefusedAsync("profile", _file, "--recipe", _segment.PathOf("bad.json")), StringComparison.Ordinal);
        Assert.Contains("\"profiling\"", _segment.Read("r.json"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}

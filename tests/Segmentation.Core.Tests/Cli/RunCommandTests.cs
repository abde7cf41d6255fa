using System.Text.Json;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class RunCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public RunCommandTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Json_HasExactlyTheAgreedNames()
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "3");

        Assert.Equal(
            ["rows", "clustered", "setAside", "features", "algorithm", "k", "unassigned", "inertia", "silhouette", "calinskiHarabasz", "daviesBouldin", "bic", "iterations", "segments"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.All(json.GetProperty("segments").EnumerateArray(), segment => Assert.Equal(
            ["number", "name", "size", "share", "centroid"], segment.EnumerateObject().Select(property => property.Name)));
    }

    [Theory]
    [InlineData("run", "--k")]
    [InlineData("sweep", "--to")]
    public async Task AFileThatLosesCells_SaysSoOnStandardError(string command, string option)
    {
        var unclosed = _segment.Write("unclosed.csv", "a,b\n1,1\n2,2\n3,3\n9,9\n\"x,1\ny,2\n");

        var outcome = await SegmentCommand.RunAsync(command, unclosed, option, "2");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("note: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("quote", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_OfOrderLines_CountRows()
    {
        var lines = _segment.Write("lines.csv", "customer_id,price,pieces\n1,5,1\n1,6,2\n2,50,9\n2,51,8\n3,5,1\n3,5,2\n");

        var outcome = await SegmentCommand.RunAsync("run", lines, "--k", "2");
        Assert.StartsWith("lines.csv: 2 segments of 6 rows (6 in the file).", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("customers", outcome.Output, StringComparison.Ordinal);
        Assert.StartsWith("shop.csv: 2 segments of 60 customers (60 rows).", (await SegmentCommand.RunAsync("run", _file, "--k", "2", "--missing", "median")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThreeGroups_AreFoundWithTheirMeansInTheFilesUnits()
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "3", "--outliers", "iqr:3", "--missing", "drop");

        Assert.Equal(60, json.GetProperty("rows").GetInt32());
        Assert.Equal(58, json.GetProperty("clustered").GetInt32());
        Assert.Equal(2, json.GetProperty("setAside").EnumerateObject().Sum(reason => reason.Value.GetInt32()));
        Assert.Equal(["Income, yearly", "Score"], json.GetProperty("features").EnumerateArray().Select(name => name.GetString()));
        var segments = json.GetProperty("segments").EnumerateArray().ToArray();
        Assert.Equal([30, 20, 8], segments.Select(segment => segment.GetProperty("size").GetInt32()));
        Assert.Equal([1, 2, 3], segments.Select(segment => segment.GetProperty("number").GetInt32()));
        Assert.Equal("Low income yearly, high score", segments[0].GetProperty("name").GetString());
        Assert.Equal(30.0 / 58, segments[0].GetProperty("share").GetDouble(), precision: 12);
        Assert.Equal(22, segments[0].GetProperty("centroid").GetProperty("Income, yearly").GetDouble(), precision: 12);
        Assert.Equal(81, segments[0].GetProperty("centroid").GetProperty("Score").GetDouble(), precision: 12);
    }

    [Fact]
    public async Task OneSegment_HasNoSilhouette()
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "1");

        Assert.Equal(JsonValueKind.Null, json.GetProperty("silhouette").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("daviesBouldin").ValueKind);
    }

    [Theory]
    [InlineData("Income, yearly,Score", "Income, yearly|Score")]
    [InlineData("Score,Income, yearly", "Score|Income, yearly")]
    [InlineData("\"Income, yearly\",Score", "Income, yearly|Score")]
    [InlineData("Income, yearly", "Income, yearly")]
    [InlineData("score, income, YEARLY", "Score|Income, yearly")]
    [InlineData("Score,Score", "Score")]
    public async Task Features_NamesWithCommas_AreFound(string given, string expected)
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "2", "--features", given);

        Assert.Equal(expected.Split('|'), json.GetProperty("features").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Features_SeveralTimes_AddUp()
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "2", "--features", "Income, yearly", "--features", "Region");

        Assert.Equal(
            ["Income, yearly", "Region = North", "Region = South"],
            json.GetProperty("features").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("none", null, 60, 0)]
    [InlineData("iqr:3", null, 59, 1)]
    [InlineData("iqr:3", "aside", 59, 1)]
    [InlineData("zscore:3", null, 59, 1)]
    [InlineData("mad:3.5", "flag", 60, 0)]
    [InlineData("IQR", "winsorise", 60, 0)]
    public async Task Outliers_AreSetAsideUnlessToldOtherwise(string rule, string? action, int clustered, int setAside)
    {
        string[] how = action is null ? [] : ["--outlier-action", action];
        var json = await SegmentCommand.JsonAsync(["run", _file, "--k", "2", "--features", "Income, yearly", "--outliers", rule, .. how]);

        Assert.Equal(clustered, json.GetProperty("clustered").GetInt32());
        Assert.Equal(setAside, json.GetProperty("setAside").EnumerateObject().Sum(reason => reason.Value.GetInt32()));
    }

    [Fact]
    public async Task Outliers_Winsorised_MoveTheMean()
    {
        string[] run = ["run", _file, "--k", "1", "--features", "Income, yearly", "--outliers", "iqr:1.5", "--outlier-action"];

        var flagged = MeanIncome(await SegmentCommand.JsonAsync([.. run, "flag"]));
        var winsorised = MeanIncome(await SegmentCommand.JsonAsync([.. run, "winsorise"]));

        Assert.True(flagged > 1000, $"{flagged}");
        Assert.InRange(winsorised, 30, 100);
    }

    [Fact]
    public async Task Id_NamesTheCustomer_AndIsNoFeature()
    {
        var file = _segment.Write("numbers.csv", "a,b,c\n" + string.Concat(Enumerable.Range(0, 20).Select(row => $"{row * 3},{row % 4},{row % 7}\n")));

        await SegmentCommand.JsonAsync("run", file, "--k", "2", "--id", "b", "--save-recipe", _segment.PathOf("r.json"));

        var recipe = RecipeJson.Parse(_segment.Read("r.json"));
        Assert.Equal(ColumnRole.Identifier, recipe.Roles["b"]);
        var schema = DatasetReader.Read(file, ReadingOptions.Default).Schema.With(recipe.Roles);
        Assert.Equal("b", schema.Identifier);
        Assert.Single(schema.Roles, role => role.Value == ColumnRole.Identifier);
    }

    [Fact]
    public async Task SaveRecipe_ThenRecipe_GivesTheSameSegments_AndOptionsOverrideIt()
    {
        var first = await SegmentCommand.RunAsync(
            "run", _file, "--features", "Income, yearly", "--k", "3", "--scale", "minmax", "--outliers", "mad:4", "--outlier-action", "winsorise",
            "--seed", "7", "--restarts", "3", "--save-recipe", _segment.PathOf("r.json"), "--json", "-");

        var again = await SegmentCommand.RunAsync("run", _file, "--recipe", _segment.PathOf("r.json"), "--json", "-");
        await SegmentCommand.JsonAsync("run", _file, "--recipe", _segment.PathOf("r.json"), "--k", "2", "--outliers", "iqr:2", "--save-recipe", _segment.PathOf("s.json"));

        Assert.Equal(0, first.Code);
        Assert.Equal(first.Output, again.Output);
        var (saved, changed) = (RecipeJson.Parse(_segment.Read("r.json")), RecipeJson.Parse(_segment.Read("s.json")));
        Assert.Equal(
            saved with
            {
                Clustering = saved.Clustering with { ClusterCount = 2 },
                Cleaning = saved.Cleaning with { Outliers = saved.Cleaning.Outliers with { Rule = Core.Cleaning.OutlierRule.Tukey, Threshold = 2 } },
            },
            changed);
    }

    [Fact]
    public async Task Threads_ChangeNothing()
    {
        var one = await SegmentCommand.RunAsync("run", _file, "--threads", "1", "--json", "-");
        var three = await SegmentCommand.RunAsync("run", _file, "--threads", "3", "--json", "-");

        Assert.Equal(one, three);
    }

    [Fact]
    public async Task Out_HasEveryRowInOrder_WithSegmentsAndReasons()
    {
        var json = await SegmentCommand.JsonAsync("run", _file, "--k", "3", "--missing", "drop", "--outliers", "iqr:3", "--out", _segment.PathOf("out.csv"));

        var back = DatasetReader.Read(_segment.PathOf("out.csv"), ReadingOptions.Default).Frame;
        Assert.Equal(["id", "Income, yearly", "Score", "Region", "segment", "segment_name", "margin", "set_aside"], back.Columns.Select(column => column.Name));
        Assert.Equal(Enumerable.Range(0, 60).Select(row => $"C{row:000}"), Enumerable.Range(0, 60).Select(back["id"].Format));
        Assert.Equal("missing Income, yearly", back["set_aside"].Format(58));
        Assert.Equal("", back["segment"].Format(59));
        Assert.Equal("100000", back["Income, yearly"].Format(59));
        Assert.Equal(json.GetProperty("clustered").GetInt32(), 60 - back["segment"].Missing.Count);
        Assert.Equal(["out.csv", "shop.csv"], _segment.Files);
    }

    [Fact]
    public async Task WithoutJson_SaysItInWords()
    {
        var outcome = await SegmentCommand.RunAsync("run", _file, "--k", "3", "--missing", "drop");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith("shop.csv: 3 segments of 59 customers (60 rows).", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("1 set aside: missing Income, yearly", outcome.Output, StringComparison.Ordinal);
    }

    private static double MeanIncome(JsonElement json) =>
        json.GetProperty("segments")[0].GetProperty("centroid").GetProperty("Income, yearly").GetDouble();
}

using System.Text;
using System.Text.Json;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class DescribeCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Json_HasExactlyTheAgreedNames()
    {
        var json = await SegmentCommand.JsonAsync("describe", _segment.Write("a.csv", Shops.Sixty()));

        Assert.Equal(["rows", "dialect", "columns", "issues"], Names(json));
        Assert.Equal(["separator", "encoding", "header"], Names(json.GetProperty("dialect")));
        Assert.All(json.GetProperty("columns").EnumerateArray(), column => Assert.Equal(
            ["name", "type", "role", "missing", "distinct", "min", "max", "mean", "standardDeviation"], Names(column)));
    }

    [Fact]
    public async Task Json_NumbersDatesAndCategories_MatchTheHand()
    {
        var path = _segment.Write("a.csv", "id;when;amount;kind\nA1;04.09.2012;1,5;x\nA2;13.01.2013;;y\nA3;30.08.2012;4,5;x\nA4;14.01.2013;6;x\n");

        var json = await SegmentCommand.JsonAsync("describe", path);

        Assert.Equal(4, json.GetProperty("rows").GetInt32());
        Assert.Equal(";", json.GetProperty("dialect").GetProperty("separator").GetString());
        Assert.True(json.GetProperty("dialect").GetProperty("header").GetBoolean());
        var (id, when, amount, kind) = (Column(json, 0), Column(json, 1), Column(json, 2), Column(json, 3));
        Assert.Equal("identifier", id.GetProperty("role").GetString());
        Assert.Equal("date", when.GetProperty("type").GetString());
        Assert.Equal("2012-08-30", when.GetProperty("min").GetString());
        Assert.Equal("2013-01-14", when.GetProperty("max").GetString());
        Assert.Equal(JsonValueKind.Null, when.GetProperty("mean").ValueKind);
        // 1.5, 4.5 and 6: mean 4, squares 6.25 + 0.25 + 4 = 10.5, sample variance 5.25.
        Assert.Equal("number", amount.GetProperty("type").GetString());
        Assert.Equal(1, amount.GetProperty("missing").GetInt32());
        Assert.Equal(3, amount.GetProperty("distinct").GetInt32());
        Assert.Equal(1.5, amount.GetProperty("min").GetDouble());
        Assert.Equal(6, amount.GetProperty("max").GetDouble());
        Assert.Equal(4, amount.GetProperty("mean").GetDouble(), precision: 12);
        Assert.Equal(Math.Sqrt(5.25), amount.GetProperty("standardDeviation").GetDouble(), precision: 12);
        Assert.Equal(2, kind.GetProperty("distinct").GetInt32());
        Assert.Equal(JsonValueKind.Null, kind.GetProperty("min").ValueKind);
    }

    [Fact]
    public async Task Json_Issues_SayKindColumnCountExampleAndLine()
    {
        var text = new StringBuilder("id,age\n");
        for (var row = 0; row < 300; row++)
        {
            text.Append($"K{row},{(row == 200 ? "forty" : row % 70)}\n");
        }

        var json = await SegmentCommand.JsonAsync("describe", _segment.Write("a.csv", text.ToString()));

        var issue = json.GetProperty("issues").EnumerateArray().Single(found => found.GetProperty("kind").GetString() == "misfit");
        Assert.Equal(["kind", "column", "count", "example", "line"], Names(issue));
        Assert.Equal("age", issue.GetProperty("column").GetString());
        Assert.Equal(1, issue.GetProperty("count").GetInt32());
        Assert.Equal("forty", issue.GetProperty("example").GetString());
        Assert.Equal(202, issue.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Json_ToAFile_LeavesStandardOutputEmpty()
    {
        var outcome = await SegmentCommand.RunAsync("describe", _segment.Write("a.csv", Shops.Sixty()), "--json", _segment.PathOf("a.json"));

        Assert.Equal((0, "", ""), (outcome.Code, outcome.Output, outcome.Error));
        Assert.Equal(60, JsonDocument.Parse(_segment.Read("a.json")).RootElement.GetProperty("rows").GetInt32());
    }

    [Fact]
    public async Task WithoutJson_SaysItInWords()
    {
        var outcome = await SegmentCommand.RunAsync("describe", _segment.Write("a.csv", Shops.Sixty()));

        Assert.Equal(0, outcome.Code);
        Assert.StartsWith("a.csv: 60 rows, 4 columns.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Income, yearly: Integer, Feature; 1 missing", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\n\0\u0001\u0002")]
    public async Task NoTable_IsRefusedInOneLine(string content) =>
        await SegmentCommand.RefusedAsync("describe", _segment.Write("a.csv", content));

    [Fact]
    public async Task NoFileOrAFolder_IsRefusedInOneLine()
    {
        Assert.Contains("There is no file", await SegmentCommand.RefusedAsync("describe", _segment.PathOf("nowhere.csv")), StringComparison.Ordinal);
        Assert.Contains("is a folder", await SegmentCommand.RefusedAsync("describe", _segment.PathOf("")), StringComparison.Ordinal);
        await SegmentCommand.RefusedAsync("describe", "");
    }

    private static JsonElement Column(JsonElement json, int place) => json.GetProperty("columns")[place];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}

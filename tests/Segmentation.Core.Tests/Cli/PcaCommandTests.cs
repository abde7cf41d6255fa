using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class PcaCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public PcaCommandTests() => _file = _segment.Write("shop.csv", Shops.Sixty());

    public void Dispose() => _segment.Dispose();

    // Recomputed from the definition.
    [Fact]
    public async Task Mall_ExplainsThePublishedShares()
    {
        var path = SharedData.Find("Mall_Customers.csv");
        Assert.SkipWhen(path is null, "Mall_Customers.csv is not there.");

        var json = await SegmentCommand.JsonAsync("pca", path, "--features", "Age,Annual Income (k$),Spending Score (1-100)");

        Assert.Equal(["explained", "loadings"], json.EnumerateObject().Select(property => property.Name));
        double[] published = [0.442662, 0.333084, 0.224255];
        Assert.All(published.Zip(json.GetProperty("explained").EnumerateArray()), pair => Assert.Equal(pair.First, pair.Second.GetDouble(), 1e-6));
        var first = json.GetProperty("loadings")[0].EnumerateArray().ToArray();
        Assert.Equal(
            ["Age", "Annual Income (k$)", "Spending Score (1-100)"], first.Select(loading => loading.GetProperty("feature").GetString()));
        Assert.Equal(0.7063823466700048, first[0].GetProperty("loading").GetDouble(), 1e-9);
        Assert.Equal(3, json.GetProperty("loadings").GetArrayLength());
    }

    [Fact]
    public async Task WithoutJson_PrintsATable()
    {
        var outcome = await SegmentCommand.RunAsync("pca", _segment.Write("two.csv", "a,b\n1,2\n2,4\n3,6\n4,9\n"), "--features", "a,b");

        Assert.Equal(0, outcome.Code);
        var lines = outcome.Output.TrimEnd().Split('\n').Select(line => line.TrimEnd()).ToArray();
        Assert.Equal(["two.csv", "PC 1 PC 2", "explained", "together", "a", "b"], lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is var words && words.StartsWith("PC") ? words : words.Split(' ')[0]));
        Assert.EndsWith("100.0 %", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transforms_ChangeWhatIsLookedAt_AndAreSaved()
    {
        var file = _segment.Write("skewed.csv", "a,b,c\n1,1,x\n10,2,x\n100,3,y\n1000,4,y\n10000,5,z\n100000,6,x\n");
        var recipe = _segment.PathOf("r.json");

        var json = await SegmentCommand.JsonAsync(
            "pca", file, "--features", "a,b,c", "--transform", "a=rank", "--encode", "c=ordinal", "--components", "2", "--save-recipe", recipe);

        // Both columns are in the same order: one direction holds them.
        Assert.Equal(3, json.GetProperty("explained").GetArrayLength());
        Assert.Equal(0, json.GetProperty("explained")[2].GetDouble(), 1e-9);
        Assert.Contains("\"transform\": \"rank\"", _segment.Read("r.json"), StringComparison.Ordinal);
        Assert.Contains("\"encoding\": \"ordinal\"", _segment.Read("r.json"), StringComparison.Ordinal);
        Assert.Contains("\"components\": 2", _segment.Read("r.json"), StringComparison.Ordinal);
        var again = await SegmentCommand.JsonAsync("pca", file, "--recipe", recipe);
        Assert.Equal(json.ToString(), again.ToString());
    }

    [Fact]
    public async Task Run_TakesTheSameOptions()
    {
        var file = _segment.Write("levels.csv", "a,c\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row % 7},{(row < 20 ? "x" : row < 40 ? "y" : $"rare {row / 5}")}\n")));

        var json = await SegmentCommand.JsonAsync(
            "run", file, "--k", "2", "--features", "a,c", "--rare", "0.2", "--transform", "a=bins:3", "--components", "1");

        Assert.Equal(["a", "c = x", "c = y", "c = (other)"], json.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()));
    }

    [Theory]
    [InlineData("COLUMN=KIND", "--transform", "rank")]
    [InlineData("one of none, log1p, sqrt", "--transform", "age=cube")]
    [InlineData("bins:2 to bins:100", "--transform", "age=bins:1")]
    [InlineData("no column 'nobody'", "--transform", "nobody=rank")]
    [InlineData("one of one-hot, ordinal, frequency", "--encode", "plan=hash")]
    [InlineData("--encode is for columns of categories, and 'age' is none", "--encode", "age=ordinal")]
    [InlineData("--transform is for columns of numbers, and 'plan' is none", "--transform", "plan=rank")]
    [InlineData("'plan' is not among the features", "--encode", "plan=ordinal")]
    [InlineData("none or a whole number from 1 to 200", "--components", "0")]
    [InlineData("a share from 0 to 0.5", "--rare", "0.7")]
    [InlineData("a whole number from 2 to 1000", "--levels", "1")]
    public async Task Nonsense_IsRefused(string words, string option, string value)
    {
        var file = _segment.Write("plans.csv", "age,spend,plan\n" + string.Concat(Enumerable.Range(0, 30).Select(row => $"{20 + row},{row * row},{(row % 3 == 0 ? "basic" : "full")}\n")));

        Assert.Contains(words, await SegmentCommand.RefusedAsync("pca", file, option, value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingKept_SaysThatAComponentNeedsEveryValue()
    {
        var file = _segment.Write("gaps.csv", "a,b\n1,2\n,3\n4,5\n6,9\n");

        Assert.Contains("a component needs every value", await SegmentCommand.RefusedAsync("pca", file, "--missing", "keep"), StringComparison.Ordinal);
        Assert.Contains("a component needs every value", await SegmentCommand.RefusedAsync("run", file, "--missing", "keep", "--k", "2", "--components", "1"), StringComparison.Ordinal);
    }
}

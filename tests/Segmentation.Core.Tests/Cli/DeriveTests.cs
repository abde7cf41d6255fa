using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class DeriveTests : IDisposable
{
    private readonly SegmentCommand _segment = new();
    private readonly string _file;

    public DeriveTests() => _file = _segment.Write("spend.csv", "id,Wine,Meat,Joined\n1,1,2,2012-01-01\n2,2,1,2012-02-01\n3,90,95,2013-01-01\n4,95,91,2013-02-01\n5,3,0,2013-03-01\n");

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Run_SegmentsByWhatIsDerived_AndWritesItOut()
    {
        var list = _segment.PathOf("out.csv");

        var json = await SegmentCommand.JsonAsync(
            "run", _file, "--derive", "Total=Wine + Meat", "--derive", "Days = days_between(Joined, today)", "--features", "Total,Days", "--k", "2", "--out", list);

        Assert.Equal(["Total", "Days"], json.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()));
        Assert.StartsWith("id,Wine,Meat,Joined,Total,Days,segment", await File.ReadAllTextAsync(list), StringComparison.Ordinal);
        Assert.Contains("\n3,90,95,2013-01-01,185,59,", await File.ReadAllTextAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_KnowsDerivedColumns() => Assert.Equal(
        2, (await SegmentCommand.JsonAsync("sweep", _file, "--derive", "Total=Wine + Meat", "--features", "Total", "--to", "2")).GetProperty("results").GetArrayLength());

    [Fact]
    public async Task Describe_TellsDerivedColumns_AndWhatIsNoteworthyAboutThem()
    {
        var json = await SegmentCommand.JsonAsync("describe", _file, "--derive", "Ratio=Wine / Meat", "--derive", "Same=Wine * 0");

        Assert.Equal(["id", "Wine", "Meat", "Joined", "Ratio", "Same"], json.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("name").GetString()));
        Assert.Equal("ignored", json.GetProperty("columns")[5].GetProperty("role").GetString());
        Assert.Equal(["undefinedResult", "constantColumn"], json.GetProperty("issues").EnumerateArray().Select(issue => issue.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Run_ADivisionByZero_IsToldOnStandardError()
    {
        var outcome = await SegmentCommand.RunAsync("run", _file, "--derive", "Ratio=Wine / Meat", "--k", "2");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("note: The derived column 'Ratio' has no result in 1 row", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipe_HoldsTheColumns_AndAnOptionReplacesTheOneOfItsName()
    {
        var recipe = _segment.PathOf("r.json");
        await SegmentCommand.JsonAsync("run", _file, "--derive", "Total=Wine + Meat", "--derive", "Half=Total / 2", "--k", "2", "--save-recipe", recipe);

        var again = _segment.PathOf("again.json");
        await SegmentCommand.JsonAsync("run", _file, "--recipe", recipe, "--derive", "Total=Wine - Meat", "--save-recipe", again);

        Assert.Equal(
            [new("Total", "Wine - Meat"), new("Half", "Total / 2")], RecipeJson.Parse(await File.ReadAllTextAsync(again)).Derived);
    }

    [Theory]
    [InlineData("Total", "--derive is written 'name=expression'")]
    [InlineData("=1", "A derived column needs a name.")]
    [InlineData("a=", "needs an expression")]
    [InlineData("a=Wien + 1", "The derived column 'a' cannot be made. At character 1: There is no column Wien. Did you mean Wine?")]
    [InlineData("a=a + 1", "it cannot use itself")]
    public async Task Run_WhatIsNoDerivedColumn_IsRefusedInOneLine(string given, string said)
    {
        Assert.Contains(said, await SegmentCommand.RefusedAsync("run", _file, "--derive", given), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TenThousandCharacters_AreRefusedWithTheLimit()
    {
        var refused = await SegmentCommand.RefusedAsync("run", _file, "--derive", $"a={new string('1', 10_000)}");

        Assert.Contains("10,000 characters long, and may have 2,000", refused, StringComparison.Ordinal);
    }
}

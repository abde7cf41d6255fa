using System.Text.Json;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Explain_Customer_TellsWhatTheIssueAsksFor()
    {
        var json = await SegmentCommand.JsonAsync("explain", Three(), "--k", "3", "--scale", "none", "--customer", "c2");

        Assert.Equal(("c2", 2, 1), (json.GetProperty("customer").GetString(), json.GetProperty("segment").GetInt32(), json.GetProperty("runnerUp").GetInt32()));
        var parts = json.GetProperty("contributions").EnumerateArray().ToArray();
        Assert.Equal(["x", "y"], parts.Select(part => part.GetProperty("feature").GetString()));
        Assert.Equal(json.GetProperty("margin").GetDouble(), parts.Sum(part => part.GetProperty("value").GetDouble()), precision: 9);
        var change = json.GetProperty("smallestChange");
        Assert.Equal(("y", 11.0), (change.GetProperty("feature").GetString(), change.GetProperty("from").GetDouble()));
        Assert.InRange(change.GetProperty("to").GetDouble(), 0, 5);
    }

    [Fact]
    public async Task Explain_Customer_InWords()
    {
        var outcome = await SegmentCommand.RunAsync("explain", Three(), "--k", "3", "--scale", "none", "--customer", "c2");

        Assert.Equal((0, ""), (outcome.Code, outcome.Error));
        Assert.StartsWith("Customer c2 is in High y and not in Low x, low y because of ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_OneSegment_HasNeitherRunnerUpNorChange()
    {
        var json = await SegmentCommand.JsonAsync("explain", Three(), "--k", "1", "--customer", "a1");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (json.GetProperty("runnerUp").ValueKind, json.GetProperty("smallestChange").ValueKind));
    }

    [Fact]
    public async Task Explain_UnknownCustomer_IsRefused() =>
        Assert.Equal("segment: There is no customer 'nobody' in column 'customer_id'.", await SegmentCommand.RefusedAsync("explain", Three(), "--k", "3", "--customer", "nobody"));

    [Fact]
    public async Task Explain_CustomerSetAside_SaysWhy() => Assert.Equal(
        "segment: Customer 'm1' was set aside (missing x) and belongs to no segment.",
        await SegmentCommand.RefusedAsync("explain", Three(), "--k", "3", "--missing", "drop", "--customer", "m1"));

    [Fact]
    public async Task Explain_WithoutIdentifier_TakesTheRow()
    {
        var file = _segment.Write("rows.csv", "x,y\n1,1\n2,1.5\n50,60\n52,61.5\n");
        Assert.Equal("3", (await SegmentCommand.JsonAsync("explain", file, "--k", "2", "--customer", "3")).GetProperty("customer").GetString());
        Assert.Contains("takes a row from 1 to 4", await SegmentCommand.RefusedAsync("explain", file, "--k", "2", "--customer", "5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_WithoutCustomer_IsRefused() =>
        Assert.Contains("--customer", await SegmentCommand.RefusedAsync("explain", Three(), "--k", "3"), StringComparison.Ordinal);

    private string Three() => _segment.Write(
        "three.csv", "customer_id,x,y\na1,0,0\na2,0.5,0.1\na3,1,0\na4,0,0.5\nc1,10,10.5\nc2,10,11\nc3,11,10\nb1,20.5,0\nb2,21,0.5\nm1,,0.5\n");
}

using Xunit;

namespace Segmentation.Core.Tests.Cli;

public sealed class ReportCommandTests : IDisposable
{
    private readonly SegmentCommand _segment = new();

    public void Dispose() => _segment.Dispose();

    [Fact]
    public async Task Report_File_IsWrittenWithItsHash()
    {
        var file = _segment.Write("few.csv", "x,y\n1,1\n2,1.5\n50,60\n52,61.5\n");

        var outcome = await SegmentCommand.RunAsync("report", file, "--k", "2", "--out", _segment.PathOf("few.html"), "--date", "2026-01-02");

        Assert.Equal((0, "", ""), (outcome.Code, outcome.Error, outcome.Output));
        var html = _segment.Read("few.html");
        // sha256sum of the lines above.
        Assert.Contains("3c22433e2d13a68ddfc86d3053c93945907d3711a91f39e9ad4058a57a8cc9a8", html, StringComparison.Ordinal);
        Assert.Contains("2026-01-02", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WithoutOut_IsRefused() =>
        Assert.Contains("--out", await SegmentCommand.RefusedAsync("report", _segment.Write("few.csv", "x\n1\n2\n"), "--k", "2"), StringComparison.Ordinal);

    [Fact]
    public async Task Report_NoDay_IsRefused() => Assert.Contains(
        "--date is a day such as 2026-12-31, not 'today'",
        await SegmentCommand.RefusedAsync("report", _segment.Write("few.csv", "x\n1\n2\n"), "--out", _segment.PathOf("r.html"), "--date", "today"), StringComparison.Ordinal);
}

using System.Security.Cryptography;
using System.Text;
using Segmentation.Dashboard.Tests.Components;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class ReportTests : ComponentTest
{
    [Fact]
    public async Task MakeReport_OpenFile_HoldsItsHash()
    {
        const string Csv = "Name,Income,Score\nAnn,10,80\nBob,12,81\nDora,90,20\nEve,92,21\n";
        await OpenAsync(Csv);

        var html = Encoding.UTF8.GetString(await Session.MakeReportAsync(Session.Current.Snapshot!, TestContext.Current.CancellationToken));

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Csv))), html, StringComparison.Ordinal);
        Assert.Contains("2 segments of 4 customers", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindRules_SameSegments_AreFoundOnce()
    {
        await OpenAsync("Name,Income,Score\nAnn,10,80\nBob,12,81\nDora,90,20\nEve,92,21\n");
        var snapshot = Session.Current.Snapshot!;

        var rules = await Session.FindRulesAsync(snapshot, TestContext.Current.CancellationToken);

        Assert.Same(rules, await Session.FindRulesAsync(snapshot with { Suggestion = null }, TestContext.Current.CancellationToken));
        Assert.NotSame(rules, await Session.FindRulesAsync(snapshot.Renumbered([2, 1]), TestContext.Current.CancellationToken));
    }
}

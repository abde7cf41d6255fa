using System.Security.Cryptography;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Reporting;

namespace Segmentation.Dashboard.Session;

public sealed partial class SegmentationService
{
    /// <summary>A snapshot of the open file as a report: one HTML file. What it needs to know and nobody has asked for yet is found first.</summary>
    public Task<byte[]> MakeReportAsync(SegmentationSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (source, day) = (Current.Source, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
        return gate.RunAsync(() => MakeReport(snapshot, source, day, cancellationToken), cancellationToken);
    }

    private byte[] MakeReport(SegmentationSnapshot snapshot, DataSource source, DateOnly day, CancellationToken cancellationToken)
    {
        var facts = ReportFacts.Find(pipeline, snapshot, null, cancellationToken);
        var version = typeof(HtmlReport).Assembly.GetName().Version!.ToString(3);
        using var page = new MemoryStream();
        HtmlReport.Write(facts, new ReportImprint(day, HashOf(source), version), page, cancellationToken);
        return page.ToArray();
    }

    private static string? HashOf(DataSource source)
    {
        if (source.Path is not { } path)
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Exports;

/// <summary>A list or a report that somebody asked for, fixed at the moment of asking: later changes of the picture do not reach it.</summary>
/// <param name="Snapshot">What is written.</param>
/// <param name="Options">How it is written.</param>
/// <param name="Rows">The rows of the file to write, in this order; all when null.</param>
public sealed record ExportTicket(SegmentationSnapshot Snapshot, ExportOptions Options, IReadOnlyList<int>? Rows = null)
{
    /// <summary>A report that is written already, to be sent in the place of the list; null for a list.</summary>
    public ReadOnlyMemory<byte>? Report { get; init; }

    /// <summary>What the browser saves it as.</summary>
    public string FileName => Report is null
        ? ExportFileName.Of(Snapshot.Data.Name, isSelection: Rows is not null)
        : ExportFileName.OfReport(Snapshot.Data.Name);

    /// <summary>What it is.</summary>
    public string ContentType => Report is null ? "text/csv; charset=utf-8" : "text/html; charset=utf-8";
}

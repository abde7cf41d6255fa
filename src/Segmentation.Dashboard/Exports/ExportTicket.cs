using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Exports;

/// <summary>A list that somebody asked for, fixed at the moment of asking: later changes of the picture do not reach it.</summary>
/// <param name="Snapshot">What is written.</param>
/// <param name="Options">How it is written.</param>
/// <param name="Rows">The rows of the file to write, in this order; all when null.</param>
public sealed record ExportTicket(SegmentationSnapshot Snapshot, ExportOptions Options, IReadOnlyList<int>? Rows = null)
{
    /// <summary>What the browser saves it as.</summary>
    public string FileName => ExportFileName.Of(Snapshot.Data.Name, isSelection: Rows is not null);
}

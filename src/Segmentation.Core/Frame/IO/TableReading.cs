namespace Segmentation.Core.Frame.IO;

/// <summary>A table as a source read it.</summary>
/// <param name="Columns">Typed columns of one length.</param>
/// <param name="Dialect">How the file writes them.</param>
/// <param name="Issues">What is noteworthy.</param>
internal sealed record TableReading(IReadOnlyList<DataColumn> Columns, Dialect Dialect, IReadOnlyList<DataIssue> Issues)
{
    public IReadOnlyList<string> Sheets { get; init; } = [];

    public string? Sheet { get; init; }
}

/// <summary>What happened to the length of a table's rows.</summary>
internal static class RaggedRows
{
    /// <summary>Notes rows that have fewer or more cells than the table is wide.</summary>
    /// <param name="widths">How many rows have how many cells.</param>
    /// <param name="named">Cells of the header; null without one.</param>
    /// <param name="columns">Columns that were kept.</param>
    /// <param name="issues">Told of both.</param>
    public static void Report(SortedDictionary<int, (long Rows, int First)> widths, int? named, int columns, IssueCollector issues)
    {
        var expected = named ?? columns;
        var shorter = widths.Where(pair => pair.Key < expected).Select(pair => pair.Value).ToList();
        if (shorter.Count > 0)
        {
            var count = shorter.Sum(found => found.Rows);
            issues.Add(
                DataIssueKind.ShortRow, null, count, null, shorter.Min(found => found.First),
                $"{IssueCollector.Count(count, "row has", "rows have")} fewer than {expected:N0} cells, the first{{0}}. The cells at the end count as missing.");
        }

        var longer = widths.Where(pair => pair.Key > expected).Select(pair => pair.Value).ToList();
        if (longer.Count > 0 && columns > expected)
        {
            var count = longer.Sum(found => found.Rows);
            issues.Add(
                DataIssueKind.LongRow, null, count, null, longer.Min(found => found.First),
                $"{IssueCollector.Count(count, "row has", "rows have")} more cells than the {expected:N0} names, the first{{0}}. Columns were added so that nothing is lost.");
        }
    }
}

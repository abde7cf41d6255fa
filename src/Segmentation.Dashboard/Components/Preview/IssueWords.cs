using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Preview;

/// <summary>Signs for what was noticed in a file.</summary>
public static class IssueWords
{
    /// <summary>The name of the Material Symbol: a warning where cells were lost to the reading, else a note.</summary>
    public static string Icon(DataIssueKind kind) => kind is DataIssueKind.Misfit or DataIssueKind.UnclosedQuote or DataIssueKind.BadEncoding
        or DataIssueKind.ShortRow or DataIssueKind.LongRow or DataIssueKind.Infinite or DataIssueKind.FormulaError or DataIssueKind.AmbiguousDates
        ? "warning"
        : "info";
}

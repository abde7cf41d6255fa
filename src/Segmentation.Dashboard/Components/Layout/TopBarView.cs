using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>What the top bar shows of the session.</summary>
/// <param name="FileName">What is open; null when nothing is.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="SetAside">Rows that cleaning set aside.</param>
/// <param name="CanUndo">Whether there is a step to go back to.</param>
/// <param name="CanRedo">Whether there is a step to go forward to.</param>
/// <param name="CanExport">Whether there is a result to export.</param>
public sealed record TopBarView(string? FileName, int Rows, int SetAside, bool CanUndo = false, bool CanRedo = false, bool CanExport = false)
{
    /// <summary>Whether a report is being written.</summary>
    public bool IsReporting { get; init; }

    /// <summary>What a row is called.</summary>
    public RowNoun Noun { get; init; } = RowNoun.Customer;

    public static TopBarView Empty { get; } = new(null, 0, 0);
}

using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>What cleaning made of a frame. No row is lost: <paramref name="Frame"/> has them all, in their order.</summary>
/// <param name="Frame">The frame with merged, filled and capped cells.</param>
/// <param name="SetAside">
/// Which rows do not take part in the clustering, and why. The others have a value in every feature that is
/// not constant, or, where missing cells are kept, in at least one.
/// </param>
/// <param name="Ledger">Every step, in the order in which they happened.</param>
/// <param name="Outliers">One finding per numeric feature looked at, flagged ones included.</param>
/// <param name="ConstantColumns">Columns that cannot tell anyone apart.</param>
public sealed record CleaningResult(
    DataFrame Frame,
    SetAsideRows SetAside,
    IReadOnlyList<LedgerEntry> Ledger,
    IReadOnlyList<OutlierFinding> Outliers,
    IReadOnlyList<string> ConstantColumns);

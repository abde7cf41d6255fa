namespace Segmentation.Core.Cleaning;

/// <summary>The kinds of cleaning, in the order in which they happen.</summary>
public enum CleaningStep
{
    /// <summary>Rows that a person picked out are set aside.</summary>
    ByHand,

    /// <summary>Categories that mean the same are read as one.</summary>
    MergedCategories,

    /// <summary>Values that cannot be true become missing.</summary>
    ImpossibleValues,

    /// <summary>Rows that repeat an earlier one in every column are set aside.</summary>
    ExactDuplicates,

    /// <summary>Rows that repeat an earlier one in everything but the identifier are set aside.</summary>
    RepeatsButForIdentifier,

    /// <summary>Columns whose cells are all alike are no features.</summary>
    ConstantColumns,

    /// <summary>Missing cells are filled, or their rows set aside.</summary>
    MissingValues,

    /// <summary>Values beyond the fences are flagged, capped, or their rows set aside.</summary>
    Outliers,
}

/// <summary>One row of the ledger: what a step did, or would do.</summary>
/// <param name="Key">Names the step and its column for ever, such as <c>outliers:Income</c>; what switches refer to.</param>
/// <param name="Step">The kind of cleaning.</param>
/// <param name="Column">The column it looked at, or null when it looked at whole rows.</param>
/// <param name="Description">One sentence: what was found and what was done, in words for people.</param>
/// <param name="Rows">Rows it touched; the rows it would touch when it is off.</param>
/// <param name="SetAside">
/// Rows that left the clustering because of it; 0 when it is off, but for missing cells that are not filled: nobody can be
/// clustered without a value.
/// </param>
/// <param name="IsOn">Whether it was applied.</param>
/// <param name="Example">One cell it touched, or null.</param>
public sealed record LedgerEntry(
    string Key, CleaningStep Step, string? Column, string Description, int Rows, int SetAside, bool IsOn, string? Example = null)
{
    /// <summary>False for what cannot be otherwise, such as a constant column: it stands in the ledger to be seen only.</summary>
    public bool CanSwitch { get; init; } = true;
}

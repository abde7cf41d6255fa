using Segmentation.Core.Cleaning;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>The steps of cleaning in plain words.</summary>
public static class LedgerWords
{
    /// <summary>What a step is called.</summary>
    public static string Name(CleaningStep step) => step switch
    {
        CleaningStep.ByHand => "Set aside by hand",
        CleaningStep.MergedCategories => "Spellings merged",
        CleaningStep.ImpossibleValues => "Impossible values",
        CleaningStep.ExactDuplicates => "Repeated rows",
        CleaningStep.RepeatsButForIdentifier => "Repeated but for the id",
        CleaningStep.ConstantColumns => "Always the same",
        CleaningStep.MissingValues => "Missing values",
        _ => "Far from the rest",
    };

    /// <summary>The term that statisticians use, and what it means.</summary>
    public static string Explanation(CleaningStep step) => step switch
    {
        CleaningStep.ByHand => "Rows that were picked out on the page Explore.",
        CleaningStep.MergedCategories => "Categories that mean the same are read as one.",
        CleaningStep.ImpossibleValues => "Values outside the limits of their column, such as a negative age, count as missing.",
        CleaningStep.ExactDuplicates => "Rows that repeat an earlier one in every column (duplicates).",
        CleaningStep.RepeatsButForIdentifier => "Rows that repeat an earlier one in everything but the identifier.",
        CleaningStep.ConstantColumns => "A column whose cells are all alike cannot tell rows apart (constant column).",
        CleaningStep.MissingValues => "Empty cells are filled with a typical value (imputation), or their rows set aside.",
        _ => "Values beyond the fences (outliers) are marked, moved to the fence, or their rows set aside.",
    };

    /// <summary>The ledger's entries without those that found nothing, and those alone.</summary>
    public static (IReadOnlyList<LedgerEntry> Found, IReadOnlyList<LedgerEntry> Quiet) Split(IReadOnlyList<LedgerEntry> entries)
    {
        var byFinding = entries.ToLookup(entry => entry.Rows > 0 || entry.Step == CleaningStep.ConstantColumns);
        return ([.. byFinding[true]], [.. byFinding[false]]);
    }

    /// <summary>Whether a step's finding was acted upon; a step that is not in the ledger is on.</summary>
    public static bool IsOn(IReadOnlyList<LedgerEntry> entries, CleaningStep step, string column) =>
        entries.FirstOrDefault(entry => entry.Step == step && entry.Column == column) is not { IsOn: false };
}

using Segmentation.Core.Collections;

namespace Segmentation.Core.Features.Suggestions;

/// <summary>What kind of feature is suggested, in the order in which suggestions are listed.</summary>
public enum SuggestionKind
{
    /// <summary>Age from a year or date of birth.</summary>
    Age,

    /// <summary>How long somebody has been a customer.</summary>
    Tenure,

    /// <summary>The sum of columns that belong together.</summary>
    Total,

    /// <summary>How many children live in the household.</summary>
    Children,

    /// <summary>How many campaigns were accepted, or how often else a group of yes-or-no columns says yes.</summary>
    Count,

    /// <summary>One amount for each of another.</summary>
    Ratio,

    /// <summary>The share of each column in the sum of those that belong together.</summary>
    Shares,

    /// <summary>The logarithm of a column with a long tail.</summary>
    Logarithm,
}

/// <summary>A number that speaks for a suggestion.</summary>
/// <param name="Label">What it is, in a few words.</param>
/// <param name="Value">The number.</param>
public sealed record SuggestionEvidence(string Label, double Value);

/// <summary>A feature that may help: ordinary derived columns, and why.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What people call it; the column's name where there is one column only.</param>
/// <param name="Columns">The columns to add, at least one.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record FeatureSuggestion(
    SuggestionKind Kind, string Name, ValueList<DerivedColumn> Columns, string Why, ValueList<SuggestionEvidence> Evidence);

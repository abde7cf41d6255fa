namespace Segmentation.Core.Cleaning;

/// <summary>What to do with a customer whose cell is missing in a chosen feature.</summary>
public enum MissingAction
{
    /// <summary>Set the row aside.</summary>
    SetAside,

    /// <summary>Fill with the median; the most frequent value where there is no order.</summary>
    Median,

    /// <summary>Fill with the mean; the most frequent value where there is no mean.</summary>
    Mean,

    /// <summary>Fill with the most frequent value; ties go to the smaller.</summary>
    MostFrequent,

    /// <summary>Fill with a value of the person's choice.</summary>
    Constant,

    /// <summary>
    /// Leave the cell empty: the row is compared by the features that it has. Only some algorithms can do that; a row without any chosen
    /// feature is set aside.
    /// </summary>
    Keep,
}

/// <summary>How missing cells of a column are treated.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Constant">The value to fill with, as a person writes it; used by <see cref="MissingAction.Constant"/> only.</param>
public sealed record MissingRule(MissingAction Action, string? Constant = null);

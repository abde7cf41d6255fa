namespace Segmentation.Core.Profiling;

/// <summary>What sets a segment apart in one feature.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Mean">The segment's mean in the column's own unit; the share of a category, 0 to 1; of dates in days since 0001-01-01.</param>
/// <param name="OverallMean">The mean of all clustered customers.</param>
/// <param name="StandardisedDifference">
/// The difference of both in standard deviations (population, divisor n) of all clustered customers; 0 where nothing varies or the
/// segment has no value. The difference from the mean of all others would be n / (n - n of the segment) times as large, the same factor
/// for every feature: sign and ranking are the same.
/// </param>
public readonly record struct Trait(string Feature, double Mean, double OverallMean, double StandardisedDifference)
{
    /// <summary>Whether the mean is a share: of a category, or of the ones of a column that holds 0 and 1 only.</summary>
    public bool IsShare { get; init; }
}

/// <summary>One segment in numbers that people can read.</summary>
/// <param name="Number">1 for the largest segment, and so on; its colour on every chart. 0 for the rows of no segment.</param>
/// <param name="Name">What people call it: the person's word, else one made from the traits; no two automatic ones are alike.</param>
/// <param name="Size">Customers in it.</param>
/// <param name="Share">Of the clustered customers, 0 to 1.</param>
/// <param name="Traits">One per feature, in the order of the features.</param>
/// <param name="Silhouette">Mean silhouette, or null when there is one segment only, or this is none.</param>
public sealed record SegmentProfile(int Number, string Name, int Size, double Share, IReadOnlyList<Trait> Traits, double? Silhouette)
{
    /// <summary>The number of the rows that belong to no segment.</summary>
    public const int Unassigned = 0;

    /// <summary>What these rows are called.</summary>
    public const string UnassignedName = "Unassigned";

    /// <summary>What a person calls it and notes about it; null when nobody did.</summary>
    public SegmentLabel? Label { get; init; }

    /// <summary>True for a segment that a filter of the recipe made and that is called by its words; its rows were not clustered.</summary>
    public bool IsOwn { get; init; }

    /// <summary>True for the rows that belong to no segment.</summary>
    public bool IsUnassigned => Number == Unassigned;

    /// <summary>The traits that differ most from the rest, by absolute standardised difference; ties keep the features' order.</summary>
    public IEnumerable<Trait> Strongest(int count) => Traits.OrderByDescending(trait => Math.Abs(trait.StandardisedDifference)).Take(count);
}

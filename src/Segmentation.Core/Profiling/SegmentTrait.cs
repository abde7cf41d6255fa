using Segmentation.Core.Features;

namespace Segmentation.Core.Profiling;

/// <summary>A trait as evidence: of which column it tells, whether that column was clustered, and whether it is large enough to be claimed.</summary>
/// <param name="Trait">Means and difference.</param>
/// <param name="Column">The frame's column.</param>
/// <param name="Category">The category that stands for a column of categories; null otherwise.</param>
/// <param name="IsClustered">Whether the segments were made by this column.</param>
/// <param name="Count">The segment's rows that hold a value.</param>
/// <param name="Total">The clustered rows that hold a value.</param>
public sealed record SegmentTrait(Trait Trait, string Column, string? Category, bool IsClustered, int Count, int Total)
{
    /// <summary>From so many standard deviations on a difference is said in words: a medium one (Cohen 1988).</summary>
    public const double MinDifference = 0.5;

    // Of a column that played no part, a few rows may differ by chance.
    private const double StandardErrors = 2;

    /// <summary>Whether the means are dates, in days.</summary>
    public bool IsDate { get; init; }

    /// <summary>What differs: the column's name, or <c>Column = category</c>.</summary>
    public string Feature => Trait.Feature;

    /// <summary>In standard deviations of all clustered rows.</summary>
    public double Difference => Trait.StandardisedDifference;

    /// <summary>Of a share: how many times that of all; null for a mean, or where nobody has it.</summary>
    public double? Lift => Trait.IsShare && Trait.OverallMean > 0 ? Trait.Mean / Trait.OverallMean : null;

    /// <summary>Of a share: the difference in percentage points; null for a mean.</summary>
    public double? Points => Trait.IsShare ? 100 * (Trait.Mean - Trait.OverallMean) : null;

    /// <summary>
    /// Whether the difference is large enough to be put into words: at least <see cref="MinDifference"/>, and of a column that was not
    /// clustered also twice the standard error of the mean of as many rows drawn without replacement.
    /// </summary>
    public bool IsClaimed => Math.Abs(Difference) >= MinDifference && (IsClustered || Math.Abs(Difference) >= StandardErrors * Error);

    private double Error => Count == 0 ? double.PositiveInfinity : Total < 2 ? 0 : Math.Sqrt((Total - Count) / (Count * (Total - 1.0)));

    /// <summary>The evidence of the clustered columns, strongest first; ties keep the order of the features. One per column: of a column of
    /// categories the one that stands for it (<see cref="Representative"/>).</summary>
    public static IReadOnlyList<SegmentTrait> OfClustered(SegmentProfile profile, FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(features);
        // Clustered columns are claimed without counting who has a value.
        var traits = features.Columns.Select((feature, place) => new SegmentTrait(
            profile.Traits[place], feature.Column, feature.Category, IsClustered: true, profile.Size, features.Rows.Count));
        return Rank(traits.GroupBy(trait => trait.Column, StringComparer.Ordinal).Select(column => Representative([.. column])));
    }

    /// <summary>Strongest first, by absolute difference; ties keep their order.</summary>
    internal static IReadOnlyList<SegmentTrait> Rank(IEnumerable<SegmentTrait> traits) => [.. traits.OrderByDescending(trait => Math.Abs(trait.Difference))];

    /// <summary>The category that says most: the one most above its share of all if that is claimed, else the one most below, else the one
    /// that differs most. Ties to the first.</summary>
    internal static SegmentTrait Representative(IReadOnlyList<SegmentTrait> categories)
    {
        var (above, below) = (categories.MaxBy(trait => trait.Difference)!, categories.MinBy(trait => trait.Difference)!);
        return above.IsClaimed ? above : below.IsClaimed ? below : categories.MaxBy(trait => Math.Abs(trait.Difference))!;
    }
}

using System.Globalization;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>A trait as a card shows it: what, how, a small bar against the average, and the numbers.</summary>
/// <param name="Feature">What differs.</param>
/// <param name="Words">How: <c>much higher</c>.</param>
/// <param name="Start">Where the bar begins, in per cent; the average is at 50.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Means">Both means, for people.</param>
/// <param name="Detail">All digits.</param>
public sealed record TraitLine(string Feature, string Words, double Start, double Length, string Means, string Detail)
{
    /// <summary>The difference in standard deviations; empty where a card has no room for it.</summary>
    public string Deviations { get; init; } = "";

    /// <summary>Whether the segments were made by it.</summary>
    public bool IsClustered { get; init; } = true;

    // Differences of so many standard deviations fill half of the bar's track.
    private const double FullBar = 2;

    /// <summary>A clustered feature's trait.</summary>
    public static TraitLine Of(Trait trait, bool isShare, DataColumn? column)
    {
        var length = Math.Min(1, Math.Abs(trait.StandardisedDifference) / FullBar) * 50;
        return new TraitLine(
            trait.Feature,
            SegmentWords.Compare(trait.StandardisedDifference),
            trait.StandardisedDifference < 0 ? 50 - length : 50,
            length,
            SegmentWords.Means(trait, isShare, column),
            $"{ValueText.FullMean(trait.Mean, trait.Feature, column)} against {ValueText.FullMean(trait.OverallMean, trait.Feature, column)}");
    }

    /// <summary>Any column's trait, with its difference in standard deviations.</summary>
    public static TraitLine Of(SegmentTrait trait, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(trait);
        ArgumentNullException.ThrowIfNull(frame);
        var line = Of(trait.Trait, trait.Trait.IsShare, ColumnOf(trait, frame)) with { Deviations = Signed(trait.Difference), IsClustered = trait.IsClustered };
        return trait.IsDate
            ? line with
            {
                Words = trait.Difference is > -0.2 and < 0.2 ? "about average" : trait.Difference > 0 ? "later" : "earlier",
                Means = $"{Mean(trait, frame)} against {Date(trait.Trait.OverallMean)} on average",
                Detail = $"{Date(trait.Trait.Mean)} against {Date(trait.Trait.OverallMean)}",
            }
            : line;
    }

    /// <summary>The traits of a card: those of clustered columns, and strong ones of others, strongest first; all that is claimed, or at least the
    /// strongest two.</summary>
    public static IReadOnlyList<TraitLine> OfCard(SegmentPortrait portrait, SegmentationSnapshot snapshot, int most)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        ArgumentNullException.ThrowIfNull(snapshot);
        var claimed = portrait.Traits.Where(trait => trait.IsClaimed).Take(most).ToArray();
        return [.. (claimed.Length >= 2 ? claimed : portrait.Traits.Take(2)).Select(trait => Of(trait, snapshot.Data.Frame))];
    }

    /// <summary>A mean or a share, for people.</summary>
    public static string Mean(SegmentTrait trait, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(trait);
        return trait.Trait.Mean is var mean && double.IsNaN(mean) ? "–"
            : trait.IsDate ? Date(mean)
            : trait.Trait.IsShare ? NumberText.Share(mean)
            : ValueText.RoundedMean(mean, trait.Feature, ColumnOf(trait, frame));
    }

    /// <summary>A difference with its sign: <c>+1.05 sd</c>.</summary>
    public static string Signed(double difference) => difference.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) + " sd";

    private static string Date(double days) => double.IsNaN(days)
        ? "–"
        : new DateTime((long)Math.Round(days) * TimeSpan.TicksPerDay).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static DataColumn? ColumnOf(SegmentTrait trait, DataFrame frame) =>
        !trait.Trait.IsShare && frame.TryGetColumn(trait.Column, out var column) ? column : null;
}

using System.Globalization;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>How far one segment can be trusted, in words.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Band">What the bootstrap says; null as long as it says nothing.</param>
/// <param name="Words">Two or three words: <c>do not trust</c>, <c>checking … 37 of 100</c>.</param>
/// <param name="Detail">What that means, and the number.</param>
/// <param name="Border">Share of its customers near a border, for people; null as long as it is not known.</param>
public sealed record SegmentTrust(int Number, StabilityBand? Band, string Words, string Detail, string? Border)
{
    /// <summary>One per segment, largest first; unassigned rows have none. Empty for one segment, which has nothing to be told from.</summary>
    /// <param name="snapshot">The segments.</param>
    /// <param name="stability">What the bootstrap found for them, so far.</param>
    /// <param name="running">How many of how many resamples are done; null when none are being drawn.</param>
    public static ValueList<SegmentTrust> Of(SegmentationSnapshot snapshot, StabilityResult? stability, (int Done, int Wanted)? running)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.SegmentCount == 1 ? [] :
        [
            .. snapshot.Profiles.Where(profile => !profile.IsUnassigned).Select((profile, cluster) => new SegmentTrust(
                profile.Number,
                running is null ? stability?.Band(cluster) : null,
                Say(stability?.Band(cluster), running),
                Explain(snapshot, stability, cluster, running),
                snapshot.Margins.BorderlineShares is { } shares ? NumberText.Share(shares[cluster]) : null)),
        ];
    }

    /// <summary>All segments in one sentence; null as long as nothing is known.</summary>
    public static string? Summary(IReadOnlyList<SegmentTrust> segments, RowNoun noun)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments.Count == 0 || segments[0].Band is null)
        {
            return null;
        }

        var doubtful = segments.Where(segment => segment.Band < StabilityBand.Stable).ToArray();
        var untrusted = segments.Where(segment => segment.Band == StabilityBand.Untrusted).Select(segment => $"Segment {segment.Number}").ToArray();
        var rest = untrusted.Length switch
        {
            0 => "",
            1 => $" Do not trust {untrusted[0]}: it may be chance.",
            _ => $" Do not trust {string.Join(", ", untrusted[..^1])} and {untrusted[^1]}: they may be chance.",
        };
        return doubtful.Length == 0
            ? $"Every segment is found again when {noun.Many} are drawn again by lot."
            : $"{segments.Count - doubtful.Length} of {segments.Count} segments are found again when {noun.Many} are drawn again by lot.{rest}";
    }

    /// <summary>A band in two words.</summary>
    public static string WordsOf(StabilityBand band) => band switch
    {
        StabilityBand.Untrusted => "do not trust",
        StabilityBand.Pattern => "a pattern",
        StabilityBand.Stable => "stable",
        _ => "highly stable",
    };

    private static string Say(StabilityBand? band, (int Done, int Wanted)? running) => (band, running) switch
    {
        (_, var (done, wanted)) => string.Create(CultureInfo.InvariantCulture, $"checking … {done} of {wanted}"),
        ({ } known, _) => WordsOf(known),
        _ => "not checked yet",
    };

    private static string Explain(SegmentationSnapshot snapshot, StabilityResult? stability, int cluster, (int Done, int Wanted)? running)
    {
        if (stability is null)
        {
            return $"Whether this segment is found again when the {snapshot.Noun.Many} are drawn again by lot. It is checked while nothing else is going on.";
        }

        var soFar = running is { } still && stability.Resamples < still.Wanted ? $", so far {stability.Resamples} of {still.Wanted} times" : $" {stability.Resamples} times";
        var share = stability.MeanJaccard[cluster].ToString("0.00", CultureInfo.InvariantCulture);
        return $"{Meaning(stability.Band(cluster), snapshot.Noun.Many)} Drawn again by lot{soFar}, the segment kept {share} of itself on average (Jaccard: 1 is all, under 0.60 is not to be trusted, from 0.75 stable).";
    }

    private static string Meaning(StabilityBand band, string many) => band switch
    {
        StabilityBand.Untrusted => $"With slightly other {many} this segment falls apart: do not build anything on it.",
        StabilityBand.Pattern => $"There is something here, but which {many} belong to it is doubtful.",
        StabilityBand.Stable => $"With slightly other {many} this segment is found again.",
        _ => $"With slightly other {many} this segment is found again nearly as it is.",
    };
}

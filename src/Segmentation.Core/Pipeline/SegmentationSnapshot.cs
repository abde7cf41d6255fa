using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>Everything that a recipe made of a file. Immutable; what the pages, the exports and the command line show.</summary>
public sealed record SegmentationSnapshot
{
    /// <summary>The file.</summary>
    public required Dataset Data { get; init; }

    /// <summary>The choices.</summary>
    public required SegmentationRecipe Recipe { get; init; }

    /// <summary>What each column is used for, the person's choices included.</summary>
    public required Schema Schema { get; init; }

    /// <summary>What a row is called, by <see cref="Schema"/>: in whatever counts or names what is segmented.</summary>
    public RowNoun Noun { get; init; } = RowNoun.Customer;

    /// <summary>All rows, cleaned, and which of them are set aside.</summary>
    public required CleaningResult Cleaning { get; init; }

    /// <summary>What was clustered.</summary>
    public required FeatureSet Features { get; init; }

    /// <summary>The clustering at the chosen number of segments.</summary>
    public required ClusterQuality Quality { get; init; }

    /// <summary>One profile per segment, in the order of their numbers; behind them that of the unassigned rows, if there are any.</summary>
    public required IReadOnlyList<SegmentProfile> Profiles { get; init; }

    /// <summary>The numbers of segments that have been tried so far, ascending: what the elbow chart draws.</summary>
    public required IReadOnlyList<ClusterQuality> Curve { get; init; }

    /// <summary>The number of segments that is suggested, and why; null until enough have been tried.</summary>
    public ClusterCountChoice? Suggestion { get; init; }

    /// <summary>How far each clustered customer is from a change of segment.</summary>
    public required SegmentMargins Margins { get; init; }

    /// <summary>Number of segments; unassigned rows are none.</summary>
    public int SegmentCount => Quality.ClusterCount;

    /// <summary>
    /// The segment's number of a row of the file, counted from 1, or <see cref="SegmentProfile.Unassigned"/>; null when the row is set aside.
    /// </summary>
    public int? SegmentOf(int row) => Features.Rows.PositionOf(row) is >= 0 and var position
        ? SegmentProfile.NumberOf(Quality.Clustering.Labels[position])
        : null;

    /// <summary>The profile of a segment by its number, <see cref="SegmentProfile.Unassigned"/> included; null when there is no such segment.</summary>
    public SegmentProfile? FindProfile(int segment) => segment switch
    {
        SegmentProfile.Unassigned => Profiles[^1].IsUnassigned ? Profiles[^1] : null,
        > 0 when segment <= SegmentCount => Profiles[segment - 1],
        _ => null,
    };

    /// <summary>The profile of a segment that there is, as <see cref="SegmentOf"/> numbers it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public SegmentProfile ProfileOf(int segment) => FindProfile(segment)
        ?? throw new ArgumentOutOfRangeException(nameof(segment), segment, $"There are {SegmentCount} segments.");

    /// <summary>The margin of a row of the file; null when it is set aside or unassigned, or there is one segment only.</summary>
    public double? MarginOf(int row) => Features.Rows.PositionOf(row) is >= 0 and var position ? Margins[position] : null;
}

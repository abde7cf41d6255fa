using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>Everything that a recipe made of a file. Immutable; what the pages, the exports and the command line show.</summary>
public sealed record SegmentationSnapshot
{
    /// <summary>The file as it was read.</summary>
    public required Dataset Source { get; init; }

    /// <summary>The file with the recipe's derived columns behind its own; <see cref="Source"/> itself when there are none.</summary>
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

    /// <summary>
    /// One profile per segment, largest first: in the order of the clusters, whatever their numbers are. Behind them that of the
    /// unassigned rows, if there are any.
    /// </summary>
    public required IReadOnlyList<SegmentProfile> Profiles { get; init; }

    /// <summary>
    /// The number that each cluster goes by, in the clusters' order. A fresh run numbers them from 1, largest first; who shows one run
    /// after the other lets a segment keep its number (<see cref="SegmentIdentity"/>), and then some may be missing.
    /// </summary>
    public ValueList<int> Numbers { get => field ?? [.. Enumerable.Range(1, SegmentCount)]; private init; }

    /// <summary>The numbers of segments that have been tried so far, ascending: what the elbow chart draws.</summary>
    public required IReadOnlyList<ClusterQuality> Curve { get; init; }

    /// <summary>The number of segments that is suggested, and why; null until enough have been tried.</summary>
    public ClusterCountChoice? Suggestion { get; init; }

    /// <summary>True for what was found on a part of the rows, to be replaced by what is found on all.</summary>
    public bool IsPreview { get; init; }

    /// <summary>By which part the inertia of the preview was above this one's; null when there was no preview.</summary>
    public double? PreviewError { get; init; }

    /// <summary>How far each clustered customer is from a change of segment.</summary>
    public required SegmentMargins Margins { get; init; }

    /// <summary>Number of segments; unassigned rows are none.</summary>
    public int SegmentCount => Quality.ClusterCount;

    /// <summary>How many of the segments were made by filters of the recipe; there is always one more.</summary>
    public int OwnSegmentCount => Profiles.Count(profile => profile.IsOwn);

    /// <summary>Per row of the file the segment it is of, for filters and figures: the groups' numbers are those of the segments.</summary>
    public RowGroups SegmentsOfRows() => RowGroups.Of(Features.Rows, Quality.Clustering.Labels, Numbers);

    /// <summary>The profiles by number, ascending, that of the unassigned rows last.</summary>
    public IEnumerable<SegmentProfile> ByNumber => Profiles.OrderBy(profile => profile.IsUnassigned).ThenBy(profile => profile.Number);

    /// <summary>
    /// The segment's number of a row of the file, counted from 1, or <see cref="SegmentProfile.Unassigned"/>; null when the row is set aside.
    /// </summary>
    public int? SegmentOf(int row) => Features.Rows.PositionOf(row) is >= 0 and var position ? NumberOf(Quality.Clustering.Labels[position]) : null;

    /// <summary>The number that a cluster goes by; <see cref="SegmentProfile.Unassigned"/> for the label of rows in no cluster.</summary>
    public int NumberOf(byte label) => label == ClusteringResult.Unassigned ? SegmentProfile.Unassigned : Numbers[label];

    /// <summary>The same segments under other numbers, one per cluster, each once.</summary>
    /// <exception cref="ArgumentException">The numbers are not one for each cluster, or one comes twice or is below 1.</exception>
    public SegmentationSnapshot Renumbered(ValueList<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (numbers.Count != SegmentCount || numbers.Distinct().Count() != numbers.Count || numbers.Any(number => number < 1))
        {
            throw new ArgumentException($"{string.Join(", ", numbers)} are not numbers for {SegmentCount} segments.", nameof(numbers));
        }

        var profiles = Profiles.Select((profile, cluster) => profile.IsUnassigned
            ? profile
            : profile with { Number = numbers[cluster] });
        return this with { Numbers = numbers, Profiles = [.. profiles] };
    }

    /// <summary>All that the file says about the segments. Looks at every column, which takes a moment where there are many rows.</summary>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public SegmentEvidence FindEvidence(int threads = 0, CancellationToken cancellationToken = default) =>
        SegmentEvidence.Of(Cleaning.Frame, Schema, Features, Quality, Recipe.Profiling.Meanings, threads, cancellationToken);

    /// <summary>The profile of a segment by its number, <see cref="SegmentProfile.Unassigned"/> included; null when there is no such segment.</summary>
    public SegmentProfile? FindProfile(int segment) => Profiles.FirstOrDefault(profile => profile.Number == segment);

    /// <summary>The profile of a segment that there is, as <see cref="SegmentOf"/> numbers it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such segment.</exception>
    public SegmentProfile ProfileOf(int segment) => FindProfile(segment)
        ?? throw new ArgumentOutOfRangeException(nameof(segment), segment, $"There are {SegmentCount} segments.");

    /// <summary>The margin of a row of the file; null when it is set aside or unassigned, or there is one segment only.</summary>
    public double? MarginOf(int row) => Features.Rows.PositionOf(row) is >= 0 and var position ? Margins[position] : null;

    /// <summary>Whether a row of the file could as well belong to the next segment; false when it is set aside.</summary>
    public bool IsBorderline(int row) => Features.Rows.PositionOf(row) is >= 0 and var position && Margins.IsBorderline(position);
}

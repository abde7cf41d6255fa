using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>Describes segments by the means of their features in the units of the file.</summary>
public static class SegmentProfiler
{
    /// <summary>One profile per segment, in the order of their numbers, and behind them one of the unassigned rows if there are
    /// any.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What was clustered. Of cells that were kept missing nothing is averaged.</param>
    /// <param name="quality">The clustering.</param>
    /// <param name="noun">What a row is called, for the name of a segment without traits; customer when null.</param>
    /// <param name="given">Names of the clusters that were given to the algorithm, in their order; null when none was.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<SegmentProfile> Profile(
        DataFrame frame,
        FeatureSet features,
        ClusterQuality quality,
        RowNoun? noun = null,
        IReadOnlyList<string>? given = null,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var rows = GroupedRows.Of(features, quality);
        var readers = features.Columns.Select((_, place) => CellReaders.OfFeature(place, frame, features)).ToArray();
        var moments = GroupMoments.Of(readers, rows, threads, cancellationToken);
        var traits = features.Columns
            .Select((feature, place) => TraitsOf(feature.Name, feature.IsIndicator || HoldsFlags(frame[feature.Column], moments[place]), moments[place])).ToArray();
        SegmentProfile[] profiles = [.. Enumerable.Range(0, rows.Groups).Select(group => ProfileOf(group, rows, quality, traits))];
        var names = SegmentNames.Of([.. profiles.Take(rows.ClusterCount).Select(profile => SegmentTrait.OfClustered(profile, features))], noun ?? RowNoun.Customer);
        return [.. profiles.Select((profile, group) => group >= names.Count ? profile
            : quality.Clustering.GivenOf(group) is { } place && given is not null ? profile with { Name = given[place], IsOwn = true }
            : profile with { Name = names[group] })];
    }

    /// <summary>A segment by its number alone, where a name would be too long.</summary>
    public static string NameOf(int number) => $"Segment {number}";

    /// <summary>The traits of one column, a group each.</summary>
    internal static Trait[] TraitsOf(string name, bool isShare, GroupMoments moments)
    {
        var (count, mean, squares) = moments.Together(moments.Counts.Length);
        var deviation = Math.Sqrt(squares / count);
        return [.. moments.Counts.Select((own, group) => own == 0
            ? new Trait(name, double.NaN, mean, 0) { IsShare = isShare }
            : new Trait(name, moments.Mean(group), mean, deviation > 0 ? (moments.Mean(group) - mean) / deviation : 0) { IsShare = isShare })];
    }

    /// <summary>Whether a column of whole numbers holds 0 and 1 only: no other whole numbers have the mean of their squares as their mean.</summary>
    internal static bool HoldsFlags(DataColumn column, GroupMoments moments)
    {
        var (count, mean, squares) = moments.Together(moments.Counts.Length);
        return column.Type == ColumnType.Integer && mean is > 0 and < 1 && Math.Abs((squares / count) + (mean * mean) - mean) < 1e-9;
    }

    private static SegmentProfile ProfileOf(int group, GroupedRows rows, ClusterQuality quality, Trait[][] traits)
    {
        var isSegment = group < rows.ClusterCount;
        return new SegmentProfile(
            Number: isSegment ? group + 1 : SegmentProfile.Unassigned,
            Name: isSegment ? NameOf(group + 1) : SegmentProfile.UnassignedName,
            Size: rows.Sizes[group],
            Share: (double)rows.Sizes[group] / rows.Labels.Length,
            Traits: [.. traits.Select(ofColumn => ofColumn[group])],
            Silhouette: isSegment ? quality.Silhouette?.ByCluster[group] : null);
    }
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Identity;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Lets segments keep their numbers, and with them colours and names, while the recipe or the data changes. A fresh run is numbered
/// largest first, the same every time; this is for whoever shows one run after the other.
/// </summary>
public static class SegmentIdentity
{
    /// <summary>
    /// <paramref name="fresh"/> with the numbers of the segments it has in common with <paramref name="before"/>: matched on shared
    /// members (the same rows of the same file, or the same identifier in two files), else on the means of the
    /// features.
    /// A new segment takes the lowest free number. Files that share no feature have nothing in common.
    /// </summary>
    public static FollowedSegments Follow(SegmentationSnapshot before, SegmentationSnapshot fresh)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(fresh);
        if (Match(before, fresh) is not { } matches)
        {
            return new FollowedSegments(fresh, []);
        }

        var shown = fresh.Renumbered(NumbersOf(matches, before.Numbers));
        return new FollowedSegments(shown, [.. SegmentChanges.Tell(matches, before, shown)]);
    }

    private static SegmentMatches? Match(SegmentationSnapshot before, SegmentationSnapshot fresh)
    {
        var (old, now) = (before.Quality.Clustering, fresh.Quality.Clustering);
        if (ReferenceEquals(before.Features.Rows, fresh.Features.Rows))
        {
            return SegmentMatching.ByRows(old.Labels, old.ClusterCount, now.Labels, now.ClusterCount);
        }

        if (ReferenceEquals(before.Source.Frame, fresh.Source.Frame))
        {
            return ByRows(old, now, SameRows(before, fresh));
        }

        if (!HaveSameFeatures(before, fresh))
        {
            return null;
        }

        var matches = SameIdentifiers(before, fresh) is { } rows ? ByRows(old, now, rows) : null;
        return matches is { SharedRows: > 0 }
            ? matches
            : SegmentMatching.ByCentroids(Means(before, before), old.ClusterCount, Means(fresh, before), now.ClusterCount);
    }

    private static SegmentMatches ByRows(ClusteringResult old, ClusteringResult now, int[] oldRows) => SegmentMatching.ByRows(
        Array.ConvertAll(oldRows, row => row < 0 ? ClusteringResult.Unassigned : old.Labels[row]), old.ClusterCount, now.Labels, now.ClusterCount);

    private static int[] SameRows(SegmentationSnapshot before, SegmentationSnapshot fresh) =>
        Array.ConvertAll(fresh.Features.Rows.ToArray(), before.Features.Rows.PositionOf);

    // An identifier that comes twice names nobody.
    private static int[]? SameIdentifiers(SegmentationSnapshot before, SegmentationSnapshot fresh)
    {
        if (Identifier(before) is not { } old || Identifier(fresh) is not { } now || old.Name != now.Name)
        {
            return null;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < before.Features.Rows.Count; position++)
        {
            var name = old.Format(before.Features.Rows[position]);
            places[name] = places.ContainsKey(name) ? -1 : position;
        }

        return Array.ConvertAll(fresh.Features.Rows.ToArray(), row => places.GetValueOrDefault(now.Format(row), -1));
    }

    private static DataColumn? Identifier(SegmentationSnapshot snapshot) =>
        snapshot.Schema.Identifier is { } name && snapshot.Data.Frame.TryGetColumn(name, out var column) ? column : null;

    private static bool HaveSameFeatures(SegmentationSnapshot before, SegmentationSnapshot fresh) =>
        before.Features.Columns.Select(column => column.Name).SequenceEqual(fresh.Features.Columns.Select(column => column.Name), StringComparer.Ordinal);

    // Means of both in the standard deviations of the earlier one, so that no feature counts for its unit.
    private static double[] Means(SegmentationSnapshot snapshot, SegmentationSnapshot before)
    {
        double[] deviations = [.. Enumerable.Range(0, before.Features.Columns.Count).Select(place => DeviationOf(before, place))];
        return [.. snapshot.Profiles.SelectMany(profile => profile.Traits.Select((trait, place) => trait.Mean / deviations[place]))];
    }

    private static double DeviationOf(SegmentationSnapshot snapshot, int place)
    {
        var trait = snapshot.Profiles.Select(profile => profile.Traits[place]).MaxBy(trait => Math.Abs(trait.StandardisedDifference));
        return trait.StandardisedDifference == 0 ? 1 : (trait.Mean - trait.OverallMean) / trait.StandardisedDifference;
    }

    private static ValueList<int> NumbersOf(SegmentMatches matches, ValueList<int> before)
    {
        var kept = matches.Old.Where(old => old is not null).Select(old => before[old!.Value]).ToHashSet();
        var free = Enumerable.Range(1, matches.Old.Count + before.Count).Where(number => !kept.Contains(number)).GetEnumerator();
        return [.. matches.Old.Select(old => old is { } cluster ? before[cluster] : Next(free))];
    }

    private static int Next(IEnumerator<int> numbers)
    {
        numbers.MoveNext();
        return numbers.Current;
    }
}

/// <summary>A snapshot whose segments kept their numbers.</summary>
/// <param name="Snapshot">The fresh one, under the numbers of those before.</param>
/// <param name="Changes">What became of segments that did not simply stay, a sentence each: splits, merges, and new ones.</param>
public sealed record FollowedSegments(SegmentationSnapshot Snapshot, ValueList<string> Changes);

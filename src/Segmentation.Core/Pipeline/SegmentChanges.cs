using Segmentation.Core.Clustering.Identity;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>Tells in words what became of segments, by their numbers: those stay, and a name made from traits may be another one after.</summary>
internal static class SegmentChanges
{
    /// <summary>Splits, then merges, then new segments out of many, then old ones that went into many; nothing of those that stayed.</summary>
    public static IEnumerable<string> Tell(SegmentMatches matches, SegmentationSnapshot before, SegmentationSnapshot fresh) =>
    [
        .. matches.Splits.OrderBy(split => split.Key).Select(split => Split(split, matches, before, fresh)),
        .. matches.Merges.OrderBy(merge => merge.Key).Select(merge => Merge(merge, matches, before, fresh)),
        .. matches.SharedRows == 0 ? [] : Fresh(matches, fresh),
        .. matches.SharedRows == 0 ? [] : Gone(matches, before),
    ];

    private static string Split(IGrouping<int, SegmentFlow> split, SegmentMatches matches, SegmentationSnapshot before, SegmentationSnapshot fresh)
    {
        int[] parts = [.. split.Select(flow => flow.New)];
        int[] others = [.. parts.Where(part => matches.Old[part] != split.Key)];
        return $"{Names(fresh, others)} came out of {NameOf(before, split.Key)}.";
    }

    private static string Merge(IGrouping<int, SegmentFlow> merge, SegmentMatches matches, SegmentationSnapshot before, SegmentationSnapshot fresh)
    {
        int[] others = [.. merge.Select(flow => flow.Old).Where(old => matches.Old[merge.Key] != old)];
        return $"{Names(before, others)} went into {NameOf(fresh, merge.Key)}.";
    }

    private static IEnumerable<string> Fresh(SegmentMatches matches, SegmentationSnapshot fresh) => matches.Old.Index()
        .Where(pair => pair.Item is null && matches.Origins.All(flow => flow.New != pair.Index))
        .Select(pair => $"{NameOf(fresh, pair.Index)} is new, out of several.");

    private static IEnumerable<string> Gone(SegmentMatches matches, SegmentationSnapshot before) => before.Profiles.Index()
        .Where(pair => !matches.Old.Contains(pair.Index) && matches.Destinations.All(flow => flow.Old != pair.Index))
        .Select(pair => $"{NameOf(before, pair.Index)} was divided among others.");

    private static string NameOf(SegmentationSnapshot snapshot, int cluster) =>
        snapshot.Profiles[cluster] is { IsUnassigned: false } profile ? SegmentProfiler.NameOf(profile.Number) : SegmentProfile.UnassignedName;

    private static string Names(SegmentationSnapshot snapshot, int[] clusters)
    {
        string[] names = [.. clusters.Select(cluster => snapshot.Profiles[cluster].Number).Order().Select(SegmentProfiler.NameOf)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }
}

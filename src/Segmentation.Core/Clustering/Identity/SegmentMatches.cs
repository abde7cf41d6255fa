using Segmentation.Core.Collections;

namespace Segmentation.Core.Clustering.Identity;

/// <summary>What became of the clusters of one clustering in another.</summary>
/// <param name="Old">For each new cluster its old counterpart, or null. No old one is the counterpart of two.</param>
/// <param name="Origins">The old clusters that new ones came out of, by new number: an old one that gave
/// at least half of the new one's shared rows, ties to the lower number. Empty where no rows are shared.</param>
/// <param name="Destinations">The new clusters that old ones went into, by old number: a new one that got at
/// least half of the old one's shared rows, ties to the lower number. Empty where no rows are shared.</param>
/// <param name="SharedRows">Rows that are in both clusterings; 0 says that centroids were compared.</param>
public sealed record SegmentMatches(
    ValueList<int?> Old, ValueList<SegmentFlow> Origins, ValueList<SegmentFlow> Destinations, int SharedRows)
{
    /// <summary>Old clusters that at least two new ones came out of, with these.</summary>
    public IEnumerable<IGrouping<int, SegmentFlow>> Splits => Origins.GroupBy(flow => flow.Old).Where(parts => parts.Count() > 1);

    /// <summary>New clusters that at least two old ones went into, with these.</summary>
    public IEnumerable<IGrouping<int, SegmentFlow>> Merges => Destinations.GroupBy(flow => flow.New).Where(parts => parts.Count() > 1);
}

/// <summary>Rows that went from an old cluster to a new one.</summary>
/// <param name="Old">Number of the old cluster.</param>
/// <param name="New">Number of the new cluster.</param>
/// <param name="Share">Of the new one's shared rows in an origin, of the old one's in a destination; 0.5 to 1.</param>
public sealed record SegmentFlow(int Old, int New, double Share);

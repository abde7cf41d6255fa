namespace Segmentation.Core.Clustering;

/// <summary>Closes the gaps that clusters without rows leave in a labelling.</summary>
internal static class OccupiedClusters
{
    /// <summary>
    /// Renumbers the labels to the clusters that have rows, in their old order, and tells their old numbers; unassigned rows stay so.
    /// </summary>
    public static (byte[] Labels, int[] Kept) Compact(ReadOnlySpan<byte> labels, int clusterCount)
    {
        var hasRows = new bool[byte.MaxValue + 1];
        foreach (var label in labels)
        {
            hasRows[label] = true;
        }

        int[] kept = [.. Enumerable.Range(0, clusterCount).Where(cluster => hasRows[cluster])];
        return (ClusterOrder.Renumber(labels, kept), kept);
    }
}

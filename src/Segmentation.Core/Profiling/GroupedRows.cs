using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>The clustered rows of a frame and the group of each: its cluster, and behind the clusters one group of the unassigned, if there are any.</summary>
/// <param name="Rows">The frame's rows.</param>
/// <param name="Labels">One per row of <paramref name="Rows"/>.</param>
/// <param name="ClusterCount">Clusters.</param>
/// <param name="Sizes">Rows of each group.</param>
internal sealed record GroupedRows(RowSelection Rows, byte[] Labels, int ClusterCount, int[] Sizes)
{
    /// <summary>Clusters, and the unassigned.</summary>
    public int Groups => Sizes.Length;

    public static GroupedRows Of(FeatureSet features, ClusterQuality quality)
    {
        var clustering = quality.Clustering;
        int[] sizes = clustering.UnassignedRows > 0 ? [.. clustering.Sizes, clustering.UnassignedRows] : clustering.Sizes;
        return new GroupedRows(features.Rows, clustering.Labels, clustering.ClusterCount, sizes);
    }

    /// <summary>The group that a row with this label is in.</summary>
    public int GroupOf(byte label) => Math.Min(label, ClusterCount);

    /// <summary>The rows of a group, as positions among the clustered rows, ascending.</summary>
    public int[] PositionsOf(int group)
    {
        var positions = new int[Sizes[group]];
        var count = 0;
        for (var position = 0; position < Labels.Length; position++)
        {
            if (GroupOf(Labels[position]) == group)
            {
                positions[count++] = position;
            }
        }

        return positions;
    }
}

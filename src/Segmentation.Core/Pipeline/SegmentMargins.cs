using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// How far each customer is from a change of segment, as <see cref="ClusterModel.Margins"/> has it: of k-means the distance to the
/// nearest other centre less the distance to the own one, in units of the scaled features, by the features that the customer has. 0 is
/// on the border. Computed when first asked for.
/// </summary>
public sealed class SegmentMargins(ClusteringRows rows, ClusteringResult clustering, int threads = 0)
{
    private readonly Lazy<float[]> _margins = new(() => clustering.Model is KPodModel model && rows.Missing is { } missing
        ? model.Margins(rows.Matrix, missing, clustering.Labels, threads)
        : clustering.Model.Margins(rows.Matrix, clustering.Labels, threads));

    /// <summary>The margin of the matrix's row; null when there is no other segment, or the row belongs to none.</summary>
    public double? this[int position] =>
        clustering.ClusterCount < 2 || clustering.Labels[position] == ClusteringResult.Unassigned ? null : _margins.Value[position];
}

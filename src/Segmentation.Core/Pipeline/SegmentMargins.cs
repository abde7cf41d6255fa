using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// How far each customer is from a change of segment, as <see cref="ClusterModel.Margins"/> has it: of k-means the distance to the
/// nearest other centre less the distance to the own one, in units of the scaled features, by the features that the customer has. 0 is
/// on the border. Computed when first asked for.
/// </summary>
public sealed class SegmentMargins(ClusteringRows rows, ClusteringResult clustering, int threads = 0)
{
    private readonly Lazy<float[]> _margins = new(() => clustering.Model.Margins(Seen(rows, clustering), clustering.Labels, threads));
    private readonly Lazy<bool[]> _borderline = new(() => clustering.Model.Borderline(Seen(rows, clustering), clustering.Labels, threads));
    private double[]? _shares;

    /// <summary>Per cluster the share of its rows that could as well belong to the next one (<see cref="ClusterModel.Borderline"/>), 0 to 1;
    /// null until somebody has looked at all rows.</summary>
    public IReadOnlyList<double>? BorderlineShares => _shares;

    /// <summary>Looks at all rows, which takes a moment where there are many.</summary>
    public IReadOnlyList<double> FindBorderline()
    {
        var on = new int[clustering.ClusterCount];
        var borderline = _borderline.Value;
        for (var row = 0; row < borderline.Length; row++)
        {
            if (borderline[row])
            {
                on[clustering.Labels[row]]++;
            }
        }

        return _shares = [.. on.Select((count, cluster) => (double)count / Math.Max(1, clustering.Sizes[cluster]))];
    }

    /// <summary>Whether the matrix's row could as well belong to the next cluster.</summary>
    public bool IsBorderline(int position) => _borderline.Value[position];

    /// <summary>The same of a few rows, without looking at the others.</summary>
    public bool[] AreBorderline(int[] positions) => clustering.Model.Borderline(
        Seen(rows.Take(positions), clustering), Array.ConvertAll(positions, position => clustering.Labels[position]), threads);

    /// <summary>The margin of the matrix's row; null when there is no other segment, the row belongs to none, or its segment was given.</summary>
    public double? this[int position] =>
        clustering.ClusterCount < 2 || clustering.Labels[position] == ClusteringResult.Unassigned || float.IsPositiveInfinity(_margins.Value[position])
            ? null
            : _margins.Value[position];

    // A model that passes over missing cells must see them.
    private static FeatureMatrix Seen(ClusteringRows rows, ClusteringResult clustering) =>
        clustering.Model.PassesOverMissing && rows.Missing is { } missing ? KPodModel.Blank(rows.Matrix, missing) : rows.Matrix;
}

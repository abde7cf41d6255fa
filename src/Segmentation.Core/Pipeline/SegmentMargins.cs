using System.Numerics.Tensors;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// How far each customer is from a change of segment: the distance to the nearest other centre less the distance to the
/// own one, in units of the scaled features. 0 is on the border. Computed when first asked for.
/// </summary>
public sealed class SegmentMargins(FeatureMatrix matrix, KMeansResult clustering)
{
    private const int ChunkRows = 4096;

    private readonly Lazy<float[]> _margins = new(() => Compute(matrix, clustering));

    /// <summary>The margin of the matrix's row; null when there is no other segment.</summary>
    public double? this[int position] => clustering.ClusterCount < 2 ? null : _margins.Value[position];

    private static float[] Compute(FeatureMatrix matrix, KMeansResult clustering)
    {
        var margins = new float[matrix.Rows];
        Parallel.For(0, (matrix.Rows + ChunkRows - 1) / ChunkRows, chunk =>
        {
            var row = new double[matrix.Columns];
            var end = Math.Min((chunk + 1) * ChunkRows, matrix.Rows);
            for (var position = chunk * ChunkRows; position < end; position++)
            {
                matrix.CopyRow(position, row);
                margins[position] = (float)Margin(row, clustering, clustering.Labels[position]);
            }
        });
        return margins;
    }

    private static double Margin(double[] row, KMeansResult clustering, int own)
    {
        var (toOwn, toOther) = (0.0, double.PositiveInfinity);
        for (var cluster = 0; cluster < clustering.ClusterCount; cluster++)
        {
            var distance = TensorPrimitives.Distance(row, clustering.Centroid(cluster));
            if (cluster == own)
            {
                toOwn = distance;
            }
            else
            {
                toOther = Math.Min(toOther, distance);
            }
        }

        // A row on the border may be rounded to either side of it.
        return Math.Max(0, toOther - toOwn);
    }
}

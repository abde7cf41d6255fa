using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>How alike each cluster is to the one most like it (Davies and Bouldin 1979).</summary>
public static class DaviesBouldin
{
    /// <summary>
    /// The mean over clusters i of the maximum over j of (s_i + s_j) / d_ij, where s is the weighted mean distance of a cluster's rows to their
    /// centroid and d the distance of two centroids; lower is better. Null for one cluster, or where two centroids coincide.
    /// </summary>
    public static double? Compute(FeatureMatrix matrix, ClusteringResult clustering)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(clustering);
        if (clustering.ClusterCount < 2)
        {
            return null;
        }

        var spreads = Spreads(matrix, clustering);
        var sum = 0.0;
        for (var i = 0; i < spreads.Length; i++)
        {
            sum += Enumerable.Range(0, spreads.Length).Where(j => j != i).Max(j => (spreads[i] + spreads[j]) / Distance(clustering, i, j));
        }

        return double.IsFinite(sum) ? sum / spreads.Length : null;
    }

    private static double[] Spreads(FeatureMatrix matrix, ClusteringResult clustering)
    {
        var distances = SquaredDistances(matrix, clustering);
        var spreads = new double[clustering.ClusterCount];
        var masses = new double[clustering.ClusterCount];
        for (var row = 0; row < distances.Length; row++)
        {
            var weight = matrix.IsWeighted ? matrix.Weights[row] : 1;
            spreads[clustering.Labels[row]] += weight * Math.Sqrt(distances[row]);
            masses[clustering.Labels[row]] += weight;
        }

        for (var cluster = 0; cluster < spreads.Length; cluster++)
        {
            spreads[cluster] /= masses[cluster];
        }

        return spreads;
    }

    private static double[] SquaredDistances(FeatureMatrix matrix, ClusteringResult clustering)
    {
        var distances = new double[matrix.Rows];
        for (var column = 0; column < matrix.Columns; column++)
        {
            var cells = matrix.Column(column);
            for (var row = 0; row < cells.Length; row++)
            {
                var difference = cells[row] - clustering.Centroids[(clustering.Labels[row] * matrix.Columns) + column];
                distances[row] += difference * difference;
            }
        }

        return distances;
    }

    private static double Distance(ClusteringResult clustering, int left, int right)
    {
        var from = clustering.Centroid(left);
        var to = clustering.Centroid(right);
        var sum = 0.0;
        for (var column = 0; column < from.Length; column++)
        {
            sum += (from[column] - to[column]) * (from[column] - to[column]);
        }

        return Math.Sqrt(sum);
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>The variance ratio criterion (Calinski and Harabasz 1974).</summary>
public static class CalinskiHarabasz
{
    /// <summary>
    /// ((T - W) / (k - 1)) / (W / (n - k)), where W is the inertia, T that of one cluster, n the number of rows that weigh something;
    /// higher is better.
    /// Weights count in T and W, and scaling all of them changes nothing. Null for one cluster, as many as rows, or W of 0.
    /// </summary>
    /// <param name="matrix">What was clustered. T is computed once for all its clusterings.</param>
    /// <param name="clustering">Its clusters.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    public static double? Compute(FeatureMatrix matrix, ClusteringResult clustering, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(clustering);
        var (rows, clusters, within) = (RowsOf(matrix), clustering.ClusterCount, clustering.Inertia);
        if (clusters < 2 || clusters >= rows || within <= 0)
        {
            return null;
        }

        var between = matrix.TotalSquares(threads) - within;
        return between / (clusters - 1) / (within / (rows - clusters));
    }

    private static int RowsOf(FeatureMatrix matrix) => matrix.Rows - matrix.Weights.Count(0);
}

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>A finished k-means fit. Clusters are numbered largest first (by weight), ties by their centres' coordinates in turn.</summary>
/// <param name="Labels">Per row its cluster, 0 to k - 1.</param>
/// <param name="Centroids">k x columns, row after row: the weighted mean of each cluster's rows, but for the last
/// movement where a tolerance or the number of iterations ended the run. Labels are always those of these centroids.</param>
/// <param name="Sizes">Rows in each cluster.</param>
/// <param name="Inertia">Sum over rows of weight times squared distance to the nearest centroid.</param>
/// <param name="Iterations">Lloyd iterations of the start that was kept.</param>
public sealed record KMeansResult(byte[] Labels, double[] Centroids, int[] Sizes, double Inertia, int Iterations)
{
    /// <summary>Number of clusters.</summary>
    public int ClusterCount => Sizes.Length;

    /// <summary>One cluster's centre, without copying.</summary>
    public ReadOnlySpan<double> Centroid(int cluster)
    {
        var columns = Centroids.Length / ClusterCount;
        return Centroids.AsSpan(cluster * columns, columns);
    }
}

namespace Segmentation.Core.Clustering;

/// <summary>
/// What any algorithm found in a matrix. Clusters are numbered largest first (by weight), ties by their centroids'
/// coordinates in turn, so that chance plays no part in the numbers. Algorithms that find more than this derive from it.
/// </summary>
/// <param name="Labels">Per row its cluster, 0 to k - 1, or <see cref="Unassigned"/>.</param>
/// <param name="Centroids">k x columns, row after row: the weighted mean of each cluster's rows. Of k-means, those that
/// the labels are nearest to, which differ from the means by the last movement where a tolerance or the number of iterations ended the
/// run.</param>
/// <param name="Sizes">Rows in each cluster.</param>
/// <param name="Inertia">Sum over the assigned rows of weight times squared distance to their cluster's centroid.</param>
/// <param name="Iterations">Iterations of the start that was kept; 0 where the algorithm has none.</param>
public record ClusteringResult(byte[] Labels, double[] Centroids, int[] Sizes, double Inertia, int Iterations)
{
    /// <summary>Label of a row that belongs to no cluster.</summary>
    public const byte Unassigned = byte.MaxValue;

    /// <summary>Number of clusters.</summary>
    public int ClusterCount => Sizes.Length;

    /// <summary>Rows that belong to no cluster.</summary>
    public int UnassignedRows => Labels.Length - Sizes.Sum();

    /// <summary>The rule by which a row, also one never seen before, belongs to a cluster: the nearest centroid, unless an algorithm
    /// knows better.</summary>
    public virtual ClusterModel Model => new CentreModel(Centroids, ClusterCount);

    /// <summary>The same clusters with rows more, which weigh nothing.</summary>
    /// <param name="rows">The numbers that the rows of this one have then.</param>
    /// <param name="labels">Of all rows.</param>
    internal virtual ClusteringResult Among(int[] rows, byte[] labels)
    {
        var sizes = new int[ClusterCount];
        foreach (var label in labels)
        {
            sizes[Math.Min(label, ClusterCount - 1)] += label == Unassigned ? 0 : 1;
        }

        return this with { Labels = labels, Sizes = sizes };
    }

    /// <summary>Which of the clusters that were given to the algorithm a cluster is; null for one that it found.</summary>
    public virtual int? GivenOf(int cluster) => null;

    /// <summary>What the algorithm itself found: without the clusters that were given to it, and of the other rows only.</summary>
    public virtual ClusteringResult OfAlgorithm() => this;

    /// <summary>One cluster's centroid, without copying.</summary>
    public ReadOnlySpan<double> Centroid(int cluster)
    {
        var columns = Centroids.Length / ClusterCount;
        return Centroids.AsSpan(cluster * columns, columns);
    }
}

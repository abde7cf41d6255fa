using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>How alike each cluster is to the one most like it (Davies and Bouldin 1979).</summary>
public static class DaviesBouldin
{
    /// <summary>
    /// The mean over clusters i of the maximum over j of (s_i + s_j) / d_ij, where s is the weighted mean distance of a cluster's rows to
    /// their
    /// centroid and d the distance of two centroids; lower is better. Null for one cluster, or where two centroids coincide.
    /// </summary>
    /// <param name="matrix">What was clustered.</param>
    /// <param name="clustering">Its clusters.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static double? Compute(
        FeatureMatrix matrix, ClusteringResult clustering, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(clustering);
        if (clustering.ClusterCount < 2)
        {
            return null;
        }

        var spreads = Spreads(matrix, clustering, Chunks.ThreadsFor(threads), cancellationToken);
        var sum = 0.0;
        for (var i = 0; i < spreads.Length; i++)
        {
            sum += Enumerable.Range(0, spreads.Length).Where(j => j != i).Max(j => (spreads[i] + spreads[j]) / Distance(clustering, i, j));
        }

        return double.IsFinite(sum) ? sum / spreads.Length : null;
    }

    private static double[] Spreads(FeatureMatrix matrix, ClusteringResult clustering, int threads, CancellationToken cancellationToken)
    {
        var clusters = clustering.ClusterCount;
        var chunks = new Chunks(matrix.Rows);
        var sums = new double[chunks.Count][];
        Chunks.Run(chunks.Count, threads, SumChunk, cancellationToken);
        return [.. Enumerable.Range(0, clusters).Select(cluster => Total(cluster) / Total(clusters + cluster))];

        void SumChunk(int chunk) => sums[chunk] = Sums(matrix, clustering, chunks.Start(chunk), chunks.End(chunk));

        double Total(int place) => sums.Sum(ofChunk => ofChunk[place]);
    }

    /// <summary>Of some rows by cluster: the sums of weight times distance to the centroid, then those of the weights.</summary>
    private static double[] Sums(FeatureMatrix matrix, ClusteringResult clustering, int start, int end)
    {
        var labels = clustering.Labels.AsSpan(start, end - start);
        var squares = new double[labels.Length];
        for (var column = 0; column < matrix.Columns; column++)
        {
            ClusterMeans.AddSquares(matrix.Column(column)[start..end], labels, clustering.Centroids.AsSpan(column), matrix.Columns, squares);
        }

        var sums = new double[2 * clustering.ClusterCount];
        for (var i = 0; i < labels.Length; i++)
        {
            var weight = matrix.WeightOf(start + i);
            sums[labels[i]] += weight * Math.Sqrt(squares[i]);
            sums[clustering.ClusterCount + labels[i]] += weight;
        }

        return sums;
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

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What becomes of clusters that lost all their rows: each takes one of the rows farthest from their own centres.</summary>
internal static class EmptyClusters
{
    /// <summary>
    /// A row for each empty cluster: the lowest numbered empty cluster gets the farthest row, and so on; ties go to the earlier
    /// row, and no row is taken that is the only one of its cluster.
    /// </summary>
    public static List<(int Row, byte Cluster)> FindRows(FeatureMatrix matrix, ReadOnlySpan<byte> labels, double[] centres, int[] counts)
    {
        var distances = DistancesToOwnCentre(matrix, labels, centres);
        var left = (int[])counts.Clone();
        var moves = new List<(int, byte)>();
        for (var cluster = 0; cluster < counts.Length; cluster++)
        {
            var row = counts[cluster] == 0 ? Farthest(distances, labels, left) : -1;
            if (row >= 0)
            {
                moves.Add((row, (byte)cluster));
                left[labels[row]]--;
                distances[row] = -1;
            }
        }

        return moves;
    }

    /// <summary>Squared distance of each row to the centre of its cluster.</summary>
    public static double[] DistancesToOwnCentre(FeatureMatrix matrix, ReadOnlySpan<byte> labels, double[] centres)
    {
        var distances = new double[matrix.Rows];
        for (var column = 0; column < matrix.Columns; column++)
        {
            ClusterMeans.AddSquares(matrix.Column(column), labels, centres.AsSpan(column), matrix.Columns, distances);
        }

        return distances;
    }

    private static int Farthest(double[] distances, ReadOnlySpan<byte> labels, int[] left)
    {
        var farthest = -1;
        for (var row = 0; row < distances.Length; row++)
        {
            if (left[labels[row]] > 1 && distances[row] > (farthest < 0 ? -1 : distances[farthest]))
            {
                farthest = row;
            }
        }

        return farthest;
    }
}

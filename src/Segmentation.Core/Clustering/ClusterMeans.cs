using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>Weighted means of the rows of each cluster; unassigned rows count nowhere.</summary>
/// <param name="Centroids">k x columns, row after row; 0 where a cluster has no rows.</param>
/// <param name="Masses">Weight of each cluster.</param>
/// <param name="Counts">Rows of each cluster.</param>
internal sealed record ClusterMeans(double[] Centroids, double[] Masses, int[] Counts)
{
    /// <summary>The means under <paramref name="labels"/>, one per row of <paramref name="matrix"/>.</summary>
    public static ClusterMeans Of(FeatureMatrix matrix, ReadOnlySpan<byte> labels, int clusterCount)
    {
        var means = new ClusterMeans(new double[clusterCount * matrix.Columns], new double[clusterCount], new int[clusterCount]);
        means.Count(matrix, labels);
        for (var column = 0; column < matrix.Columns; column++)
        {
            means.Average(matrix, labels, column);
        }

        return means;
    }

    /// <summary>Sum over the assigned rows of weight times squared distance to their cluster's centroid.</summary>
    public static double Inertia(FeatureMatrix matrix, ReadOnlySpan<byte> labels, double[] centroids)
    {
        var sum = 0.0;
        for (var column = 0; column < matrix.Columns; column++)
        {
            var cells = matrix.Column(column);
            for (var row = 0; row < cells.Length; row++)
            {
                if (labels[row] != ClusteringResult.Unassigned)
                {
                    var difference = cells[row] - centroids[(labels[row] * matrix.Columns) + column];
                    sum += matrix.WeightOf(row) * difference * difference;
                }
            }
        }

        return sum;
    }

    /// <summary>Adds to each row's sum the squared difference of one column to its cluster's centroid. Every row has a cluster.</summary>
    /// <param name="cells">The column.</param>
    /// <param name="labels">Per row its cluster.</param>
    /// <param name="coordinates">The centroids from this column's coordinate of the first on.</param>
    /// <param name="stride">Numbers from one centroid to the next.</param>
    /// <param name="squares">Per row its sum.</param>
    public static void AddSquares(
        ReadOnlySpan<double> cells, ReadOnlySpan<byte> labels, ReadOnlySpan<double> coordinates, int stride, Span<double> squares)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var difference = cells[i] - coordinates[labels[i] * stride];
            squares[i] += difference * difference;
        }
    }

    private void Count(FeatureMatrix matrix, ReadOnlySpan<byte> labels)
    {
        for (var row = 0; row < labels.Length; row++)
        {
            if (labels[row] != ClusteringResult.Unassigned)
            {
                Counts[labels[row]]++;
                Masses[labels[row]] += matrix.WeightOf(row);
            }
        }
    }

    private void Average(FeatureMatrix matrix, ReadOnlySpan<byte> labels, int column)
    {
        var cells = matrix.Column(column);
        for (var row = 0; row < cells.Length; row++)
        {
            if (labels[row] != ClusteringResult.Unassigned)
            {
                Centroids[(labels[row] * matrix.Columns) + column] += matrix.WeightOf(row) * cells[row];
            }
        }

        for (var cluster = 0; cluster < Masses.Length; cluster++)
        {
            Centroids[(cluster * matrix.Columns) + column] /= Masses[cluster] > 0 ? Masses[cluster] : 1;
        }
    }
}

using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>How columns vary together.</summary>
internal static class Covariances
{
    // A constant column may differ from its computed mean in the last bit; dividing by that would make noise of it.
    private const double RoundingVariance = 1e-28;

    /// <summary>The weighted population standard deviation of one column around <paramref name="mean"/>; 1 where it is constant but for rounding.</summary>
    public static double ScaleOf(FeatureMatrix matrix, int column, double mean)
    {
        var variance = Moments.SquaresAround(matrix, column, mean) / Moments.TotalWeight(matrix);
        return variance > RoundingVariance * mean * mean ? Math.Sqrt(variance) : 1;
    }

    /// <summary>Pearson's correlations, weighted; 0 with a constant column, and 0 of it with itself.</summary>
    public static double[,] Correlations(FeatureMatrix matrix, CancellationToken cancellationToken = default)
    {
        double[] means = [.. Enumerable.Range(0, matrix.Columns).Select(column => Moments.Mean(matrix, column))];
        return Of(matrix, means, [.. means.Select((mean, column) => ScaleOf(matrix, column, mean))], cancellationToken);
    }

    /// <summary>The weighted population covariances of columns that are centred on <paramref name="means"/> and divided by <paramref name="scales"/>.</summary>
    public static double[,] Of(FeatureMatrix matrix, double[] means, double[] scales, CancellationToken cancellationToken)
    {
        var covariances = new double[matrix.Columns, matrix.Columns];
        var total = Moments.TotalWeight(matrix);
        for (var left = 0; left < matrix.Columns; left++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weighted = WeightedDeviations(matrix, left, means[left]);
            for (var right = left; right < matrix.Columns; right++)
            {
                var sum = ProductsAround(weighted, matrix.Column(right), means[right]);
                covariances[left, right] = covariances[right, left] = sum / total / scales[left] / scales[right];
            }
        }

        return covariances;
    }

    private static double[] WeightedDeviations(FeatureMatrix matrix, int column, double mean)
    {
        var deviations = matrix.Column(column).ToArray();
        for (var row = 0; row < deviations.Length; row++)
        {
            deviations[row] = (deviations[row] - mean) * matrix.WeightOf(row);
        }

        return deviations;
    }

    private static double ProductsAround(ReadOnlySpan<double> deviations, ReadOnlySpan<double> cells, double mean)
    {
        var lanes = Vector512<double>.Zero;
        var row = 0;
        for (; row <= cells.Length - Vector512<double>.Count; row += Vector512<double>.Count)
        {
            lanes += Vector512.Create(deviations[row..]) * (Vector512.Create(cells[row..]) - Vector512.Create(mean));
        }

        var sum = Vector512.Sum(lanes);
        for (; row < cells.Length; row++)
        {
            sum += deviations[row] * (cells[row] - mean);
        }

        return sum;
    }
}

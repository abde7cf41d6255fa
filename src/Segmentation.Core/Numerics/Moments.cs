namespace Segmentation.Core.Numerics;

/// <summary>Weighted means and variances of columns.</summary>
internal static class Moments
{
    /// <summary>Sum of the weights; the number of rows when every row counts once.</summary>
    public static double TotalWeight(FeatureMatrix matrix)
    {
        if (!matrix.IsWeighted)
        {
            return matrix.Rows;
        }

        var total = 0.0;
        foreach (var weight in matrix.Weights)
        {
            total += weight;
        }

        return total;
    }

    /// <summary>Weighted mean of one column.</summary>
    public static double Mean(FeatureMatrix matrix, int column)
    {
        var cells = matrix.Column(column);
        var weights = matrix.Weights;
        var sum = 0.0;
        for (var row = 0; row < cells.Length; row++)
        {
            sum += weights.IsEmpty ? cells[row] : weights[row] * cells[row];
        }

        return sum / TotalWeight(matrix);
    }

    /// <summary>Sum over the rows of weight times squared distance of one column to <paramref name="centre"/>.</summary>
    public static double SquaresAround(FeatureMatrix matrix, int column, double centre)
    {
        var cells = matrix.Column(column);
        var weights = matrix.Weights;
        var sum = 0.0;
        for (var row = 0; row < cells.Length; row++)
        {
            var difference = cells[row] - centre;
            sum += weights.IsEmpty ? difference * difference : weights[row] * difference * difference;
        }

        return sum;
    }

    /// <summary>Sum over rows and columns of weight times squared distance to the mean row, on so many threads.</summary>
    public static double TotalSquares(FeatureMatrix matrix, int threads = 1)
    {
        var squares = new double[matrix.Columns];
        Chunks.Run(squares.Length, threads, column => squares[column] = SquaresAround(matrix, column, Mean(matrix, column)), default);
        return squares.Sum();
    }

    /// <summary>Mean over the columns of their weighted population variance; 0 without columns.</summary>
    public static double MeanVariance(FeatureMatrix matrix, int threads = 1) =>
        matrix.Columns == 0 ? 0 : matrix.TotalSquares(threads) / TotalWeight(matrix) / matrix.Columns;
}

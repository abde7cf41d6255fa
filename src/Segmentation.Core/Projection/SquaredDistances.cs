using System.Numerics.Tensors;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>Distances from one row to all.</summary>
internal static class SquaredDistances
{
    /// <summary>Squared Euclidean distances, into one number per row; <paramref name="differences"/> is room for as many.</summary>
    public static void From(FeatureMatrix matrix, int row, Span<double> distances, Span<double> differences)
    {
        distances.Clear();
        for (var column = 0; column < matrix.Columns; column++)
        {
            TensorPrimitives.Subtract(matrix.Column(column), matrix[row, column], differences);
            TensorPrimitives.MultiplyAdd<double>(differences, differences, distances, distances);
        }
    }
}

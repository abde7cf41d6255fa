using System.Numerics.Tensors;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>Distances from one row to all.</summary>
internal static class SquaredDistances
{
    /// <summary>Squared Euclidean distances, into one number per row.</summary>
    public static void From(FeatureMatrix matrix, int row, Span<double> distances)
    {
        var differences = new double[matrix.Rows];
        distances.Clear();
        for (var column = 0; column < matrix.Columns; column++)
        {
            TensorPrimitives.Subtract(matrix.Column(column), matrix[row, column], differences);
            TensorPrimitives.MultiplyAdd<double>(differences, differences, distances, distances);
        }
    }
}

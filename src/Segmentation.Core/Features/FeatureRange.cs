using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features;

/// <summary>What one column of the matrix holds, in the matrix's unit and in the file's.</summary>
/// <param name="Mean">The mean of its cells, weights of rows counted.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="LowestCell">The smallest cell.</param>
/// <param name="HighestCell">The largest cell.</param>
/// <param name="Low">The smallest number in the file's unit.</param>
/// <param name="High">The largest one.</param>
public readonly record struct FeatureRange(double Mean, double Deviation, double LowestCell, double HighestCell, double Low, double High)
{
    /// <summary>One range per column.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">The matrix and its rows.</param>
    public static IReadOnlyList<FeatureRange> Of(DataFrame frame, FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        return [.. features.Columns.Select((_, place) => Of(frame, features, place))];
    }

    private static FeatureRange Of(DataFrame frame, FeatureSet features, int place)
    {
        var matrix = features.Matrix;
        var cells = matrix.Column(place);
        var mean = Moments.Mean(matrix, place);
        var deviation = Math.Sqrt(Moments.SquaresAround(matrix, place, mean) / Moments.TotalWeight(matrix));
        var (lowest, highest) = (0, 0);
        for (var row = 1; row < cells.Length; row++)
        {
            lowest = cells[row] < cells[lowest] ? row : lowest;
            highest = cells[row] > cells[highest] ? row : highest;
        }

        return new FeatureRange(mean, deviation, cells[lowest], cells[highest], InFile(lowest), InFile(highest));

        // The file's own number: coming back from the matrix costs a digit.
        double InFile(int row) => frame[features.Columns[place].Column] is NumberColumn numbers
            && numbers[features.Rows[row]] is var number && !double.IsNaN(number)
            ? number
            : features.Columns[place].ToOriginal(features.Matrix[row, place]);
    }
}

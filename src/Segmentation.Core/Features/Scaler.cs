using MathNet.Numerics.Statistics;

namespace Segmentation.Core.Features;

/// <summary>Finds the centre and the scale that make a column comparable with others.</summary>
internal static class Scaler
{
    /// <summary>Centre and scale of finite <paramref name="values"/>; a robust scale of 0 falls back to the standard deviation.</summary>
    /// <returns>A scale of 0 when all values are alike.</returns>
    public static (double Center, double Scale) Fit(ReadOnlySpan<double> values, Scaling scaling)
    {
        switch (scaling)
        {
            case Scaling.Robust:
                return FitRobust(values);
            case Scaling.MinMax:
                var (smallest, largest) = Extremes(values);
                return (smallest, largest - smallest);
            case Scaling.None:
                var (low, high) = Extremes(values);
                return (0, high > low ? 1 : 0);
            default:
                return FitStandard(values);
        }
    }

    private static (double Mean, double Deviation) FitStandard(ReadOnlySpan<double> values)
    {
        var (low, high) = Extremes(values);
        if (!(high > low))
        {
            // Rounding must not make a spread out of none.
            return (low, 0);
        }

        // Measured from the first value, so that a large common offset does not cost the digits of the spread.
        var origin = values[0];
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value - origin;
        }

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            var difference = value - origin - mean;
            squares += difference * difference;
        }

        return (origin + mean, Math.Sqrt(squares / values.Length));
    }

    private static (double Median, double Range) FitRobust(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var range = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
        return (Quantile(sorted, 0.5), range > 0 ? range : FitStandard(values).Deviation);
    }

    private static double Quantile(double[] sorted, double share) => SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    private static (double Smallest, double Largest) Extremes(ReadOnlySpan<double> values)
    {
        var (smallest, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        return (smallest, largest);
    }
}

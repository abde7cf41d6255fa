namespace Segmentation.Core.Frame;

/// <summary>Statistics of a handful of numbers, none of them NaN. The same numbers in the same order give the same bits.</summary>
internal static class SampleStatistics
{
    /// <summary>The sum, with the rounding errors carried along (Neumaier 1974).</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        var (sum, error) = (0.0, 0.0);
        foreach (var value in values)
        {
            var next = sum + value;
            error += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + error;
    }

    /// <summary>The mean; NaN of nothing.</summary>
    public static double Mean(ReadOnlySpan<double> values) => Sum(values) / values.Length;

    /// <summary>The sample standard deviation, divided by n - 1; NaN of fewer than two.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return double.NaN;
        }

        var mean = Mean(values);
        var (squares, rest) = (0.0, 0.0);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        return Math.Sqrt((squares - (rest * rest / values.Length)) / (values.Length - 1));
    }

    /// <summary>The quantile of type 7 (Hyndman and Fan 1996), linear between the two nearest; NaN of nothing.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var place = probability * (sorted.Length - 1);
        var lower = (int)place;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + ((place - lower) * (sorted[upper] - sorted[lower]));
    }

    /// <summary>Different values among sorted ones.</summary>
    public static int Distinct(ReadOnlySpan<double> sorted)
    {
        var count = sorted.IsEmpty ? 0 : 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            count += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return count;
    }
}

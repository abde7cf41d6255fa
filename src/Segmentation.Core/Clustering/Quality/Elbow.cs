namespace Segmentation.Core.Clustering.Quality;

/// <summary>Where a curve bends most: Kneedle (Satopaa, Albrecht, Irwin and Raghavan 2011), as in kneed 0.8.6, with S = 1.</summary>
public static class Elbow
{
    /// <summary>The x of the knee of a decreasing convex curve, such as inertia over k; null when there is none.</summary>
    /// <param name="x">Ascending.</param>
    /// <param name="y">As many finite numbers.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double? Find(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{x.Length} places and {y.Length} values do not make a curve.", nameof(y));
        }

        var across = ToUnitRange(x);
        var flipped = ToUnitRange(y);
        if (across is null || flipped is null)
        {
            return null;
        }

        var difference = new double[x.Length];
        for (var i = 0; i < difference.Length; i++)
        {
            difference[i] = 1 - flipped[i] - across[i];
        }

        return FindKnee(difference, 1.0 / (x.Length - 1)) is { } knee ? x[knee] : null;
    }

    /// <summary>
    /// The last local maximum of the difference curve before the curve falls under that maximum's threshold, which lies the mean step of
    /// x lower. After a local minimum nothing counts until the next maximum.
    /// </summary>
    private static int? FindKnee(double[] difference, double meanStep)
    {
        int? maximum = null;
        var threshold = double.NegativeInfinity;
        for (var i = 0; i < difference.Length - 1; i++)
        {
            var before = difference[Math.Max(0, i - 1)];
            if (difference[i] >= before && difference[i] >= difference[i + 1])
            {
                (maximum, threshold) = (i, difference[i] - meanStep);
            }

            if (difference[i] <= before && difference[i] <= difference[i + 1])
            {
                threshold = double.NegativeInfinity;
            }

            if (difference[i + 1] < threshold)
            {
                return maximum;
            }
        }

        return null;
    }

    private static double[]? ToUnitRange(ReadOnlySpan<double> values)
    {
        var (lowest, highest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        }

        if (!(highest > lowest))
        {
            return null;
        }

        var scaled = new double[values.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = (values[i] - lowest) / (highest - lowest);
        }

        return scaled;
    }
}

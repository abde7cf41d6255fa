namespace Segmentation.Core.Numerics;

/// <summary>Finds numbers that are short to write.</summary>
internal static class RoundNumber
{
    private const int LargestPower = 22;

    /// <summary>
    /// The number in [<paramref name="low"/>, <paramref name="high"/>] that is a multiple of the largest power of ten; of several the one
    /// nearest to the middle, ties to the larger. 0 where it lies within; <paramref name="high"/> where no number is shorter.
    /// </summary>
    /// <param name="low">Finite, at most <paramref name="high"/>.</param>
    /// <param name="high">Finite.</param>
    public static double Within(double low, double high)
    {
        if (low <= 0 && high >= 0)
        {
            return 0;
        }

        var middle = low + ((high - low) / 2);
        for (var power = StartPower(low, high); power >= -LargestPower; power--)
        {
            if (Multiple(middle, low, high, power) is { } found)
            {
                return found;
            }
        }

        return high;
    }

    private static int StartPower(double low, double high) =>
        Math.Clamp((int)Math.Floor(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high)))), -LargestPower, LargestPower);

    private static double? Multiple(double middle, double low, double high, int power)
    {
        var step = Math.Pow(10, Math.Abs(power));
        var count = Math.Round(power < 0 ? middle * step : middle / step, MidpointRounding.ToPositiveInfinity);
        double? best = null;
        for (var offset = -1; offset <= 1; offset++)
        {
            // Dividing by a power of ten that is exact gives the number that the digits mean.
            var number = power < 0 ? (count + offset) / step : (count + offset) * step;
            var isBetter = best is null || Math.Abs(number - middle) <= Math.Abs(best.Value - middle);
            best = number >= low && number <= high && isBetter ? number : best;
        }

        return best;
    }
}

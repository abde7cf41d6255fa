using Segmentation.Core.Collections;

namespace Segmentation.Core.Features.Transforms;

/// <summary>Straight lines between points.</summary>
internal static class Interpolation
{
    /// <summary>The height at <paramref name="x"/> of the line through the points, of which <paramref name="xs"/> ascend; flat beyond the ends.</summary>
    public static double At(double x, ValueList<double> xs, ValueList<double> ys)
    {
        var (low, high) = (0, xs.Count - 1);
        if (x <= xs[low] || high == 0)
        {
            return ys[low];
        }

        if (x >= xs[high])
        {
            return ys[high];
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = xs[middle] <= x ? (middle, high) : (low, middle);
        }

        return x == xs[low] ? ys[low] : ys[low] + ((x - xs[low]) / (xs[high] - xs[low]) * (ys[high] - ys[low]));
    }
}

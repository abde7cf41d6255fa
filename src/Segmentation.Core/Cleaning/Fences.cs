namespace Segmentation.Core.Cleaning;

/// <summary>Where a rule draws its fences; both null when the values have no spread by the rule.</summary>
/// <param name="Lower">Values under it are outliers.</param>
/// <param name="Upper">Values over it are outliers.</param>
public readonly record struct Fences(double? Lower, double? Upper)
{
    // Makes the median absolute deviation of a normal distribution its standard deviation: 1 / 0.6745.
    private const double NormalConsistency = 1.4826;

    internal static Fences Of(SortedValues values, OutlierOptions options) => options.Rule switch
    {
        OutlierRule.Tukey => Tukey(values, options.Threshold),
        OutlierRule.ZScore => Around(values.Mean, values.StandardDeviation, options.Threshold),
        OutlierRule.RobustZ => Around(values.Quantile(0.5), NormalConsistency * values.MedianAbsoluteDeviation, options.Threshold),
        OutlierRule.Percentile => Between(values.Quantile(options.Threshold / 100), values.Quantile(1 - (options.Threshold / 100))),
        _ => default,
    };

    private static Fences Tukey(SortedValues values, double threshold)
    {
        var (low, high) = (values.Quantile(0.25), values.Quantile(0.75));
        var reach = threshold * (high - low);
        return high == low ? default : Between(low - reach, high + reach);
    }

    private static Fences Around(double centre, double spread, double threshold) =>
        spread == 0 ? default : Between(centre - (threshold * spread), centre + (threshold * spread));

    // Numbers near the largest there are overflow; a fence out there keeps nobody out.
    private static Fences Between(double lower, double upper) =>
        double.IsFinite(lower) && double.IsFinite(upper) ? new Fences(lower, upper) : default;
}

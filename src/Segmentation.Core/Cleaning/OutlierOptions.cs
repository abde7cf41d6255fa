namespace Segmentation.Core.Cleaning;

/// <summary>How the fences beyond which a value is an outlier are found.</summary>
public enum OutlierRule
{
    /// <summary>No fences.</summary>
    None,

    /// <summary>Quartiles plus and minus threshold x interquartile range (Tukey 1977).</summary>
    Tukey,

    /// <summary>Mean plus and minus threshold x standard deviation.</summary>
    ZScore,

    /// <summary>Median plus and minus threshold x 1.4826 x median absolute deviation (Iglewicz and Hoaglin 1993).</summary>
    RobustZ,

    /// <summary>The lowest and the highest threshold per cent.</summary>
    Percentile,
}

/// <summary>What to do with a customer beyond a fence.</summary>
public enum OutlierAction
{
    /// <summary>Set the row aside.</summary>
    SetAside,

    /// <summary>Move the value to the fence and keep the row.</summary>
    Winsorise,

    /// <summary>Keep the row as it is and count it.</summary>
    Flag,
}

/// <summary>What a threshold may be: the limits of its slider.</summary>
public readonly record struct ThresholdRange(double Minimum, double Maximum, double Step, double Suggested);

/// <summary>How outliers of a column are found and treated. Columns without spread by the rule have no fences and no outliers.</summary>
public sealed record OutlierOptions
{
    /// <summary>How fences are found.</summary>
    public OutlierRule Rule { get; init; } = OutlierRule.Tukey;

    /// <summary>In the rule's unit: interquartile ranges, standard deviations, scaled deviations, per cent.</summary>
    public double Threshold { get; init; } = 1.5;

    /// <summary>What to do with what is beyond them.</summary>
    public OutlierAction Action { get; init; } = OutlierAction.Flag;

    /// <summary>The limits of <see cref="Threshold"/> under a rule.</summary>
    public static ThresholdRange RangeOf(OutlierRule rule) => rule switch
    {
        OutlierRule.ZScore => new(0.5, 6, 0.1, 3),
        OutlierRule.RobustZ => new(0.5, 10, 0.1, 3.5),
        OutlierRule.Percentile => new(0, 25, 0.5, 1),
        _ => new(0.5, 6, 0.1, 1.5),
    };

    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative, not a number or beyond what makes sense.</exception>
    public void ThrowIfInvalid()
    {
        if (!(Threshold >= 0 && Threshold <= 1000) || (Rule == OutlierRule.Percentile && Threshold >= 50))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, $"The threshold of {Rule} lies outside its limits.");
        }
    }
}

namespace Segmentation.Core.Clustering.Stability;

/// <summary>How well each cluster was found again in resamples.</summary>
/// <param name="MeanJaccard">Per cluster of the original clustering the mean over the resamples, 0 to 1.</param>
/// <param name="Resamples">How many resamples the means are of.</param>
/// <param name="IsSampled">True when each resample drew fewer rows than there are.</param>
public sealed record StabilityResult(double[] MeanJaccard, int Resamples, bool IsSampled)
{
    /// <summary>From this mean on a cluster is stable.</summary>
    public const double StableFrom = 0.75;

    /// <summary>What the mean of one cluster says.</summary>
    public StabilityBand Band(int cluster) => BandOf(MeanJaccard[cluster]);

    /// <summary>What a mean Jaccard similarity says; a limit belongs to the better band.</summary>
    public static StabilityBand BandOf(double meanJaccard) => meanJaccard switch
    {
        >= 0.85 => StabilityBand.HighlyStable,
        >= StableFrom => StabilityBand.Stable,
        >= 0.6 => StabilityBand.Pattern,
        _ => StabilityBand.Untrusted,
    };
}

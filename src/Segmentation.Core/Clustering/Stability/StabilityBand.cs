namespace Segmentation.Core.Clustering.Stability;

/// <summary>What a mean Jaccard similarity says about a cluster (Hennig 2008, "Dissolution point and isolation robustness", and the
/// manual of R's fpc).</summary>
public enum StabilityBand
{
    /// <summary>Under 0.6: not to be trusted.</summary>
    Untrusted,

    /// <summary>From 0.6: there is a pattern, but which rows belong to it is doubtful.</summary>
    Pattern,

    /// <summary>From 0.75: stable.</summary>
    Stable,

    /// <summary>From 0.85: highly stable.</summary>
    HighlyStable,
}

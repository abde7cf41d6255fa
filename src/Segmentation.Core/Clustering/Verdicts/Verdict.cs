using Segmentation.Core.Collections;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>A criterion that says how many segments there are.</summary>
public enum VerdictKind
{
    /// <summary>Where the inertia bends most (Kneedle).</summary>
    Elbow,

    /// <summary>The best mean silhouette.</summary>
    Silhouette,

    /// <summary>The highest ratio of the variance between segments to that within.</summary>
    CalinskiHarabasz,

    /// <summary>The lowest mean similarity of each segment with its most similar one.</summary>
    DaviesBouldin,

    /// <summary>Tibshirani's rule on the gap to rows without any clusters.</summary>
    Gap,

    /// <summary>The lowest Bayesian information criterion of a Gaussian mixture.</summary>
    Bic,

    /// <summary>The most segments of which each is highly stable under the bootstrap; stable, where no number makes all of them highly
    /// stable.</summary>
    Stability,
}

/// <summary>How far a criterion has come.</summary>
public enum VerdictState
{
    /// <summary>Not computed yet, or not asked for.</summary>
    Pending,

    /// <summary>It says a number of segments.</summary>
    Found,

    /// <summary>It says that there may be no clusters at all.</summary>
    NoClusters,

    /// <summary>It says nothing: there is no elbow, or no number fulfils its rule.</summary>
    Undecided,
}

/// <summary>A criterion at one number of segments.</summary>
/// <param name="ClusterCount">The number.</param>
/// <param name="Value">The criterion's figure, in its own unit.</param>
/// <param name="Error">Its standard error; 0 where it has none.</param>
public readonly record struct VerdictPoint(int ClusterCount, double Value, double Error = 0);

/// <summary>What one criterion says.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="State">Whether it says anything.</param>
/// <param name="ClusterCount">The number it says; 1 where it says that there are no clusters, null where it says nothing.</param>
/// <param name="Curve">Its figures, by number of segments ascending: what leads to the verdict.</param>
/// <param name="Sentence">What it says and what that means, for people.</param>
public sealed record Verdict(VerdictKind Kind, VerdictState State, int? ClusterCount, ValueList<VerdictPoint> Curve, string Sentence)
{
    /// <summary>Of the gap, the figures against the box of the principal components; empty for all others.</summary>
    public ValueList<VerdictPoint> OtherCurve { get; init; } = [];

    /// <summary>What people call the criterion.</summary>
    public string Name => NameOf(Kind);

    /// <summary>What people call a criterion.</summary>
    public static string NameOf(VerdictKind kind) => kind switch
    {
        VerdictKind.Elbow => "Elbow",
        VerdictKind.Silhouette => "Silhouette",
        VerdictKind.CalinskiHarabasz => "Calinski-Harabasz",
        VerdictKind.DaviesBouldin => "Davies-Bouldin",
        VerdictKind.Gap => "Gap",
        VerdictKind.Bic => "BIC",
        _ => "Stability",
    };
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// How far the segments on the screen can be trusted, as far as that is known. It belongs to what is clustered and not to one number of
/// segments: moving k back and forth loses nothing. Immutable; a new one comes with each thing that is found.
/// </summary>
public sealed record Trust
{
    /// <summary>What is clustered.</summary>
    public required FeatureSet Features { get; init; }

    /// <summary>Which rows were a segment of their own.</summary>
    public ValueList<RowFilter> Own { get; init; } = ValueList<RowFilter>.Empty;

    /// <summary>How the clusterings were found: <see cref="ClusteringOptions.OfSweep"/>.</summary>
    public required ClusteringOptions Found { get; init; }

    /// <summary>What is known, that of an unfinished piece included.</summary>
    public ClusterEvidence Evidence { get; init; } = ClusterEvidence.None;

    /// <summary>What is known for good.</summary>
    public ClusterEvidence Finished { get; init; } = ClusterEvidence.None;

    /// <summary>What is being looked at; null when nothing is.</summary>
    public TrustStep? Step { get; init; }

    /// <summary>Whether a person stopped it.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether this is about what <paramref name="snapshot"/> clustered.</summary>
    public bool IsOf(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return ReferenceEquals(Features, snapshot.Features) && Own == snapshot.Recipe.OwnSegments && Found == snapshot.Recipe.Clustering.OfSweep();
    }

    /// <summary>How stable so many segments are; null as long as nothing is known.</summary>
    public StabilityResult? Stability(int clusterCount) => Evidence.Stability.GetValueOrDefault(clusterCount);
}

/// <summary>What is being looked at.</summary>
/// <param name="Activity">In words: <c>Drawing customers again, 5 segments</c>.</param>
/// <param name="Done">So much of it is done.</param>
/// <param name="Wanted">Of so much; 0 where that cannot be said.</param>
/// <param name="Piece">Which piece of all this is, from 1.</param>
/// <param name="Pieces">How many there are.</param>
public sealed record TrustStep(string Activity, int Done, int Wanted, int Piece, int Pieces)
{
    /// <summary>The number of segments it is about; 0 for all.</summary>
    public int ClusterCount { get; init; }
}

/// <summary>Which choices matter, as far as it is known.</summary>
/// <param name="Of">The segmentation that is compared with.</param>
/// <param name="Found">The variations so far.</param>
/// <param name="Wanted">How many there are.</param>
/// <param name="IsRunning">Whether more are coming.</param>
public sealed record SensitivityState(SegmentationSnapshot Of, ValueList<SensitivityResult> Found, int Wanted, bool IsRunning);

using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Pipeline;

namespace Segmentation.Core.Reporting;

/// <summary>All that a report tells about the data and the segments. Depends on the recipe and the file alone.</summary>
public sealed class ReportFacts
{
    private ReportFacts(SegmentationSnapshot snapshot, IReadOnlyList<ClusterQuality> curve, SegmentRules rules) =>
        (Snapshot, Curve, Rules) = (snapshot, curve, rules);

    /// <summary>The segmentation.</summary>
    public SegmentationSnapshot Snapshot { get; }

    /// <summary>
    /// How good 1 to <see cref="ClusterVerdicts.MaxClusters"/> segments are, and the chosen number; one entry where the algorithm finds the
    /// number itself.
    /// </summary>
    public IReadOnlyList<ClusterQuality> Curve { get; }

    /// <summary>The rules that stand in for the segments.</summary>
    public SegmentRules Rules { get; }

    /// <summary>Looks at what a snapshot does not know yet. What somebody has looked at by chance before plays no part.</summary>
    /// <param name="pipeline">The pipeline of the snapshot, which knows some of it already.</param>
    /// <param name="snapshot">What the report is about.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ReportFacts Find(
        SegmentationPipeline pipeline,
        SegmentationSnapshot snapshot,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(snapshot);
        var known = snapshot;
        for (var count = 1; count <= ClusterVerdicts.MaxClusters; count++)
        {
            known = pipeline.Extend(known, count, cancellationToken);
            progress?.Report((double)count / (ClusterVerdicts.MaxClusters + 1));
        }

        ClusterQuality[] curve = [.. known.Curve.Where(
            quality => quality.ClusterCount <= ClusterVerdicts.MaxClusters || quality.ClusterCount == snapshot.SegmentCount)];
        var rules = SegmentRules.Of(snapshot, pipeline.Threads, cancellationToken);
        progress?.Report(1);
        return new ReportFacts(snapshot, curve, rules);
    }
}

/// <summary>What a report says of itself.</summary>
/// <param name="Date">The day it is made; the one thing that differs when the same recipe is told again.</param>
/// <param name="FileHash">The SHA-256 of the file in hexadecimal; null for what is no file.</param>
/// <param name="Version">The program's version.</param>
public sealed record ReportImprint(DateOnly Date, string? FileHash, string Version);

using Microsoft.AspNetCore.Components;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>How segments are found, with the few choices that the algorithm has of its own.</summary>
public sealed partial class AlgorithmControls : ComponentBase
{
    private static readonly Choice<CovarianceShape>[] s_shapes =
    [
        new(CovarianceShape.Full, "Any", "Each segment may be stretched in a direction of its own."),
        new(CovarianceShape.Diagonal, "Axes", "Each segment may be stretched along the features, not across them."),
        new(CovarianceShape.Tied, "Alike", "All segments are stretched in the same way."),
        new(CovarianceShape.Spherical, "Round", "Each segment is round, wide or narrow."),
    ];

    private static readonly Choice<Linkage>[] s_linkages =
    [
        new(Linkage.Ward, "Ward", "Merges what makes segments least varied: even sizes."),
        new(Linkage.Average, "Average", "Merges what is nearest on average: small far-out groups stay apart."),
        new(Linkage.Complete, "Complete", "Merges what has the nearest farthest members: no segment gets very wide."),
    ];

    [Parameter, EditorRequired]
    public required ClusteringOptions Options { get; set; }

    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>A choice was made, and by which control if it is one that is dragged.</summary>
    [Parameter]
    public EventCallback<(ClusteringOptions Options, string? Gesture)> OnChanged { get; set; }

    private int SuggestedSize => DensityOptions.SuggestMinClusterSize(Snapshot.Features.Rows.Count);

    private int MinClusterSize => Options.MinClusterSize ?? SuggestedSize;

    // A tenth of all in every segment is as coarse as anybody wants it.
    private int MaxMinClusterSize => Math.Max(MinClusterSize, Math.Max(20, Snapshot.Features.Rows.Count / 10));

    private int SuggestedSamples => Math.Min(DensityOptions.DefaultMinSamples, MinClusterSize);

    private int MinSamples => Options.MinSamples ?? SuggestedSamples;

    private double? SuggestedWeight => (Snapshot.Quality.Clustering.OfAlgorithm() as KPrototypesResult)?.SuggestedMismatchWeight;

    private double MismatchWeight => Math.Min(Options.MismatchWeight ?? SuggestedWeight ?? 1, ClusteringOptions.MaxMismatchWeight);

    private string? ReasonAgainst(ClusteringAlgorithm algorithm) => algorithm switch
    {
        _ when Snapshot.Features.Missing is not null && !algorithm.KeepsMissing() => "cannot keep missing values",
        ClusteringAlgorithm.KPrototypes when Snapshot.Features.Components is not null => "needs features, not their components",
        ClusteringAlgorithm.KPrototypes when !Snapshot.Features.Columns.Any(column => column.IsIndicator) => "needs a category as a feature",
        _ => null,
    };

    private Task ChooseAsync(ChangeEventArgs changed) =>
        Enum.TryParse<ClusteringAlgorithm>(changed.Value?.ToString(), out var algorithm) ? TellAsync(Options with { Algorithm = algorithm }) : Task.CompletedTask;

    private Task TellAsync(ClusteringOptions options, string? gesture = null) => OnChanged.InvokeAsync((options, gesture));
}

using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Projection;

namespace Segmentation.Dashboard.Session;

/// <summary>A view of the map that somebody asked for: it belongs to the features, whatever the segments are.</summary>
/// <param name="Of">The features.</param>
/// <param name="Kind">Which view.</param>
public sealed record MapView(FeatureMatrix Of, ViewKind Kind)
{
    /// <summary>The view; null until it is there.</summary>
    public RowView? Found { get; init; }

    /// <summary>How much of the work is done, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>Whether this is about what <paramref name="snapshot"/> clustered.</summary>
    public bool IsOf(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return ReferenceEquals(Of, snapshot.Features.Matrix);
    }
}

using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>What a page says of how far its segments can be trusted.</summary>
internal static class TrustIn
{
    /// <summary>One per segment of the picture, largest first; empty for one segment.</summary>
    public static ValueList<SegmentTrust> Of(SessionState state, SegmentationSnapshot snapshot)
    {
        var trust = state.Trust is { } known && known.IsOf(snapshot) ? known : null;
        (int, int)? running = trust?.Step is { } step && step.ClusterCount == snapshot.SegmentCount && step.Wanted > 0 ? (step.Done, step.Wanted) : null;
        return SegmentTrust.Of(snapshot, trust?.Stability(snapshot.SegmentCount), running);
    }
}

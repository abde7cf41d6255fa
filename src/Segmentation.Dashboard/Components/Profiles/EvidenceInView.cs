using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Profiles;

/// <summary>What a page knows of the segments on the screen beyond the picture itself: asked for when another picture stands, and kept until then.</summary>
internal sealed class EvidenceInView
{
    private SegmentationSnapshot? _asked;
    private (ClusterQuality Quality, SegmentEvidence Evidence)? _known;

    /// <summary>The evidence on a picture; null until it is known. Names and rules may have changed since, the segments not.</summary>
    public SegmentEvidence? Of(SegmentationSnapshot snapshot) => _known is { } known && ReferenceEquals(known.Quality, snapshot.Quality) ? known.Evidence : null;

    /// <summary>Asks about <paramref name="snapshot"/>, unless that has been done. A preview is about to be replaced and not worth it.</summary>
    public async Task FollowAsync(SegmentationService session, SegmentationSnapshot? snapshot)
    {
        if (snapshot is null or { IsPreview: true } || IsAsked(snapshot))
        {
            return;
        }

        _asked = snapshot;
        if (await session.DescribeAsync(snapshot) is { } evidence && ReferenceEquals(_asked, snapshot))
        {
            _known = (snapshot.Quality, evidence);
        }
    }

    private bool IsAsked(SegmentationSnapshot snapshot) => _asked is { } asked && ReferenceEquals(asked.Features, snapshot.Features)
        && ReferenceEquals(asked.Quality, snapshot.Quality) && asked.Recipe.Profiling.Meanings == snapshot.Recipe.Profiling.Meanings;
}

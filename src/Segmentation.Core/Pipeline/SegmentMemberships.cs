using Segmentation.Core.Clustering.Mixtures;

namespace Segmentation.Core.Pipeline;

/// <summary>How likely each clustered row belongs to each segment of a mixture: soft membership.</summary>
public sealed class SegmentMemberships
{
    private readonly SegmentationSnapshot _snapshot;
    private readonly float[] _shares;

    private SegmentMemberships(SegmentationSnapshot snapshot, float[] shares) => (_snapshot, _shares) = (snapshot, shares);

    /// <summary>Number of segments.</summary>
    public int Count => _snapshot.SegmentCount;

    /// <summary>The memberships of a snapshot; null when its algorithm puts rows into one segment altogether.</summary>
    public static SegmentMemberships? Of(SegmentationSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Quality.Clustering is GaussianMixtureResult mixture
            ? new SegmentMemberships(snapshot, mixture.Model.Responsibilities(snapshot.Features.Clustered, cancellationToken: cancellationToken))
            : null;
    }

    /// <summary>The probability, 0 to 1, that a row of the file belongs to a segment, numbered from 1; null when the row is set aside.</summary>
    public float? this[int row, int segment] => _snapshot.Features.Rows.PositionOf(row) is >= 0 and var position
        ? _shares[((segment - 1) * _snapshot.Features.Rows.Count) + position]
        : null;
}

using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

public sealed partial class SegmentationService
{
    private (SegmentationSnapshot Snapshot, SegmentRules Rules)? _rules;

    /// <summary>Rules that stand in for the segments of a snapshot; found once and kept until other segments are asked about.</summary>
    public async Task<SegmentRules> FindRulesAsync(SegmentationSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (_rules is { } known && ReferenceEquals(known.Snapshot.Quality, snapshot.Quality) && known.Snapshot.Numbers.Equals(snapshot.Numbers))
        {
            return known.Rules;
        }

        var rules = await gate.RunAsync(() => SegmentRules.Of(snapshot, cancellationToken: cancellationToken), cancellationToken);
        _rules = (snapshot, rules);
        return rules;
    }
}

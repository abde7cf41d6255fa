using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

public sealed partial class SegmentationService
{
    private (ClusterQuality Quality, ValueList<int> Numbers, SegmentRules Rules)? _rules;

    /// <summary>Rules that stand in for the segments of a snapshot; found once and kept until other segments are asked about.</summary>
    public async Task<SegmentRules> FindRulesAsync(SegmentationSnapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (_rules is { } known && known.Numbers.Equals(snapshot.Numbers) && ReferenceEquals(known.Quality, snapshot.Quality))
        {
            return known.Rules;
        }

        var rules = await gate.RunAsync(() => SegmentRules.Of(snapshot, cancellationToken: cancellationToken), cancellationToken);
        _rules = (snapshot.Quality, snapshot.Numbers, rules);
        return rules;
    }
}

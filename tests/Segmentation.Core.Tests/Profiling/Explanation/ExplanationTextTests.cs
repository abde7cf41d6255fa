using Segmentation.Core.Clustering;
using Segmentation.Core.Features;
using Segmentation.Core.Profiling.Explanation;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Explanation;

public class ExplanationTextTests
{
    private static readonly ExplanationText s_text = new(label => $"Segment {label + 1}", (_, value) => value.ToString(), "the customer");

    private static readonly FeatureChange s_change = new("Income", FeatureValue.Of(48), FeatureValue.Of(61.7), FeatureValue.Of(62), 2, 1);

    [Fact]
    public void Tell_OneReason() => Assert.Equal(
        "Customer 7 is in Segment 1 and not in Segment 2 because of Income 48. With Income 62 instead of 48 the customer would be in Segment 3.",
        s_text.Tell(Of(0, 1, ("Income", 5), ("Age", 0.1)), "Customer 7"));

    [Fact]
    public void Tell_ReasonsForAndAgainst() => Assert.Equal(
        "Row 7 is in Segment 1 and not in Segment 2 because of Score 48 and Income 48. Age speaks for Segment 2. With Income 62 instead of 48 the customer would be in Segment 3.",
        s_text.Tell(Of(0, 1, ("Income", 2), ("Score", 5), ("Age", -1)), "Row 7"));

    [Fact]
    public void Tell_NothingMovesIt() => Assert.EndsWith(
        "No change of one feature alone, within what the data holds, would move the customer.",
        s_text.Tell(Of(0, 1, ("Income", 2)) with { Changes = [] }, "Row 7"), StringComparison.Ordinal);

    [Fact]
    public void Tell_Unassigned_SaysWhatKeepsItOut() => Assert.StartsWith(
        "Row 7 belongs to no segment: Segment 2 is nearest, but too far away because of Income 48.",
        s_text.Tell(Of(ClusteringResult.Unassigned, 1, ("Income", 2)), "Row 7"), StringComparison.Ordinal);

    [Fact]
    public void Tell_NothingKnown() => Assert.Equal(
        "Row 7 belongs to no segment: nothing is known of it that could be compared.",
        s_text.Tell(Of(ClusteringResult.Unassigned, null, ("Income", 0)), "Row 7"));

    [Fact]
    public void Tell_NearerToAnother_SaysSo() => Assert.StartsWith(
        "Row 7 is in Segment 1 although it lies nearer to Segment 2", s_text.Tell(Of(0, 1, ("Income", -2)) with { Changes = [] }, "Row 7"), StringComparison.Ordinal);

    private static SegmentExplanation Of(byte own, byte? other, params (string Feature, double Value)[] parts) => new(
        own, other, parts.Sum(part => part.Value), [.. parts.Select(part => new FeatureContribution(part.Feature, part.Value, FeatureValue.Of(48), 1, 2))], [s_change]);
}

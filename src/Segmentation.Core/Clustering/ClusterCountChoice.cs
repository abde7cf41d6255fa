namespace Segmentation.Core.Clustering;

/// <summary>How many segments are suggested.</summary>
/// <param name="ClusterCount">The number.</param>
/// <param name="Reason">One sentence for people that says why.</param>
/// <param name="Elbow">Where the inertia curve bends most; null when it has no elbow.</param>
public sealed record ClusterCountChoice(int ClusterCount, string Reason, int? Elbow)
{
    /// <summary>The best mean silhouette among the curve's numbers from 2 to 20, ties to the smaller; null when there is none.</summary>
    public static ClusterCountChoice? Of(IReadOnlyList<Quality.ClusterQuality> curve) => throw new NotSupportedException(curve?.ToString());
}

using System.Globalization;
using Segmentation.Core.Clustering.Quality;

namespace Segmentation.Core.Clustering;

/// <summary>How many segments are suggested.</summary>
/// <param name="ClusterCount">The number.</param>
/// <param name="Reason">One sentence for people that says why.</param>
/// <param name="Elbow">Where the inertia curve bends most; null when it has no elbow.</param>
public sealed record ClusterCountChoice(int ClusterCount, string Reason, int? Elbow)
{
    /// <summary>
    /// The best mean silhouette among the curve's numbers from <see cref="ClusteringOptions.MinClusters"/> to
    /// <see cref="ClusteringOptions.MaxClusters"/>, ties to the smaller; null when there is none. The elbow is that of the inertias of the
    /// curve's numbers up to the same limit, 1 among them, and is only told, not weighed.
    /// </summary>
    /// <param name="curve">By number ascending, as <see cref="KSweep.Finished"/> gives it.</param>
    public static ClusterCountChoice? Of(IReadOnlyList<ClusterQuality> curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ClusterQuality[] offered = [.. curve.Where(quality => quality.ClusterCount <= ClusteringOptions.MaxClusters)];
        var best = offered.Where(quality => quality.Silhouette is not null).MaxBy(quality => quality.Silhouette!.Mean);
        if (best is null)
        {
            return null;
        }

        double[] counts = [.. offered.Select(quality => (double)quality.ClusterCount)];
        double[] inertias = [.. offered.Select(quality => quality.Clustering.Inertia)];
        var elbow = (int?)Quality.Elbow.Find(counts, inertias);
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"Silhouette is best at {best.ClusterCount} ({best.Silhouette!.Mean:0.00}); {Describe(elbow, best.ClusterCount)}");
        return new ClusterCountChoice(best.ClusterCount, reason, elbow);
    }

    private static string Describe(int? elbow, int best) => elbow switch
    {
        null => "the inertia has no clear elbow.",
        _ when elbow == best => $"the elbow is at {elbow} too.",
        _ => $"the elbow is at {elbow}.",
    };
}

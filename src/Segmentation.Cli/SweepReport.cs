using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary>What <c>segment sweep</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Results">
/// One per number of segments, ascending; it ends early where the file has no more distinct rows, and passes over numbers of which
/// fewer segments were found. One result where the algorithm finds the number itself.
/// </param>
/// <param name="Elbow">Where the inertia bends most within the results; null when it has no elbow.</param>
internal sealed record SweepReport(IReadOnlyList<SweepResult> Results, int? Elbow)
{
    public static SweepReport Of(SegmentationSnapshot snapshot, int first, int last)
    {
        var isFound = snapshot.Recipe.Clustering.Algorithm.FindsCount();
        SweepResult[] results =
        [
            .. snapshot.Curve.Where(quality => isFound || (quality.ClusterCount >= first && quality.ClusterCount <= last)).Select(SweepResult.Of),
        ];
        var elbow = Core.Clustering.Quality.Elbow.Find(
            [.. results.Select(result => (double)result.K)], [.. results.Select(result => result.Inertia)]);
        return new SweepReport(results, (int?)elbow);
    }

    public string InWords(string name)
    {
        var text = new StringBuilder();
        text.AppendLine(name);
        var hasBic = Results.Any(result => result.Bic is not null);
        text.AppendLine($"  k      inertia  silhouette  Calinski-Harabasz  Davies-Bouldin{(hasBic ? "          BIC" : "")}");
        foreach (var result in Results)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{result.K,3} {result.Inertia,12:G6} {Words.Number(result.Silhouette),11} {Words.Number(result.CalinskiHarabasz),18} {Words.Number(result.DaviesBouldin),15}{(hasBic ? $" {Words.Number(result.Bic),12}" : "")}");
        }

        text.AppendLine(Elbow is { } elbow ? $"The inertia bends most at {elbow}." : "The inertia has no elbow.");
        return text.ToString();
    }
}

/// <summary>How good one number of segments is; null where a figure is not defined.</summary>
internal sealed record SweepResult(int K, double Inertia, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin, double? Bic)
{
    public static SweepResult Of(ClusterQuality quality) => new(
        quality.ClusterCount, quality.Clustering.Inertia, quality.Silhouette?.Mean, quality.CalinskiHarabasz, quality.DaviesBouldin, quality.Bic);
}

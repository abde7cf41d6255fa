using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;

namespace Segmentation.Cli;

/// <summary>What <c>segment sweep</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Results">
/// One per number of segments, ascending; it ends early where the file has no more distinct rows, and passes over numbers of which
/// fewer segments were found. One result where the algorithm finds the number itself.
/// </param>
/// <param name="Elbow">Where the inertia bends most within the results; null when it has no elbow.</param>
/// <param name="Verdicts">What each criterion says, within the results.</param>
internal sealed record SweepReport(IReadOnlyList<SweepResult> Results, int? Elbow, SweepVerdicts Verdicts)
{
    private string Summary { get; init; } = "";

    public static SweepReport Of(IReadOnlyList<ClusterQuality> curve, ClusterEvidence evidence)
    {
        // One number alone is no comparison, also not with rows spread evenly.
        var isComparison = curve.Count > 1;
        var verdicts = ClusterVerdicts.Of(curve, isComparison ? evidence : ClusterEvidence.None);
        var said = SweepVerdicts.Of(verdicts);
        return new SweepReport([.. curve.Select(quality => SweepResult.Of(quality, evidence))], said.Elbow, said)
        {
            Summary = isComparison
                ? VerdictSummary.Of([.. verdicts.Where(verdict => verdict.State != VerdictState.Pending)])
                : "One number of segments alone is no comparison: nothing is said for or against it.",
        };
    }

    public string InWords(string name)
    {
        var text = new StringBuilder();
        text.AppendLine(name);
        text.AppendLine("  k      inertia  silhouette  Calinski-Harabasz  Davies-Bouldin            gap          BIC  stability");
        foreach (var result in Results)
        {
            var gap = result.Gap is null ? "-" : $"{Words.Number(result.Gap)} ± {Words.Number(result.GapStandardError)}";
            text.AppendLine(CultureInfo.InvariantCulture, $"{result.K,3} {result.Inertia,12:G6} {Words.Number(result.Silhouette),11} {Words.Number(result.CalinskiHarabasz),18} {Words.Number(result.DaviesBouldin),15} {gap,14} {Words.Number(result.Bic),12} {Words.Number(result.Stability),10}");
        }

        text.Append(Results.Count < 2 ? "" : Elbow is { } elbow ? $"The inertia bends most at {elbow}.{Environment.NewLine}" : $"The inertia has no elbow.{Environment.NewLine}");
        text.AppendLine(Summary);
        return text.ToString();
    }
}

/// <summary>How good one number of segments is; null where a figure is not defined, or was not asked for.</summary>
/// <param name="K">The number.</param>
/// <param name="Inertia">What is left of the differences within segments.</param>
/// <param name="Silhouette">Its mean.</param>
/// <param name="CalinskiHarabasz">Higher is better.</param>
/// <param name="DaviesBouldin">Lower is better.</param>
/// <param name="Gap">Against rows spread evenly over the box of the features.</param>
/// <param name="GapStandardError">The references' deviation times sqrt(1 + 1/B).</param>
/// <param name="Bic">Of a Gaussian mixture of as many components, the clustering itself where it is one; lower is better.</param>
/// <param name="Stability">The bootstrap Jaccard mean of the least stable segment.</param>
internal sealed record SweepResult(
    int K,
    double Inertia,
    double? Silhouette,
    double? CalinskiHarabasz,
    double? DaviesBouldin,
    double? Gap,
    double? GapStandardError,
    double? Bic,
    double? Stability)
{
    public static SweepResult Of(ClusterQuality quality, ClusterEvidence evidence)
    {
        var count = quality.ClusterCount;
        var gap = evidence.Gap is { } found && found.Gaps.Length >= count ? found : null;
        return new SweepResult(
            count,
            quality.Clustering.Inertia,
            quality.Silhouette?.Mean,
            quality.CalinskiHarabasz,
            quality.DaviesBouldin,
            gap?.Gaps[count - 1],
            gap?.Errors[count - 1],
            quality.Bic ?? (evidence.Bic.TryGetValue(count, out var bic) ? bic : null),
            evidence.LowestStability(count));
    }
}

/// <summary>The number of segments that each criterion says: 1 for "there may be no clusters", null where it says nothing.</summary>
internal sealed record SweepVerdicts(
    int? Elbow, int? Silhouette, int? CalinskiHarabasz, int? DaviesBouldin, int? Gap, int? Bic, int? Stability)
{
    public static SweepVerdicts Of(IReadOnlyList<Verdict> verdicts)
    {
        return new SweepVerdicts(
            Says(VerdictKind.Elbow),
            Says(VerdictKind.Silhouette),
            Says(VerdictKind.CalinskiHarabasz),
            Says(VerdictKind.DaviesBouldin),
            Says(VerdictKind.Gap),
            Says(VerdictKind.Bic),
            Says(VerdictKind.Stability));

        int? Says(VerdictKind kind) => verdicts.Single(verdict => verdict.Kind == kind).ClusterCount;
    }
}

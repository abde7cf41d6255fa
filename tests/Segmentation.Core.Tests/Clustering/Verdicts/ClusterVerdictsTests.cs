using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Verdicts;

public class ClusterVerdictsTests
{
    private static readonly ClusterQuality[] s_curve = [.. Enumerable.Range(1, 4).Select(count => Quality(count, count == 1 ? null : 0.1 * count, 40 - (10 * count)))];

    [Fact]
    public void StraightInertia_HasNoElbowAndSaysSo()
    {
        var elbow = Of(ClusterEvidence.None, VerdictKind.Elbow);

        Assert.Equal((VerdictState.Undecided, null), (elbow.State, elbow.ClusterCount));
        Assert.Equal(4, elbow.Curve.Count);
        Assert.Contains("no clear bend", elbow.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void OneNumberAlone_IsNoComparison()
    {
        var verdicts = ClusterVerdicts.Of([Quality(3, 0.5, 1)], ClusterEvidence.None);

        Assert.Equal(VerdictState.Pending, verdicts[(int)VerdictKind.Silhouette].State);
        Assert.All(ClusterVerdicts.Of([], ClusterEvidence.None).Skip(1), verdict => Assert.Equal(VerdictState.Pending, verdict.State));
    }

    [Fact]
    public void Stability_WaitsForEveryNumber_ThenTakesTheMostOfTheBestBand()
    {
        Assert.Equal(VerdictState.Pending, Of(Stable((2, 0.99)), VerdictKind.Stability).State);
        Assert.Equal("1 of 3 numbers looked at so far.", Of(Stable((2, 0.99)), VerdictKind.Stability).Sentence);
        Assert.Equal(3, Of(Stable((2, 0.99), (3, 0.86), (4, 0.76)), VerdictKind.Stability).ClusterCount);
        Assert.Equal(4, Of(Stable((2, 0.5), (3, 0.76), (4, 0.75)), VerdictKind.Stability).ClusterCount);
        Assert.Equal(VerdictState.Undecided, Of(Stable((2, 0.5), (3, 0.74), (4, 0.7)), VerdictKind.Stability).State);
    }

    [Fact]
    public void Bic_LowestAtOne_SaysThatThereMayBeNoClusters()
    {
        var bic = Of(new ClusterEvidence { Bic = new Dictionary<int, double> { [1] = 5, [2] = 6, [3] = 7, [4] = 5 } }, VerdictKind.Bic);

        Assert.Equal((VerdictState.NoClusters, 1), (bic.State, bic.ClusterCount));
        Assert.Equal(VerdictState.Pending, Of(new ClusterEvidence { Bic = new Dictionary<int, double> { [1] = 5 } }, VerdictKind.Bic).State);
    }

    [Fact]
    public void Gap_BoxesThatDisagree_AreBothTold()
    {
        var evidence = new ClusterEvidence
        {
            Gap = new GapResult([0.1, 0.5, 0.4, 0.3], [0.01, 0.01, 0.01, 0.01], 20, false),
            PrincipalGap = new GapResult([0.1, 0.2, 0.3, 0.4], [0.01, 0.01, 0.01, 0.01], 20, false),
        };

        var gap = Of(evidence, VerdictKind.Gap);

        Assert.Equal((VerdictState.Found, 2), (gap.State, gap.ClusterCount));
        Assert.EndsWith("it settles on no number.", gap.Sentence, StringComparison.Ordinal);
        Assert.Equal(0.4, gap.OtherCurve[3].Value);
        Assert.DoesNotContain("own directions", Of(evidence with { PrincipalGap = evidence.Gap }, VerdictKind.Gap).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void MostFor_BestSilhouetteBeyondTen_LooksAtAllThatIsOffered()
    {
        Assert.Equal(10, ClusterVerdicts.MostFor(s_curve));
        Assert.Equal(ClusteringOptions.MaxClusters, ClusterVerdicts.MostFor([.. s_curve, Quality(15, 0.9, 1)]));
    }

    [Theory]
    [InlineData("", "Nothing has been looked at yet.")]
    [InlineData("5", "Elbow says 5.")]
    [InlineData("5 5", "All two say 5.")]
    [InlineData("5 4 9", "Silhouette says 4; elbow says 5; Calinski-Harabasz says 9.")]
    [InlineData("5 5 9 5 1 4 5", "Four of seven say 5; BIC says 4; Calinski-Harabasz says 9; gap says there may be no clusters at all.")]
    [InlineData("0 5 ? ? 0 ?", "Silhouette says 5; elbow and gap settle on no number; Calinski-Harabasz, Davies-Bouldin and BIC are not known yet.")]
    public void Summary_CountsAndNamesThoseWhoDiffer(string said, string expected)
    {
        var verdicts = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, place) => new Verdict((VerdictKind)place, StateOf(word), word is "?" or "0" ? null : int.Parse(word, null), [], ""));

        Assert.Equal(expected, VerdictSummary.Of([.. verdicts]));
    }

    private static VerdictState StateOf(string word) => word switch
    {
        "?" => VerdictState.Pending,
        "0" => VerdictState.Undecided,
        "1" => VerdictState.NoClusters,
        _ => VerdictState.Found,
    };

    private static Verdict Of(ClusterEvidence evidence, VerdictKind kind) => ClusterVerdicts.Of(s_curve, evidence)[(int)kind];

    private static ClusterEvidence Stable(params (int Count, double Lowest)[] known) => new()
    {
        Stability = known.ToDictionary(pair => pair.Count, pair => new StabilityResult([1, pair.Lowest], 10, false)),
    };

    private static ClusterQuality Quality(int clusters, double? silhouette, double inertia) => new(
        new ClusteringResult([], new double[clusters], new int[clusters], inertia, 1),
        silhouette is { } mean ? new SilhouetteResult(mean, [], [], [], false) : null, null, null);
}

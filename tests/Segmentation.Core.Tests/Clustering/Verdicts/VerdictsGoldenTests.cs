using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Verdicts;

/// <summary>Mall_Customers.csv, income and score: the criteria disagree, and that is told.</summary>
public class VerdictsGoldenTests
{
    private static readonly ClusteringOptions s_clustering = new();
    private static readonly EvidenceOptions s_evidence = new() { Threads = 0 };

    // Elbow, silhouette, Davies-Bouldin, Calinski-Harabasz and gap: recomputed from their definitions for k = 1 to 10. BIC and stability:
    // measured here.
    [Fact]
    public void Mall_Raw_FiveOfSevenSayFive()
    {
        var (sweep, search) = Search(Matrices.MallIncomeAndScore());
        FindAll(sweep, search);

        var verdicts = ClusterVerdicts.Of(sweep.Finished, search.Known);

        Assert.Equal(Enum.GetValues<VerdictKind>(), verdicts.Select(verdict => verdict.Kind));
        Assert.Equal([5, 5, 9, 5, 1, 5, 5], verdicts.Select(verdict => verdict.ClusterCount));
        Assert.Equal(VerdictState.NoClusters, verdicts[(int)VerdictKind.Gap].State);
        Assert.Equal(
            "Five of seven say 5; Calinski-Harabasz says 9; gap says there may be no clusters at all.", VerdictSummary.Of(verdicts));
        Assert.Equal(10, ClusterVerdicts.MostFor(sweep.Finished));
    }

    // Original box, B = 200, recomputed from the definition: within .03, deviations about .045.
    [Fact]
    public void Mall_Raw_TheGapComesWithItsErrors()
    {
        double[] expected = [.407, .188, .312, .289, .554, .526, .568, .605, .603, .581];
        var (sweep, search) = Search(Matrices.MallIncomeAndScore());
        search.Gap(ReferenceBox.Original, 10);

        var gap = ClusterVerdicts.Of(sweep.Finished, search.Known)[(int)VerdictKind.Gap];

        Assert.All(gap.Curve, point => Assert.Equal(expected[point.ClusterCount - 1], point.Value, 0.03));
        Assert.All(gap.Curve, point => Assert.InRange(point.Error, 0.03, 0.06));
        Assert.Empty(gap.OtherCurve);
    }

    // Published for B = 200, within .03: all .99 at three, .96 or better at five.
    [Fact]
    public void MallStandardised_StabilityIsAsPublished()
    {
        var (_, search) = Search(Matrices.Standardised(Matrices.MallIncomeAndScore()));

        Assert.All(search.Stability(3).MeanJaccard, mean => Assert.Equal(0.99, mean, 0.03));
        Assert.All(search.Stability(5).MeanJaccard, mean => Assert.InRange(mean, 0.93, 1));
        Assert.True(search.Known.IsStable(5));
        Assert.Null(search.Known.IsStable(4));
    }

    // The silhouette with age is best at 6, where the elbow is at 4: not a word of it may be lost.
    [Fact]
    public void MallWithAge_Raw_TheCriteriaDisagree()
    {
        var (sweep, _) = Search(Matrices.MallWithAge());

        var summary = VerdictSummary.Of(ClusterVerdicts.Of(sweep.Finished, ClusterEvidence.None));

        Assert.Contains("elbow says 4", summary, StringComparison.Ordinal);
        Assert.EndsWith("gap, BIC and stability are not known yet.", summary, StringComparison.Ordinal);
    }

    private static (KSweep Sweep, EvidenceSearch Search) Search(FeatureMatrix matrix)
    {
        var sweep = new KSweep(matrix, s_clustering);
        for (var count = 1; count <= ClusterVerdicts.MaxClusters; count++)
        {
            sweep.At(count);
        }

        return (sweep, new EvidenceSearch(new ClusteringRows(matrix), sweep, s_clustering, s_evidence));
    }

    private static void FindAll(KSweep sweep, EvidenceSearch search)
    {
        foreach (var quality in sweep.Finished)
        {
            search.Bic(quality.ClusterCount);
            if (quality.ClusterCount > 1)
            {
                search.Stability(quality.ClusterCount);
            }
        }

        search.Gap(ReferenceBox.Original, 10);
        search.Gap(ReferenceBox.Principal, 10);
    }
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

public class ClusterCountChoiceTests
{
    [Fact]
    public void Of_EqualSilhouettes_TakesTheSmaller() =>
        Assert.Equal(3, ClusterCountChoice.Of([Quality(2, 0.4), Quality(3, 0.5), Quality(4, 0.5)])!.ClusterCount);

    [Fact]
    public void Of_BeyondTheSlider_IsNotOffered() =>
        Assert.Equal(2, ClusterCountChoice.Of([Quality(2, 0.4), Quality(21, 0.9)])!.ClusterCount);

    [Fact]
    public void Of_NothingButOneCluster_IsNull()
    {
        Assert.Null(ClusterCountChoice.Of([]));
        Assert.Null(ClusterCountChoice.Of([Quality(1, null)]));
    }

    [Fact]
    public void Of_ElbowElsewhere_SaysBoth()
    {
        double[] inertias = [100, 40, 10, 9, 8, 7.5];
        ClusterQuality[] curve = [.. inertias.Select((inertia, i) => Quality(i + 1, i == 0 ? null : i == 1 ? 0.61 : 0.3, inertia))];

        Assert.Equal(new ClusterCountChoice(2, "Silhouette is best at 2 (0.61); the elbow is at 3.", 3), ClusterCountChoice.Of(curve));
    }

    [Fact]
    public void Of_StraightInertia_SaysThatThereIsNoElbow() =>
        Assert.EndsWith("; the inertia has no clear elbow.", ClusterCountChoice.Of([Quality(2, 0.4, 8), Quality(3, 0.3, 4)])!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Of_BestIsNotStable_GivesWayToTheNextBestThatMayBe()
    {
        ClusterQuality[] curve = [Quality(2, 0.4), Quality(3, 0.6), Quality(4, 0.5)];

        Assert.Equal(3, ClusterCountChoice.Of(curve, Stability((3, 0.75)))!.ClusterCount);
        Assert.Equal(4, ClusterCountChoice.Of(curve, Stability((3, 0.74)))!.ClusterCount);
        Assert.Equal(2, ClusterCountChoice.Of(curve, Stability((3, 0.74), (4, 0.1), (2, 0.9)))!.ClusterCount);
        Assert.StartsWith(
            "Every segment is stable at 2 (0.90 or better), unlike at 3",
            ClusterCountChoice.Of(curve, Stability((3, 0.74), (4, 0.1), (2, 0.9)))!.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingIsStable_KeepsTheBestSilhouetteAndSaysSo()
    {
        var choice = ClusterCountChoice.Of([Quality(2, 0.4), Quality(3, 0.6)], Stability((2, 0.5), (3, 0.5)))!;

        Assert.Equal(3, choice.ClusterCount);
        Assert.Contains("none of the best numbers has stable segments only", choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ToBeChecked_AsksForTheBestUntilOneIsStableOrAllAreKnown()
    {
        ClusterQuality[] curve = [Quality(2, 0.4), Quality(3, 0.6)];

        Assert.Equal(3, ClusterCountChoice.ToBeChecked(curve, ClusterEvidence.None));
        Assert.Equal(2, ClusterCountChoice.ToBeChecked(curve, Stability((3, 0.7))));
        Assert.Null(ClusterCountChoice.ToBeChecked(curve, Stability((3, 0.8))));
        Assert.Null(ClusterCountChoice.ToBeChecked(curve, Stability((3, 0.7), (2, 0.7))));
    }

    private static ClusterEvidence Stability(params (int Count, double Lowest)[] known) => new()
    {
        Stability = known.ToDictionary(pair => pair.Count, pair => new StabilityResult([1, pair.Lowest], 10, false)),
    };

    private static ClusterQuality Quality(int clusters, double? silhouette, double inertia = 1) => new(
        new ClusteringResult([], new double[clusters], new int[clusters], inertia, 1),
        silhouette is { } mean ? new SilhouetteResult(mean, [], [], [], false) : null,
        null,
        null);
}

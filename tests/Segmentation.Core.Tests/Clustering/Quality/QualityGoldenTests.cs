using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

/// <summary>Figures of the Mall customers' income and score, recomputed from the definitions and published in several places.</summary>
public class QualityGoldenTests
{
    private static KSweep Sweep(int to, bool withAge = false)
    {
        var matrix = withAge ? Matrices.MallWithAge() : Matrices.MallIncomeAndScore();
        var sweep = new KSweep(matrix, new ClusteringOptions { Restarts = 1000 });
        for (var k = 1; k <= to; k++)
        {
            sweep.At(k, TestContext.Current.CancellationToken);
        }

        return sweep;
    }

    [Fact]
    public void At_MallFiveClusters_HasThePublishedQuality()
    {
        var quality = new KSweep(Matrices.MallIncomeAndScore(), new ClusteringOptions()).At(5, TestContext.Current.CancellationToken);

        Assert.Equal(0.553932, quality.Silhouette!.Mean, 1e-6);
        Assert.Equal(247.3590, quality.CalinskiHarabasz!.Value, 1e-4);
        Assert.Equal(0.572563, quality.DaviesBouldin!.Value, 1e-6);
    }

    [Fact]
    public void At_Mall_HasThePublishedSilhouettes()
    {
        double[] published = [0.2969, 0.4676, 0.4932, 0.5539, 0.5398, 0.5282];

        var means = Sweep(to: 7).Finished.Skip(1).Select(quality => quality.Silhouette!.Mean);

        Assert.All(published.Zip(means), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void At_Mall_CriteriaDisagreeAsPublished()
    {
        var finished = Sweep(to: 10).Finished;

        Assert.Equal(9, finished.MaxBy(quality => quality.CalinskiHarabasz)!.ClusterCount);
        Assert.Equal(271.87, finished[8].CalinskiHarabasz!.Value, 0.005);
        Assert.Equal(5, finished.Skip(1).MinBy(quality => quality.DaviesBouldin)!.ClusterCount);
        Assert.Equal(new ClusterCountChoice(5, "Silhouette is best at 5 (0.55); the elbow is at 5 too.", 5), ClusterCountChoice.Of(finished));
    }

    [Theory]
    [InlineData(false, 1, 5)]
    [InlineData(false, 2, 5)]
    [InlineData(true, 1, 4)]
    [InlineData(true, 2, 5)]
    public void Find_Mall_DependsOnTheRange(bool withAge, int from, double elbow)
    {
        var finished = Sweep(to: 10, withAge).Finished.Skip(from - 1).ToArray();

        var found = Elbow.Find([.. finished.Select(quality => (double)quality.ClusterCount)], [.. finished.Select(quality => quality.Clustering.Inertia)]);

        Assert.Equal(elbow, found);
    }

    [Fact]
    public void At_MallWithAge_SilhouetteIsBestAtSix()
    {
        var best = Sweep(to: 10, withAge: true).Finished.Skip(1).MaxBy(quality => quality.Silhouette!.Mean)!;

        Assert.Equal(6, best.ClusterCount);
        Assert.Equal(0.452344, best.Silhouette!.Mean, 1e-6);
    }
}

using Segmentation.Core.Clustering.Quality;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

public class ElbowTests
{
    // Satopaa et al. 2011, figure 2: concave and increasing, so upside down here; the knee is at the third point.
    private static readonly double[] s_published = [-5, 0.263, 1.897, 2.692, 3.163, 3.475, 3.696, 3.861, 3.989, 4.091];

    [Fact]
    public void Find_PublishedCurve_FindsThePublishedKnee()
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => i / 9.0)];

        Assert.Equal(0.222, Elbow.Find(x, Array.ConvertAll(s_published, y => -y))!.Value, 0.0005);
    }

    [Fact]
    public void Find_StraightLine_HasNone() =>
        Assert.Null(Elbow.Find([1, 2, 3, 4, 5], [8, 6, 4, 2, 0]));

    [Fact]
    public void Find_OneKink_IsThere() =>
        Assert.Equal(3, Elbow.Find([1, 2, 3, 4, 5, 6], [100, 40, 10, 9, 8, 7.5]));

    [Fact]
    public void Find_LevelCurve_HasNone() =>
        Assert.Null(Elbow.Find([1, 2, 3], [4, 4, 4]));

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new double[] { 1 })]
    [InlineData(new double[] { 1, 2 })]
    public void Find_TooFewPoints_HasNone(double[] x) =>
        Assert.Null(Elbow.Find(x, Array.ConvertAll(x, value => -value)));

    [Fact]
    public void Find_FallAfterALocalMinimum_DoesNotCount()
    {
        // The difference curve is 0 .3 .32 .25 .35 ...: it rises again before it falls under the first maximum's threshold.
        double[] x = [0, 0.2, 0.4, 0.6, 0.8, 1];
        double[] difference = [0, 0.3, 0.32, 0.25, 0.35, 0];
        double[] y = [.. x.Zip(difference, (across, rise) => 1 - across - rise)];

        Assert.Equal(0.8, Elbow.Find(x, y));
    }

    [Fact]
    public void Find_OtherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => Elbow.Find([1, 2], [1]));
}

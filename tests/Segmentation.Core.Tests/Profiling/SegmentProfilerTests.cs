using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class SegmentProfilerTests
{
    // Income 10, 20, 30 and 60; the first three are one segment, the last the other.
    // Mean 30, squares 400 + 100 + 0 + 900 = 1400, variance 350.
    private static readonly DataFrame s_frame = new([Tables.Numbers("income", 10, 20, 30, 60), Tables.Categories("sex", "f", "f", "m", "m")]);

    [Fact]
    public void Profile_TwoSegments_MatchesTheHand()
    {
        var profiles = Profile(Scaling.Standard, [0, 0, 0, 1], [3, 1], new FeatureChoice("income") { Log = true, Weight = 4 });

        Assert.Equal([1, 2], profiles.Select(profile => profile.Number));
        Assert.Equal(["Low income", "High income"], profiles.Select(profile => profile.Name));
        Assert.Equal([3, 1], profiles.Select(profile => profile.Size));
        Assert.Equal([0.75, 0.25], profiles.Select(profile => profile.Share));
        var (first, second) = (profiles[0].Traits[0], profiles[1].Traits[0]);
        Assert.Equal(20, first.Mean);
        Assert.Equal(60, second.Mean);
        Assert.Equal(30, first.OverallMean);
        Assert.Equal(-10 / Math.Sqrt(350), first.StandardisedDifference, precision: 12);
        Assert.Equal(30 / Math.Sqrt(350), second.StandardisedDifference, precision: 12);
    }

    [Fact]
    public void Profile_Category_GivesShares()
    {
        var profiles = Profile(Scaling.Standard, [0, 0, 0, 1], [3, 1], new FeatureChoice("sex") { Weight = 9 });

        Assert.Equal(["sex = f", "sex = m"], profiles[0].Traits.Select(trait => trait.Feature));
        Assert.Equal(2.0 / 3, profiles[0].Traits[0].Mean, precision: 12);
        Assert.Equal(1, profiles[1].Traits[1].Mean);
        Assert.Equal(0.5, profiles[0].Traits[0].OverallMean);
    }

    [Fact]
    public void Profile_SomeRowsSetAside_MeansAreOfTheOthers()
    {
        var rows = RowSelection.Where(4, row => row != 3);
        var features = FeatureBuilder.Build(s_frame, rows, [new("income")], Scaling.None);
        var clustering = new ClusteringResult([0, 0, 1], [15, 30], [2, 1], 50, 1);

        var profiles = SegmentProfiler.Profile(s_frame, features, new ClusterQuality(clustering, null, null, null));

        Assert.Equal([15, 30], profiles.Select(profile => profile.Traits[0].Mean));
        Assert.Equal(20, profiles[0].Traits[0].OverallMean);
        Assert.Equal(2.0 / 3, profiles[0].Share, precision: 12);
    }

    [Fact]
    public void Profile_ManyRowsOnAnyNumberOfThreads_GivesTheSameBits()
    {
        const int Rows = 30_000;
        var random = new SeededRandom(3);
        var frame = new DataFrame(
        [
            Tables.Numbers("x", [.. Enumerable.Range(0, Rows).Select(row => row % 9 == 0 ? double.NaN : 1e9 + random.NextNormal())]),
            Tables.Categories("kind", [.. Enumerable.Range(0, Rows).Select(row => "abc"[row % 3].ToString())]),
        ]);
        var features = FeatureBuilder.Build(frame, RowSelection.Where(Rows, row => row % 7 != 0), [new("x"), new("kind")], Scaling.None);
        byte[] labels = [.. Enumerable.Range(0, features.Rows.Count).Select(row => row % 5 == 4 ? ClusteringResult.Unassigned : (byte)(row % 4))];
        int[] sizes = [.. Enumerable.Range(0, 4).Select(cluster => labels.Count(label => label == cluster))];
        var quality = new ClusterQuality(new ClusteringResult(labels, new double[16], sizes, 0, 1), null, null, null);

        var one = Traits(1);

        Assert.Equal(one, Traits(2));
        Assert.Equal(one, Traits(5));
        Assert.All(Enumerable.Range(0, 4), cluster => Assert.Equal(MeanOf(cluster), one[cluster * 4].Mean, 1e-3));

        Trait[] Traits(int threads) =>
            [.. SegmentProfiler.Profile(frame, features, quality, null, null, threads, TestContext.Current.CancellationToken).SelectMany(profile => profile.Traits)];

        double MeanOf(int cluster) => Enumerable.Range(0, labels.Length).Where(row => labels[row] == cluster)
            .Select(row => ((NumberColumn)frame["x"]).Values[features.Rows[row]]).Where(value => !double.IsNaN(value)).Average();
    }

    [Fact]
    public void Strongest_ByAbsoluteDifference_TiesKeepTheFeaturesOrder()
    {
        var profile = new SegmentProfile(1, "Segment 1", 1, 1,
            [new("a", 0, 0, 0.5), new("b", 0, 0, -2), new("c", 0, 0, 0.5), new("d", 0, 0, 1)], null);

        Assert.Equal(["b", "d", "a"], profile.Strongest(3).Select(trait => trait.Feature));
    }

    private static IReadOnlyList<SegmentProfile> Profile(Scaling scaling, byte[] labels, int[] sizes, params FeatureChoice[] choices)
    {
        var features = FeatureBuilder.Build(s_frame, RowSelection.All(4), [.. choices], scaling);
        var clustering = new ClusteringResult(labels, new double[sizes.Length * features.Columns.Count], sizes, 0, 1);
        return SegmentProfiler.Profile(s_frame, features, new ClusterQuality(clustering, null, null, null));
    }
}

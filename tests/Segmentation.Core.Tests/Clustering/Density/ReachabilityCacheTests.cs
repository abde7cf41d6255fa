using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Density;

public class ReachabilityCacheTests
{
    private readonly ReachabilityCache _cache = new();
    private readonly FeatureMatrix _matrix = Matrices.Clouds(300, 3, 4, side: 8, weighted: true);

    [Fact]
    public void Fit_WithWhatIsKnown_GivesTheSameBits()
    {
        for (var size = 2; size < 40; size += 5)
        {
            foreach (var samples in new int?[] { null, 3 })
            {
                var options = new DensityOptions { MinClusterSize = size, MinSamples = samples };
                var known = Hdbscan.Fit(_matrix, options, _cache, TestContext.Current.CancellationToken);
                var fresh = Hdbscan.Fit(_matrix, options, TestContext.Current.CancellationToken);

                Assert.Equal(fresh.Labels, known.Labels);
                Assert.Equal(fresh.Probabilities, known.Probabilities);
                Assert.Equal(fresh.Persistence, known.Persistence);
                Assert.Equal(fresh.Inertia, known.Inertia);
            }
        }
    }

    [Fact]
    public void Of_OtherSmallestCluster_IsNotMeasuredAgain()
    {
        var first = Of(_matrix, new DensityOptions { MinClusterSize = 12 });

        Assert.Same(first, Of(_matrix, new DensityOptions { MinClusterSize = 30, Seed = 2 }));
        Assert.Same(first, Of(_matrix, new DensityOptions { MinClusterSize = 5, MinSamples = DensityOptions.DefaultMinSamples }));
    }

    [Fact]
    public void Of_OtherNeighboursOrRows_IsMeasured()
    {
        var first = Of(_matrix, new DensityOptions { MinSamples = 4 });

        Assert.NotSame(first, Of(_matrix, new DensityOptions { MinSamples = 5 }));
        Assert.NotSame(first, Of(_matrix.Take([.. Enumerable.Range(0, 300)]), new DensityOptions { MinSamples = 4 }));
    }

    [Fact]
    public void Of_MoreThanAreKept_ForgetsTheFirst()
    {
        var found = Enumerable.Range(1, ReachabilityCache.Capacity + 1).Select(samples => Of(_matrix, new DensityOptions { MinSamples = samples })).ToArray();

        Assert.Same(found[^1], Of(_matrix, new DensityOptions { MinSamples = found.Length }));
        Assert.NotSame(found[0], Of(_matrix, new DensityOptions { MinSamples = 1 }));
    }

    [Fact]
    public void Of_Cancelled_CanBeAskedAgain()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => _cache.Of(_matrix, new DensityOptions(), new CancellationToken(canceled: true)));

        Assert.Equal(_matrix.Rows - 1, Of(_matrix, new DensityOptions()).Merges.Length);
    }

    private Reachability Of(FeatureMatrix matrix, DensityOptions options) => _cache.Of(matrix, options, TestContext.Current.CancellationToken);
}

using Segmentation.Core.Clustering.Hierarchy;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Hierarchy;

public class HierarchyClustererTests
{
    [Fact]
    public void Fit_CancelledWhileTheTreeIsBuilt_CanBeAskedAgain()
    {
        var clusterer = new HierarchyClusterer(Matrices.Clouds(200, 2, 3), new HierarchyOptions { Linkage = Linkage.Average });

        Assert.ThrowsAny<OperationCanceledException>(() => clusterer.Fit(3, new CancellationToken(canceled: true)));

        Assert.Equal(3, clusterer.Fit(3, TestContext.Current.CancellationToken).ClusterCount);
    }

    [Fact]
    public void Fit_ManyCallersAtOnce_ShareOneTree()
    {
        var clusterer = new HierarchyClusterer(Matrices.Clouds(500, 2, 3), new HierarchyOptions());
        var trees = new Dendrogram[8];

        Parallel.For(0, trees.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            trees[i] = Assert.IsType<HierarchyResult>(clusterer.Fit(2 + i, CancellationToken.None)).Tree);

        Assert.Single(trees.Distinct());
    }

    [Fact]
    public void Fit_MoreThanTheTreeCanBeCutInto_GivesAsManyAsThereAre()
    {
        var clusterer = new HierarchyClusterer(Matrices.OneColumn(1, 1, 5, 5, 9), new HierarchyOptions());

        Assert.Equal(3, clusterer.Fit(5, TestContext.Current.CancellationToken).ClusterCount);
    }
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Verdicts;

public class EvidenceSearchTests
{
    private readonly EvidenceSearch _search = Search(threads: 1);

    [Fact]
    public void APieceThatWasFound_IsKept()
    {
        Assert.Same(_search.Stability(3), _search.Stability(3));
        Assert.Same(_search.Gap(ReferenceBox.Original, 4), _search.Gap(ReferenceBox.Original, 3));
        Assert.Same(_search.Gap(ReferenceBox.Principal, 4), _search.Known.PrincipalGap);
        Assert.Equal(_search.Bic(2), _search.Known.Bic[2]);
    }

    [Fact]
    public void ACancelledPiece_IsNotKept_AndTheOthersStay()
    {
        _search.Stability(2);
        using var source = new CancellationTokenSource();
        var reports = new Reports<StabilityResult>(_ => source.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => _search.Stability(3, reports, source.Token));
        Assert.Equal([2], _search.Known.Stability.Keys);
    }

    [Fact]
    public void TheThreads_ChangeNothing()
    {
        var many = Search(threads: 4);

        Assert.Equal(_search.Stability(4).MeanJaccard, many.Stability(4).MeanJaccard);
        Assert.Equal(_search.Gap(ReferenceBox.Principal, 5).Gaps, many.Gap(ReferenceBox.Principal, 5).Gaps);
        Assert.Equal(_search.Bic(3), many.Bic(3));
    }

    // Three distinct rows allow three clusters, in resamples often fewer.
    [Fact]
    public void FewDistinctRows_AreNoTrouble()
    {
        var matrix = Matrices.OneColumn(1, 1, 1, 5, 5, 9);
        var search = new EvidenceSearch(new ClusteringRows(matrix), new KSweep(matrix, new ClusteringOptions()), new ClusteringOptions(), new EvidenceOptions { Bootstraps = 20, References = 5 });

        Assert.Equal(3, search.Stability(3).MeanJaccard.Length);
        Assert.True(double.IsFinite(search.Bic(3)));
        Assert.Equal(2, search.Gap(ReferenceBox.Original, 10).Gaps.Length);
    }

    private static EvidenceSearch Search(int threads)
    {
        var matrix = Matrices.Clouds(120, 2, 3);
        var clustering = new ClusteringOptions();
        return new EvidenceSearch(new ClusteringRows(matrix), new KSweep(matrix, clustering), clustering, new EvidenceOptions { Bootstraps = 10, References = 5, Threads = threads });
    }

    // Two long rows side by side, which complete linkage and k-means cut across and density does not.
    [Fact]
    public void Stability_OfAnotherAlgorithm_ClustersResamplesInTheSameWay()
    {
        var matrix = Matrices.Of([.. Enumerable.Range(0, 400).Select(row => new double[] { row % 200 / 10.0, (row / 200 * 4) + (row % 7 / 20.0) })]);
        var clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.Hdbscan, MinClusterSize = 40 };
        var rows = new ClusteringRows(matrix);
        var search = new EvidenceSearch(rows, new KSweep(rows, clustering), clustering, new EvidenceOptions { Bootstraps = 10, References = 5 });

        var found = search.Stability(2, null, TestContext.Current.CancellationToken);

        Assert.Equal(2, found.MeanJaccard.Length);
        // Resamples cut across would share a third with these; some drawn by lot have a gap that splits a row.
        Assert.All(found.MeanJaccard, mean => Assert.InRange(mean, 0.8, 1));
    }
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

public class ClusterQualityTests
{
    [Fact]
    public void Of_UnassignedRows_IsTheQualityOfTheOthers()
    {
        var matrix = Matrices.OneColumn(0, 1, 500, 10, 11, -300, 12);
        byte[] labels = [1, 1, 255, 0, 0, 255, 0];
        var clustering = new ClusteringResult(labels, [11, 0.5], [3, 2], 2.5, 0);

        var quality = ClusterQuality.Of(new ClusteringRows(matrix), clustering, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        int[] assigned = [0, 1, 3, 4, 6];
        var others = ClusterQuality.Of(
            new ClusteringRows(matrix.Take(assigned)),
            new ClusteringResult([1, 1, 0, 0, 0], [11, 0.5], [3, 2], 2.5, 0),
            seed: 1,
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Same(clustering, quality.Clustering);
        Assert.Equal(assigned, quality.Silhouette!.Rows);
        Assert.Equal(others.Silhouette!.Values, quality.Silhouette.Values);
        Assert.Equal(others.Silhouette.Mean, quality.Silhouette.Mean);
        Assert.Equal((others.CalinskiHarabasz, others.DaviesBouldin), (quality.CalinskiHarabasz, quality.DaviesBouldin));
        Assert.NotNull(quality.CalinskiHarabasz);
    }

    [Fact]
    public void Of_MissingCells_CountAsTheirCentroids()
    {
        var matrix = new FeatureMatrix(4, 2, [0, 2, 10, 12, 0, 99, 5, 5]);
        var missing = MissingCells.Where(4, 2, (row, column) => row == 1 && column == 1);
        var clustering = new ClusteringResult([1, 1, 0, 0], [11, 5, 1, 0], [2, 2], 4, 0);

        var quality = ClusterQuality.Of(
            new ClusteringRows(matrix) { Missing = missing }, clustering, seed: 1, cancellationToken: TestContext.Current.CancellationToken);

        var filled = new FeatureMatrix(4, 2, [0, 2, 10, 12, 0, 0, 5, 5]);
        Assert.Equal(Silhouette.Compute(filled, clustering, cancellationToken: TestContext.Current.CancellationToken)!.Mean, quality.Silhouette!.Mean);
    }
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Quality;

/// <summary>Calinski-Harabasz, Davies-Bouldin and the adjusted Rand index on cases that can be worked out on paper.</summary>
public class IndicesTests
{
    private static readonly ClusteringResult s_pairs = new([0, 0, 1, 1], [1, 11], [2, 2], 4, 1);

    [Fact]
    public void CalinskiHarabasz_TwoPairs_SolvesAsOnPaper() =>
        // 0 2 10 12: T = 36 + 16 + 16 + 36 = 104, W = 4.
        Assert.Equal(100 / (4 / 2.0), CalinskiHarabasz.Compute(Matrices.OneColumn(0, 2, 10, 12), s_pairs));

    [Fact]
    public void CalinskiHarabasz_AllWeightsDoubled_StaysTheSame()
    {
        var doubled = s_pairs with { Inertia = 8 };

        Assert.Equal(50, CalinskiHarabasz.Compute(Matrices.Of([[0], [2], [10], [12]], [2, 2, 2, 2]), doubled));
    }

    [Fact]
    public void CalinskiHarabasz_NotDefined_IsNull()
    {
        Assert.Null(CalinskiHarabasz.Compute(Matrices.OneColumn(0, 2), new ClusteringResult([0, 0], [1], [2], 2, 1)));
        Assert.Null(CalinskiHarabasz.Compute(Matrices.OneColumn(0, 2), new ClusteringResult([0, 1], [0, 2], [1, 1], 0, 1)));
        Assert.Null(CalinskiHarabasz.Compute(Matrices.OneColumn(0, 0, 2), new ClusteringResult([0, 0, 1], [0, 2], [2, 1], 0, 1)));
    }

    [Fact]
    public void DaviesBouldin_TwoPairs_SolvesAsOnPaper() =>
        Assert.Equal((1 + 1) / 10.0, DaviesBouldin.Compute(Matrices.OneColumn(0, 2, 10, 12), s_pairs));

    [Fact]
    public void DaviesBouldin_ThreeClusters_TakesTheMostAlike()
    {
        // Spreads 1, 2 and 0 at 1, 11 and 21: the ratios are .3, .05 and .2, so the maxima are .3, .3 and .2.
        var matrix = Matrices.OneColumn(0, 2, 9, 13, 21);
        var clustering = new ClusteringResult([0, 0, 1, 1, 2], [1, 11, 21], [2, 2, 1], 10, 1);

        Assert.Equal(0.8 / 3, DaviesBouldin.Compute(matrix, clustering)!.Value, 1e-15);
    }

    [Fact]
    public void DaviesBouldin_Weighted_UsesWeightedMeanDistances()
    {
        // Spread of the first pair: (3 x 1 + 1 x 3) / 4 around 1.
        var matrix = Matrices.Of([[0], [4], [20]], [3, 1, 1]);

        Assert.Equal(1.5 / 19, DaviesBouldin.Compute(matrix, new ClusteringResult([0, 0, 1], [1, 20], [2, 1], 12, 1))!.Value, 1e-15);
    }

    [Fact]
    public void DaviesBouldin_NotDefined_IsNull()
    {
        Assert.Null(DaviesBouldin.Compute(Matrices.OneColumn(0, 2), new ClusteringResult([0, 0], [1], [2], 2, 1)));
        Assert.Null(DaviesBouldin.Compute(Matrices.OneColumn(0, 2, 0, 2), new ClusteringResult([0, 0, 1, 1], [1, 1], [2, 2], 4, 1)));
    }

    // scikit-learn 1.2.1, adjusted_rand_score: the documentation's examples.
    [Theory]
    [InlineData(new byte[] { 0, 0, 1, 1 }, new byte[] { 1, 1, 0, 0 }, 1)]
    [InlineData(new byte[] { 0, 0, 1, 2 }, new byte[] { 0, 0, 1, 1 }, 4.0 / 7)]
    [InlineData(new byte[] { 0, 0, 1, 1 }, new byte[] { 0, 0, 1, 2 }, 4.0 / 7)]
    [InlineData(new byte[] { 0, 0, 0, 0 }, new byte[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new byte[] { 0, 0, 1, 1 }, new byte[] { 0, 1, 0, 1 }, -0.5)]
    [InlineData(new byte[] { 0, 0, 0 }, new byte[] { 7, 7, 7 }, 1)]
    [InlineData(new byte[] { 0, 1, 2 }, new byte[] { 2, 0, 1 }, 1)]
    [InlineData(new byte[] { }, new byte[] { }, 1)]
    public void AdjustedRand_KnownPartitions_GivesTheKnownIndex(byte[] left, byte[] right, double index) =>
        Assert.Equal(index, AdjustedRand.Index(left, right), 1e-12);

    [Fact]
    public void AdjustedRand_OtherLength_Throws() =>
        Assert.Throws<ArgumentException>(() => AdjustedRand.Index([0, 1], [0]));
}

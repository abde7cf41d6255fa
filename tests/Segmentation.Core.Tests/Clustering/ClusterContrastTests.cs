using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>What keeps a row in its cluster, column by column, against what whole distances and densities say.</summary>
public sealed class ClusterContrastTests
{
    private static readonly FeatureMatrix s_clouds = Matrices.Clouds(600, 3, 4);

    // Row (1, 2), own centre (0, 0), other (4, 0): 9 - 1 in x, 4 - 4 in y.
    [Fact]
    public void Centres_ByHand()
    {
        var contrast = new CentreModel([0, 0, 4, 0, 50, 50], clusterCount: 3).Contrast([1, 2], own: 0);

        Assert.Equal(((byte)0, (byte?)1, 8.0, 0.0), (contrast.Own, contrast.RunnerUp, contrast.Margin, contrast.Rest));
        Assert.Equal([8, 0], contrast.Parts);
    }

    [Fact]
    public void Centres_OnlyOne_HasNoRunnerUp() => Assert.Null(new CentreModel([0, 0], clusterCount: 1).Contrast([1, 2], own: 0).RunnerUp);

    [Fact]
    public void Centres_RowOfOtherColumns_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new CentreModel([0, 0], clusterCount: 1).Contrast([1], own: 0));

    [Fact]
    public void Centres_RoomEndsWhereTheNextCentreIsAsNear()
    {
        var model = new CentreModel([0, 10, 30], clusterCount: 3);

        Assert.Equal((double.PositiveInfinity, 4), model.RoomOf([1], own: 0, column: 0));
        Assert.Equal((6, 9), model.RoomOf([11], own: 1, column: 0));
    }

    [Fact]
    public void KMeans_PartsSumToTheDifferenceOfSquaredDistances() => AssertSquares(KMeans.Fit(s_clouds, new KMeansOptions { ClusterCount = 4 }));

    [Fact]
    public void KMedoids_PartsSumToTheDifferenceOfSquaredDistances() => AssertSquares(KMedoids.Fit(s_clouds, new KMedoidsOptions { ClusterCount = 4 }));

    // Of a tree of centres: at the narrowest turn on the way, so that the runner-up is where the margins of the model end.
    [Fact]
    public void Bisecting_PartsHaveTheSignAndTheTurnOfTheMargin()
    {
        var result = BisectingKMeans.Fit(s_clouds, new BisectingKMeansOptions { ClusterCount = 5 });
        var margins = result.Model.Margins(s_clouds, result.Labels);
        var centres = result.Centroids;
        ForEach(s_clouds, result.Labels, (row, cells, own) =>
        {
            var contrast = result.Model.Contrast(cells, own);
            Assert.True(contrast.Margin >= 0);
            Assert.Equal(margins[row] > 1e-6, contrast.Margin > 1e-9);
            Assert.NotEqual(own, contrast.RunnerUp);
        });
        Assert.Equal(5 * 3, centres.Length);
    }

    [Fact]
    public void KPod_MissingCellsSayNothingAndTheOthersCountForThem()
    {
        var missing = MissingCells.Where(s_clouds.Rows, 3, (row, column) => (row + (2 * column)) % 5 == 0);
        var result = KPod.Fit(s_clouds, missing, new KPodOptions { ClusterCount = 3 });
        var blank = KPodModel.Blank(s_clouds, missing);
        ForEach(blank, result.Labels, (row, cells, own) =>
        {
            var contrast = result.Model.Contrast(cells, own);
            int[] seen = [.. Enumerable.Range(0, 3).Where(column => !missing[row, column])];
            var squares = Enumerable.Range(0, 3).Select(cluster => seen.Sum(column => Square(cells[column] - result.Centroid(cluster)[column])) * 3 / seen.Length).ToArray();
            AssertClose(squares[contrast.RunnerUp!.Value] - squares[own], contrast.Margin, squares.Max());
            Assert.All(Enumerable.Range(0, 3).Except(seen), column => Assert.Equal(0, contrast.Parts[column]));
        });
    }

    [Fact]
    public void KPod_RowOfNothing_HasNoRunnerUp()
    {
        var result = KPod.Fit(s_clouds, MissingCells.Where(600, 3, (row, _) => row == 7), new KPodOptions { ClusterCount = 2 });
        Assert.Null(result.Model.Contrast([double.NaN, double.NaN, double.NaN], ClusteringResult.Unassigned).RunnerUp);
    }

    [Theory]
    [InlineData(CovarianceShape.Full)]
    [InlineData(CovarianceShape.Diagonal)]
    [InlineData(CovarianceShape.Tied)]
    [InlineData(CovarianceShape.Spherical)]
    public void Mixture_PartsAndRestSumToTheLogarithmOfTheOdds(CovarianceShape shape)
    {
        var result = GaussianMixture.Fit(s_clouds, new GaussianMixtureOptions { ClusterCount = 3, Shape = shape });
        var model = Assert.IsType<GaussianMixtureModel>(result.Model);
        ForEach(s_clouds, result.Labels, (_, cells, own) =>
        {
            var contrast = model.Contrast(cells, own);
            var odds = model.Components.LogDensity(cells, own) - model.Components.LogDensity(cells, contrast.RunnerUp!.Value);
            AssertClose(odds, contrast.Margin, contrast.Parts.Sum(Math.Abs));
        });
    }

    // Two features without a product: what is left is the logarithm of 0.6 over 0.4.
    [Fact]
    public void Mixture_WithoutProducts_LeavesTheOddsOfTheShares()
    {
        var components = new GaussianComponents(CovarianceShape.Diagonal, [0.6, 0.4], [0, 0, 1, 1], [1, 0, 0, 4, 2, 0, 0, 3]);
        var contrast = new GaussianMixtureModel(components).Contrast([0.1, 0.2], own: 0);
        Assert.Equal(Math.Log(0.6 / 0.4), contrast.Rest, precision: 12);
    }

    [Fact]
    public void KPrototypes_NumbersAndMismatchesSumToTheDifferenceOfCosts()
    {
        var matrix = Matrices.Of([.. Enumerable.Range(0, 90).Select(row => new[] { row % 3 * 5 + row * 0.01, row % 2 == 0 ? 1.0 : 0, row % 2 == 0 ? 0 : 1.0, Math.Sin(row) })]);
        var result = KPrototypes.Fit(matrix, new KPrototypesOptions { ClusterCount = 4, Blocks = [new CategoryBlock(1, 2)], MismatchWeight = 0.7 });
        ForEach(matrix, result.Labels, (_, cells, own) =>
        {
            var contrast = result.Model.Contrast(cells, own);
            AssertClose(Cost(contrast.RunnerUp!.Value) - Cost(own), contrast.Margin, Cost(own) + Cost(contrast.RunnerUp.Value));
            Assert.Equal(0, contrast.Parts[2]);

            double Cost(int cluster) => Square(cells[0] - result.Model.Numbers(cluster)[0]) + Square(cells[3] - result.Model.Numbers(cluster)[1])
                + (result.Model.Category(cluster, 0) == (cells[1] > 0 ? 0 : 1) ? 0 : 0.7);
        });
    }

    [Fact]
    public void Density_PartsSumToWhatTheDistancesSay()
    {
        double[][] loners = [[-30, 40, 0], [60, -20, 5], [-30, -30, 60], [80, 80, -40]];
        var rows = Matrices.Of([.. Enumerable.Range(0, 600).Select(row => new[] { s_clouds[row, 0], s_clouds[row, 1], s_clouds[row, 2] }), .. loners]);
        var result = Hdbscan.Fit(rows, new DensityOptions { MinClusterSize = 20 });
        var seen = new HashSet<bool>();
        ForEach(rows, result.Labels, (row, cells, own) =>
        {
            var contrast = result.Model.Contrast(cells, own);
            if (contrast.RunnerUp is null)
            {
                return;
            }

            seen.Add(own == ClusteringResult.Unassigned);
            if (own == ClusteringResult.Unassigned)
            {
                Assert.All(contrast.Parts, part => Assert.True(part >= 0));
                Assert.True(contrast.Rest < 0);
            }
            else
            {
                var margin = result.Model.Margins(rows.Take([row]), [own])[0];
                Assert.Equal(0, contrast.Rest);
                Assert.Equal(margin > 0, contrast.Margin > 0);
            }
        });
        Assert.Equal(2, seen.Count);
    }

    private static void AssertSquares(ClusteringResult result)
    {
        var model = Assert.IsType<CentreModel>(result.Model);
        ForEach(s_clouds, result.Labels, (_, cells, own) =>
        {
            var contrast = model.Contrast(cells, own);
            var squares = Enumerable.Range(0, model.ClusterCount).Select(cluster => Enumerable.Range(0, 3).Sum(column => Square(cells[column] - model.Centres[(cluster * 3) + column]))).ToArray();
            AssertClose(squares[contrast.RunnerUp!.Value] - squares[own], contrast.Margin, squares.Max());
            Assert.Equal(squares.Where((_, cluster) => cluster != own).Min(), squares[contrast.RunnerUp.Value]);
        });
    }

    private static void ForEach(FeatureMatrix matrix, byte[] labels, Action<int, double[], byte> check)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var cells = new double[matrix.Columns];
            matrix.CopyRow(row, cells);
            check(row, cells, labels[row]);
        }
    }

    private static void AssertClose(double expected, double actual, double size) => Assert.InRange(Math.Abs(expected - actual), 0, (1e-9 * Math.Abs(expected)) + (1e-14 * size));

    private static double Square(double x) => x * x;
}

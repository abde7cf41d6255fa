using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Mixtures;

public class GaussianMixtureTests
{
    private static readonly int[] s_threads = [1, 2, 16];
    private static readonly CovarianceShape[] s_shapes = Enum.GetValues<CovarianceShape>();

    [Fact]
    public void Fit_OneComponent_IsMeanAndCovariance()
    {
        var result = Fit(Matrices.Of([[0, 0], [2, 0], [0, 4], [2, 4]]), 1);

        Assert.Equal([1.0], result.Weights);
        Assert.Equal([1.0, 2.0], result.Means);
        AssertNear([1 + 1e-6, 0, 0, 4 + 4e-6], result.Covariances, 1e-14);

        // Each row lies one deviation from the mean in both columns.
        Assert.Equal(4 * (-1 - Math.Log(2 * Math.PI) - Math.Log(2)), result.LogLikelihood, 1e-4);
        Assert.Equal((5 * Math.Log(4)) - (2 * result.LogLikelihood), result.Bic, 1e-12);
        Assert.Equal((2 * 5) - (2 * result.LogLikelihood), result.Aic, 1e-12);
    }

    [Theory]
    [InlineData(CovarianceShape.Full, new[] { 4.0, 2, 2, 4 })]
    [InlineData(CovarianceShape.Tied, new[] { 4.0, 2, 2, 4 })]
    [InlineData(CovarianceShape.Diagonal, new[] { 4.0, 0, 0, 4 })]
    [InlineData(CovarianceShape.Spherical, new[] { 4.0, 0, 0, 4 })]
    public void Fit_EachShape_HasItsCovariances(CovarianceShape shape, double[] covariances)
    {
        // Variances 4 and 4, of their products the mean is 2.
        var result = Fit(Matrices.Of([[2, 2], [-2, -2], [2, 2], [-2, -2], [-2, 2], [2, -2], [2, 2], [-2, -2]]), 1, shape);

        AssertNear(covariances, result.Covariances, 1e-5);
    }

    [Fact]
    public void Fit_TwoFarGroups_AreTheirOwnComponents()
    {
        var result = Fit(Matrices.OneColumn(0, 1, 2, 100, 101, 102, 101, 101), 2);

        Assert.Equal([1, 1, 1, 0, 0, 0, 0, 0], result.Labels);
        AssertNear([5.0 / 8, 3.0 / 8], result.Weights, 1e-12);
        AssertNear([101, 1], result.Means, 1e-9);
        Assert.True(result.IsConverged);
    }

    [Fact]
    public void Model_MarginIsTheLogarithmOfTheOdds()
    {
        // Equal shares, means -2 and 2, variances 1: the odds at x are exp(4 x).
        var model = new GaussianMixtureModel(new GaussianComponents(CovarianceShape.Full, [0.5, 0.5], [2, -2], [1, 1]));

        Assert.Equal([0, 1, 0], model.Assign(Matrices.OneColumn(0.5, -3, 0)));
        float[] margins = model.Margins(Matrices.OneColumn(0.5, -3, 0), [0, 1, 0]);
        AssertNear([2, 12, 0], margins, 1e-5);
        float[] shares = model.Responsibilities(Matrices.OneColumn(0.5, -3));
        AssertNear([1 / (1 + Math.Exp(-2)), Math.Exp(-12), 1 / (1 + Math.Exp(2)), 1], shares, 1e-5);
    }

    [Fact]
    public void Responsibilities_RowFarFromAll_StillSumToOne()
    {
        var model = new GaussianMixtureModel(new GaussianComponents(CovarianceShape.Full, [0.5, 0.5], [2, -2], [1, 1]));

        Assert.Equal([1f, 0f], model.Responsibilities(Matrices.OneColumn(1e9)));
    }

    [Fact]
    public void Fit_ComponentThatWinsNoRow_IsDropped()
    {
        // One cluster begins with a row of a group and no chance to keep it.
        var matrix = Matrices.OneColumn([.. Enumerable.Range(0, 60).Select(i => i % 10 / 10.0), 50, 51]);
        byte[] start = [.. Enumerable.Range(0, 60).Select(i => (byte)(i % 3)), 3, 3];

        var result = GaussianMixture.FitFrom(
            matrix, start, new GaussianMixtureOptions { ClusterCount = 4 }, TestContext.Current.CancellationToken);

        Assert.True(result.ClusterCount < 4);
        Assert.All(result.Sizes, size => Assert.True(size > 0));
        Assert.Equal(1, result.Weights.ToArray().Sum(), 1e-12);
        Assert.Equal(result.Labels, result.Model.Assign(matrix));
    }

    [Fact]
    public void Fit_AsManyComponentsAsRows_GivesEachItsOwn()
    {
        var matrix = Matrices.OneColumn(0, 10, 20, 30, 45);
        foreach (var shape in s_shapes)
        {
            Assert.Equal([1, 1, 1, 1, 1], Fit(matrix, 5, shape).Sizes);
        }
    }

    [Fact]
    public void Fit_ConstantColumn_ChangesNothing()
    {
        var plain = Matrices.Clouds(500, 1, 3);
        var widened = new FeatureMatrix(500, 2, [.. plain.Cells, .. Enumerable.Repeat(0.1, 500)]);

        Assert.Equal(Fit(plain, 3).Labels, Fit(widened, 3).Labels);
    }

    [Fact]
    public void Fit_EqualRowsAndColumns_StayFinite()
    {
        var same = Fit(Matrices.Of([[3, 3], [3, 3]]), 1);
        var twice = Fit(Matrices.Of([[0, 0], [1, 1], [1, 1], [5, 5], [6, 6]]), 2);

        Assert.True(double.IsFinite(same.LogLikelihood) && double.IsFinite(twice.LogLikelihood));
        Assert.Equal([0, 0, 0, 1, 1], twice.Labels);
    }

    [Fact]
    public void Fit_OtherUnits_FindsTheSameClusters()
    {
        var matrix = Matrices.Clouds(400, 2, 3, side: 8);
        var scaled = new FeatureMatrix(400, 2, [.. matrix.Column(0), .. matrix.Column(1).ToArray().Select(cell => cell * 1024)]);
        byte[] start = [.. Enumerable.Range(0, 400).Select(row => (byte)(matrix[row, 0] > 4 ? 1 : 0))];
        var options = new GaussianMixtureOptions { ClusterCount = 2 };

        Assert.Equal(GaussianMixture.FitFrom(matrix, start, options).Labels, GaussianMixture.FitFrom(scaled, start, options).Labels);
    }

    [Fact]
    public void FitFrom_Weights_CountLikeRepeatedRows()
    {
        double[][] rows = [[0, 1], [1, 3], [2, 0], [9, 7], [7, 8], [8, 5], [4, 4]];
        double[] weights = [2, 1, 3, 1, 2, 1, 2];
        byte[] start = [0, 0, 0, 1, 1, 1, 1];
        int[] repeats = [.. Enumerable.Range(0, 7).SelectMany(row => Enumerable.Repeat(row, (int)weights[row]))];
        foreach (var shape in s_shapes)
        {
            var options = new GaussianMixtureOptions { ClusterCount = 2, Shape = shape };
            var weighted = GaussianMixture.FitFrom(Matrices.Of(rows, weights), start, options);
            var repeated = GaussianMixture.FitFrom(
                Matrices.Of([.. repeats.Select(row => rows[row])]), [.. repeats.Select(row => start[row])], options);

            Assert.Equal(repeated.LogLikelihood, weighted.LogLikelihood, 1e-9);
            Assert.Equal(repeated.Bic, weighted.Bic, 1e-9);
            AssertNear(repeated.Covariances, weighted.Covariances, 1e-9);
        }
    }

    [Fact]
    public void FitFrom_AnySmallMatrix_LikelihoodNeverFalls() =>
        Prop.ForAll(MatrixGenerators.Quarters(), Gen.Elements(s_shapes).ToArbitrary(), (matrix, shape) =>
        {
            var clusters = Math.Min(3, DistinctRows.Count(matrix, 3));
            byte[] start = [.. Enumerable.Range(0, matrix.Rows).Select(row => (byte)(row % clusters))];
            var estimation = new Estimation(
                matrix, new GaussianMixtureOptions { ClusterCount = clusters, Shape = shape, MaxIterations = 1 });
            var rest = estimation.RunFrom(start, default);
            for (var iteration = 0; iteration < 15; iteration++)
            {
                var next = estimation.Run(rest.Components, default);

                // What is added to the variances is not part of what is maximised, and can cost a little.
                Assert.True(next.Bound >= rest.Bound - 1e-3, $"{shape} {rest.Bound} {next.Bound}");
                rest = next;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnySmallMatrix_LabelsAreTheModelsAndSharesSumToOne() =>
        Prop.ForAll(MatrixGenerators.Quarters(), Gen.Elements(s_shapes).ToArbitrary(), (matrix, shape) =>
        {
            var clusters = Math.Min(4, DistinctRows.Count(matrix, 4));
            var result = GaussianMixture.Fit(matrix, new GaussianMixtureOptions { ClusterCount = clusters, Shape = shape, Restarts = 2 });
            var shares = result.Model.Responsibilities(matrix);

            Assert.True(double.IsFinite(result.LogLikelihood));
            Assert.All(result.Sizes, size => Assert.True(size > 0));
            for (var row = 0; row < matrix.Rows; row++)
            {
                float[] own = [.. Enumerable.Range(0, result.ClusterCount).Select(component => shares[(component * matrix.Rows) + row])];
                Assert.Equal(1, own.Sum(), 1e-5);
                Assert.Equal(own.Max(), own[result.Labels[row]], 1e-5);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBits()
    {
        // More chunks than are summed up at once.
        var matrix = Matrices.Clouds(45_001, 3, 4, side: 5, weighted: true);
        var results = s_threads.Select(threads => GaussianMixture.Fit(
            matrix, new GaussianMixtureOptions { ClusterCount = 4, Restarts = 1, MaxIterations = 10, Threads = threads },
            TestContext.Current.CancellationToken)).ToArray();

        Assert.All(results, result => Assert.Equal(results[0].Labels, result.Labels));
        Assert.All(results, result => Assert.Equal(results[0].LogLikelihood, result.LogLikelihood));
        Assert.All(results, result => Assert.Equal(results[0].Covariances.ToArray(), result.Covariances.ToArray()));
        Assert.Equal(results[0].Model.Responsibilities(matrix, 1), results[0].Model.Responsibilities(matrix, 16));
    }

    [Fact]
    public void Fit_BadChoices_Throw()
    {
        var matrix = Matrices.Clouds(300, 2, 2);
        GaussianMixtureOptions[] bad =
        [
            new() { ClusterCount = 0 }, new() { ClusterCount = GaussianMixtureOptions.MaxClusters + 1 },
            new() { ClusterCount = 2, Restarts = 0 },
            new() { ClusterCount = 2, MaxIterations = 0 }, new() { ClusterCount = 2, Threads = -1 },
            new() { ClusterCount = 2, Tolerance = -1 },
            new() { ClusterCount = 2, Regularisation = 0 }, new() { ClusterCount = 2, Regularisation = 2 },
            new() { ClusterCount = 2, Shape = (CovarianceShape)9 },
        ];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(matrix, options)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(Matrices.OneColumn(1, 1, 2), 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(new FeatureMatrix(0, 2, []), 1));
        Assert.Throws<ArgumentException>(() => GaussianMixture.FitFrom(matrix, [0, 1], new GaussianMixtureOptions { ClusterCount = 2 }));
        Assert.Throws<ArgumentException>(() => Fit(matrix, 2).Model.Responsibilities(Matrices.OneColumn(1)));
        Assert.ThrowsAny<OperationCanceledException>(
            () => GaussianMixture.Fit(matrix, new GaussianMixtureOptions { ClusterCount = 3 }, new CancellationToken(canceled: true)));
    }

    private static void AssertNear(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], tolerance);
        }
    }

    private static void AssertNear(double[] expected, float[] actual, double tolerance) =>
        AssertNear(expected, Array.ConvertAll(actual, number => (double)number), tolerance);

    private static GaussianMixtureResult Fit(FeatureMatrix matrix, int clusters, CovarianceShape shape = CovarianceShape.Full) =>
        GaussianMixture.Fit(
        matrix, new GaussianMixtureOptions { ClusterCount = clusters, Shape = shape }, TestContext.Current.CancellationToken);
}

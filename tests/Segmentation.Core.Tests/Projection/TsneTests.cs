using Segmentation.Core.Numerics;
using Segmentation.Core.Projection;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Projection;

public class TsneTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public void Affinities_AreThoseOfTheDefinition_WhereAllRowsAreNeighbours()
    {
        var matrix = Matrices.Clouds(22, 3, 2, side: 3);

        // Three times the perplexity, and one more, are all other rows.
        var found = Affinities.Of(matrix, 7, threads: 1, s_token);

        var expected = NaiveTsne.Shares(matrix, 7);
        var share = Dense(found);
        Assert.All(from i in Enumerable.Range(0, 22) from j in Enumerable.Range(0, 22) select (i, j), pair =>
            Assert.Equal(expected[pair.i, pair.j], share(pair.i, pair.j), 1e-9));
        Assert.Equal(1, Enumerable.Range(0, 22).Sum(row => found.Shares(row).ToArray().Sum()), 1e-12);
    }

    [Fact]
    public void Affinities_OfRowsThatAreAlike_AreEqual()
    {
        var found = Affinities.Of(Matrices.OneColumn(Enumerable.Repeat(3.0, 40).ToArray()), 5, threads: 1, s_token);

        Assert.All(Enumerable.Range(0, 40), row => Assert.All(found.Shares(row).ToArray(), share => Assert.InRange(share, 1e-6, 1)));
    }

    [Fact]
    public void Affinities_OfHugeOrTinyNumbers_AreThoseOfOrdinaryOnes()
    {
        var matrix = Matrices.Clouds(30, 2, 2);
        var ordinary = Dense(Affinities.Of(matrix, 5, threads: 1, s_token));

        foreach (var unit in (double[])[1e-120, 1e120])
        {
            var scaled = Dense(Affinities.Of(new FeatureMatrix(30, 2, [.. matrix.Cells.ToArray().Select(cell => cell * unit)]), 5, threads: 1, s_token));
            Assert.All(Enumerable.Range(1, 29), other => Assert.Equal(ordinary(0, other), scaled(0, other), 1e-9));
        }
    }

    [Theory]
    [InlineData(0, 1e-12)]
    [InlineData(0.5, 0.02)]
    public void Forces_AreThoseOfAllPairs(double angle, double tolerance)
    {
        var matrix = Matrices.Clouds(150, 3, 4);
        var affinities = Affinities.Of(matrix, 10, threads: 1, s_token);
        var random = new SeededRandom(5);
        double[] x = [.. Enumerable.Range(0, 150).Select(_ => 20 * random.NextNormal())];
        double[] y = [.. Enumerable.Range(0, 150).Select(_ => 20 * random.NextNormal())];
        // Two points in one place.
        (x[7], y[7]) = (x[8], y[8]);
        var forces = new TsneForces(affinities, angle, threads: 2);

        forces.Compute(x, y, 1, s_token);

        var (slopeX, slopeY) = NaiveTsne.Slopes(Dense(affinities), x, y);
        var length = Math.Sqrt(slopeX.Concat(slopeY).Sum(slope => slope * slope));
        var off = Math.Sqrt(forces.X.Concat(forces.Y).Zip(slopeX.Concat(slopeY)).Sum(pair => Math.Pow(pair.First - pair.Second, 2)));
        Assert.InRange(off / length, 0, tolerance);
        Assert.Equal(NaiveTsne.Divergence(Dense(affinities), x, y), forces.Divergence(x, y, s_token), Math.Max(1e-9, tolerance));
    }

    [Fact]
    public void Forces_ArePullsWithoutAnyAngle_WhereTwoRowsAreAlone()
    {
        var tree = new CellTree(2);
        tree.Build([0, 3], [0, 4]);

        var (sum, x, y) = tree.Push(0, 0, 0);

        // q = 1 of itself and 1/26 of the other, which is (3, 4) away.
        Assert.Equal(1 + (1 / 26.0), sum, 1e-15);
        Assert.Equal(-3 / 676.0, x, 1e-15);
        Assert.Equal(-4 / 676.0, y, 1e-15);
    }

    // scikit-learn 1.2.1, TSNE(init="pca", learning_rate="auto"), 1000 iterations: see scikit_learn_reference.py.
    [Theory]
    [InlineData(30, 0.8454577326774597)]
    [InlineData(10, 1.0537757873535156)]
    public void Fit_Clouds_KeepsNeighboursAsWellAsScikitLearn(double perplexity, double divergence)
    {
        var result = Tsne.Fit(FormulaClouds.Make(600, 6, 5, 8), new TsneOptions { Perplexity = perplexity }, null, s_token);

        Assert.InRange(result.Divergence, 0.5 * divergence, 1.03 * divergence);
    }

    [Fact]
    public void Fit_Mall_KeepsNeighboursAsWellAsScikitLearn() =>
        Assert.InRange(Tsne.Fit(Matrices.Standardised(Matrices.MallWithAge()), new TsneOptions(), null, s_token).Divergence, 0.1, 1.03 * 0.2079218626022339);

    [Fact]
    public void Fit_IsTheSameEveryTimeOnAnyNumberOfThreads_AndAnotherWithAnotherSeed()
    {
        var matrix = Matrices.Clouds(700, 4, 3);
        FeatureMatrix Of(int threads, int seed) => Tsne.Fit(matrix, new TsneOptions { Iterations = 60, Threads = threads, Seed = seed }, null, s_token).Coordinates;

        var one = Of(1, 1);

        Assert.True(one.Cells.SequenceEqual(Of(2, 1).Cells));
        Assert.True(one.Cells.SequenceEqual(Of(5, 1).Cells));
        Assert.False(one.Cells.SequenceEqual(Of(1, 2).Cells));
    }

    [Fact]
    public void Fit_SeparateClouds_StaySeparate()
    {
        var matrix = FormulaClouds.Make(120, 3, 3, 200);

        var places = Tsne.Fit(matrix, new TsneOptions { Perplexity = 10 }, null, s_token).Coordinates;

        double Square(int i, int j) => Math.Pow(places[i, 0] - places[j, 0], 2) + Math.Pow(places[i, 1] - places[j, 1], 2);
        // Row i is of cloud i % 3.
        Assert.All(Enumerable.Range(0, 120), row => Assert.Equal(
            row % 3, Enumerable.Range(0, 120).Where(other => other != row).MinBy(other => Square(row, other)) % 3));
    }

    public static TheoryData<FeatureMatrix> Odd =>
    [
        Matrices.Of([[1, 2]]),
        Matrices.Of([[1, 2], [3, 4]]),
        Matrices.Of([[1], [2], [3], [4], [5]]),
        Matrices.Of([.. Enumerable.Repeat(new double[] { 7, 7 }, 50)]),
        Matrices.Of([.. Enumerable.Range(0, 60).Select(row => new double[] { row % 2 })]),
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Fit_OddRows_StayFinite(FeatureMatrix matrix)
    {
        var result = Tsne.Fit(matrix, new TsneOptions(), null, s_token);

        Assert.Equal((matrix.Rows, 2), (result.Coordinates.Rows, result.Coordinates.Columns));
        Assert.All(result.Coordinates.Cells.ToArray(), place => Assert.True(double.IsFinite(place)));
        Assert.True(double.IsFinite(result.Divergence));
    }

    [Fact]
    public void Fit_TellsHowFarItIs_AndStopsWhenAsked()
    {
        using var cancel = new CancellationTokenSource();
        var reports = new Reports<double>(share => { if (share >= 0.25) { cancel.Cancel(); } });

        Assert.ThrowsAny<OperationCanceledException>(() => Tsne.Fit(Matrices.Clouds(50, 2, 2), new TsneOptions { Iterations = 100 }, reports, cancel.Token));
        Assert.Equal(0.25, reports.All[^1], 1e-12);
    }

    [Fact]
    public void Fit_BeyondTheLimits_Throws()
    {
        var matrix = Matrices.Clouds(10, 2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => Tsne.Fit(matrix, new TsneOptions { Perplexity = 1 }, null, s_token));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tsne.Fit(matrix, new TsneOptions { Angle = 0.8 }, null, s_token));
        Assert.Throws<ArgumentException>(() => Tsne.Fit(new FeatureMatrix(0, 2, []), new TsneOptions(), null, s_token));
    }

    private static Func<int, int, double> Dense(Affinities affinities)
    {
        var shares = new double[affinities.Rows, affinities.Rows];
        for (var row = 0; row < affinities.Rows; row++)
        {
            for (var i = 0; i < affinities.Others(row).Length; i++)
            {
                shares[row, affinities.Others(row)[i]] = affinities.Shares(row)[i];
            }
        }

        return (i, j) => shares[i, j];
    }
}

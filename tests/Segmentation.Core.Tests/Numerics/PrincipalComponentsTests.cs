using Segmentation.Core.Numerics;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class PrincipalComponentsTests
{
    // Mall customers' age, income and score on correlations, recomputed from the definition.
    [Fact]
    public void Fit_MallOnCorrelations_ExplainsThePublishedRatios()
    {
        double[] published = [0.442662, 0.333084, 0.224255];

        var components = PrincipalComponents.Fit(Matrices.MallWithAge(), standardise: true, TestContext.Current.CancellationToken);

        Assert.All(published.Zip(components.ExplainedRatios), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Fit_RowsOnADiagonal_FindsItWithAPositiveSign()
    {
        var components = PrincipalComponents.Fit(Matrices.Of([[0, 0], [3, -6], [-1, 2]]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(1, components.ExplainedRatios[0], 1e-12);
        Assert.Equal(-1 / Math.Sqrt(5), components.Loadings(0)[0], 1e-12);
        Assert.Equal(2 / Math.Sqrt(5), components.Loadings(0)[1], 1e-12);
    }

    [Fact]
    public void Scores_AllComponents_KeepDistancesAndAreUncorrelated()
    {
        var matrix = Matrices.Clouds(300, 4, 3);
        var components = PrincipalComponents.Fit(matrix, cancellationToken: TestContext.Current.CancellationToken);
        int[] rows = [.. Enumerable.Range(0, 300)];

        var scores = components.Scores(matrix, rows, 4);

        Assert.Equal(SquaredDistance(matrix, 5, 250), SquaredDistance(scores, 5, 250), 1e-9);
        Assert.All(Enumerable.Range(1, 3), other => Assert.Equal(0, rows.Sum(row => scores[row, 0] * scores[row, other]) / 300, 1e-9));
        var variance = rows.Sum(row => scores[row, 1] * scores[row, 1]) / 300;
        Assert.Equal(components.ExplainedRatios[1], variance / Moments.MeanVariance(matrix) / 4, 1e-12);
    }

    [Fact]
    public void Scores_ChosenRows_AreThoseOfTheRows()
    {
        var matrix = Matrices.Clouds(50, 3, 2);
        var components = PrincipalComponents.Fit(matrix, standardise: true, TestContext.Current.CancellationToken);
        var all = components.Scores(matrix, [.. Enumerable.Range(0, 50)], 2);

        var chosen = components.Scores(matrix, [7, 3], 2);

        Assert.Equal([all[7, 0], all[3, 0], all[7, 1], all[3, 1]], chosen.Cells.ToArray());
    }

    [Fact]
    public void Fit_Weights_CountLikeRepeatedRows()
    {
        var weighted = PrincipalComponents.Fit(Matrices.Of([[0, 1], [2, 2], [5, 3]], [1, 3, 2]), standardise: true, TestContext.Current.CancellationToken);
        var repeated = PrincipalComponents.Fit(
            Matrices.Of([[0, 1], [2, 2], [2, 2], [2, 2], [5, 3], [5, 3]]), standardise: true, TestContext.Current.CancellationToken);

        Assert.Equal(repeated.ExplainedRatios[0], weighted.ExplainedRatios[0], 1e-12);
        Assert.Equal(repeated.Loadings(0)[0], weighted.Loadings(0)[0], 1e-12);
    }

    [Fact]
    public void Fit_ConstantColumn_LoadsOnNothingThatVaries()
    {
        double[] wave = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];
        var matrix = new FeatureMatrix(100, 2, [.. Enumerable.Repeat(0.1, 100), .. wave]);

        var components = PrincipalComponents.Fit(matrix, standardise: true, TestContext.Current.CancellationToken);

        Assert.Equal([1, 0], components.ExplainedRatios.Select(ratio => Math.Round(ratio, 12)));
        Assert.Equal(1, components.Loadings(0)[1], 1e-12);
    }

    [Fact]
    public void Fit_NothingVaries_ExplainsNothing() =>
        Assert.Equal([0, 0], PrincipalComponents.Fit(Matrices.Of([[1, 2], [1, 2]]), cancellationToken: TestContext.Current.CancellationToken).ExplainedRatios);

    [Fact]
    public void Fit_NoRows_Throws() =>
        Assert.Throws<ArgumentException>(() => PrincipalComponents.Fit(new FeatureMatrix(0, 2, []), cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void Scores_MoreComponentsThanColumns_Throws()
    {
        var matrix = Matrices.OneColumn(1, 2);
        var components = PrincipalComponents.Fit(matrix, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Throws<ArgumentOutOfRangeException>(() => components.Scores(matrix, [0], 2));
        Assert.Throws<ArgumentException>(() => components.Scores(Matrices.Of([[1, 2]]), [0], 1));
    }

    private static double SquaredDistance(FeatureMatrix matrix, int left, int right) =>
        Enumerable.Range(0, matrix.Columns).Sum(column => Math.Pow(matrix[left, column] - matrix[right, column], 2));
}

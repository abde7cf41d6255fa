using Segmentation.Core.Numerics;
using Segmentation.Core.Projection;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Projection;

public class ClassicalMdsTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public void Fit_Euclidean_AreTheFirstTwoComponentsUpToSign()
    {
        var matrix = Matrices.Clouds(200, 5, 4);

        var plane = ClassicalMds.Fit(matrix, cancellationToken: s_token);

        var scores = PrincipalComponents.Fit(matrix, cancellationToken: s_token).Scores(matrix, 2, cancellationToken: s_token);
        foreach (var axis in (int[])[0, 1])
        {
            var sign = Math.Sign(scores[0, axis] * plane[0, axis]);
            Assert.All(Enumerable.Range(0, 200), row => Assert.Equal(sign * scores[row, axis], plane[row, axis], 1e-8));
            Assert.True(plane.Column(axis).ToArray().MaxBy(Math.Abs) > 0);
        }
    }

    [Fact]
    public void Fit_ASquare_KeepsItsDistances()
    {
        // Both axes stretch alike: no direction is the first one.
        var plane = ClassicalMds.Fit(Matrices.Of([[0, 0], [0, 1], [1, 0], [1, 1]]), cancellationToken: s_token);

        Assert.Equal(1, Distance(plane, 0, 1), 1e-9);
        Assert.Equal(1, Distance(plane, 0, 2), 1e-9);
        Assert.Equal(Math.Sqrt(2), Distance(plane, 0, 3), 1e-9);
    }

    [Fact]
    public void Fit_CityBlocksOfThreeRows_KeepsThem()
    {
        // Three distances always fit into the plane: 2, 5 and 5.
        var plane = ClassicalMds.Fit(Matrices.Of([[0, 0], [1, 1], [4, -1]]), MdsDistance.CityBlock, cancellationToken: s_token);

        Assert.Equal(2, Distance(plane, 0, 1), 1e-9);
        Assert.Equal(5, Distance(plane, 0, 2), 1e-9);
        Assert.Equal(5, Distance(plane, 1, 2), 1e-9);
    }

    public static TheoryData<FeatureMatrix> Odd =>
    [
        Matrices.Of([[1, 2]]),
        Matrices.Of([[1, 2], [3, 4]]),
        Matrices.Of([.. Enumerable.Repeat(new double[] { 7, 7 }, 20)]),
        Matrices.OneColumn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Fit_OddRows_StayFinite(FeatureMatrix matrix)
    {
        var plane = ClassicalMds.Fit(matrix, MdsDistance.CityBlock, cancellationToken: s_token);

        Assert.Equal((matrix.Rows, 2), (plane.Rows, plane.Columns));
        Assert.All(plane.Cells.ToArray(), place => Assert.True(double.IsFinite(place)));
    }

    [Fact]
    public void Fit_RowsOnALine_StayOnIt()
    {
        var plane = ClassicalMds.Fit(Matrices.OneColumn(1, 2, 4, 8), MdsDistance.CityBlock, cancellationToken: s_token);

        Assert.All(Enumerable.Range(1, 3), row => Assert.Equal(Math.Pow(2, row) - 1, Distance(plane, 0, row), 1e-9));
        Assert.All(plane.Column(1).ToArray(), place => Assert.Equal(0, place, 1e-6));
    }

    [Fact]
    public void Fit_Cancelled_Throws() => Assert.Throws<OperationCanceledException>(() =>
        ClassicalMds.Fit(Matrices.Clouds(20, 2, 2), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void View_OfMoreRowsThanItHolds_NamesTheRowsThatWereDrawn()
    {
        var matrix = Matrices.Clouds(RowView.MaxMdsRows + 500, 2, 3);

        var view = RowView.Of(matrix, ViewKind.Mds, seed: 4, threads: 1, cancellationToken: s_token);

        Assert.Equal(RowView.MaxMdsRows, view.Rows.Length);
        Assert.Equal(view.Rows.Distinct().Order(), view.Rows);
        Assert.Equal(RowView.MaxMdsRows, view.Coordinates.Rows);
        Assert.Equal(view.Coordinates.Cells.ToArray(), RowView.Of(matrix, ViewKind.Mds, seed: 4, threads: 2, cancellationToken: s_token).Coordinates.Cells.ToArray());
    }

    private static double Distance(FeatureMatrix plane, int i, int j) =>
        Math.Sqrt(Math.Pow(plane[i, 0] - plane[j, 0], 2) + Math.Pow(plane[i, 1] - plane[j, 1], 2));
}

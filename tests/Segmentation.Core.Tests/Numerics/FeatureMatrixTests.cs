using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class FeatureMatrixTests
{
    private static readonly FeatureMatrix s_matrix = new(3, 2, [1, 2, 3, 10, 20, 30], [0.5, 1, 2]);

    [Fact]
    public void Indexer_ColumnMajorCells_FindsRowAndColumn()
    {
        Assert.Equal(20, s_matrix[1, 1]);
        Assert.Equal([10, 20, 30], s_matrix.Column(1).ToArray());
    }

    [Fact]
    public void Take_ChosenRows_KeepOrderAndWeights()
    {
        var taken = s_matrix.Take([2, 0]);

        Assert.Equal([3, 1, 30, 10], taken.Cells.ToArray());
        Assert.Equal([2, 0.5], taken.Weights.ToArray());
    }

    [Fact]
    public void Constructor_LengthsThatDoNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => new FeatureMatrix(2, 2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new FeatureMatrix(2, 1, [1, 2], [1]));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Constructor_WeightThatIsNone_Throws(double weight) => Assert.StartsWith(
        $"Row 1 weighs {weight}", Assert.Throws<ArgumentException>(() => new FeatureMatrix(2, 1, [1, 2], [0, weight])).Message, StringComparison.Ordinal);

    [Fact]
    public void ThrowIfUnfit_LargestCellAndNone_AreFit()
    {
        new FeatureMatrix(2, 1, [FeatureMatrix.LargestCell, -FeatureMatrix.LargestCell]).ThrowIfUnfit();
        new FeatureMatrix(0, 2, []).ThrowIfUnfit();
        Assert.Throws<ArgumentException>(() => new FeatureMatrix(2, 1, [1, double.NegativeInfinity]).Take([1]).ThrowIfUnfit());
    }
}

using Segmentation.Core.Numerics;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class DistinctRowsTests
{
    [Fact]
    public void Count_RepeatedRows_CountOnce() =>
        Assert.Equal(3, DistinctRows.Count(Matrices.Of([[1, 2], [2, 1], [1, 2], [1, 1]]), 10));

    [Fact]
    public void Count_MoreThanTheLimit_StopsThere() =>
        Assert.Equal(2, DistinctRows.Count(Matrices.OneColumn(1, 2, 3, 4), 2));

    [Fact]
    public void Count_NegativeZero_EqualsZero() =>
        Assert.Equal(1, DistinctRows.Count(Matrices.OneColumn(0.0, -0.0), 10));

    [Fact]
    public void Count_RowsOfWeightZero_DoNotCount() =>
        Assert.Equal(1, DistinctRows.Count(new FeatureMatrix(3, 1, [1, 2, 1], [1, 0, 2]), 5));
}

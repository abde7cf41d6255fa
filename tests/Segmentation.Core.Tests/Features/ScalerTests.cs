using Segmentation.Core.Features;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class ScalerTests
{
    // 1, 2, 3, 4, 10: mean 4, squares 9 + 4 + 1 + 0 + 36 = 50, so the population variance is 10.
    // Type-7 quartiles are 2 and 4, the median 3.
    [Theory]
    [InlineData(Scaling.Standard, 4, 3.1622776601683795)]
    [InlineData(Scaling.Robust, 3, 2)]
    [InlineData(Scaling.MinMax, 1, 9)]
    [InlineData(Scaling.None, 0, 1)]
    public void Fit_FiveNumbers_MatchesTheHand(Scaling scaling, double center, double scale)
    {
        var fit = Scaler.Fit([1, 2, 3, 4, 10], scaling);

        Assert.Equal(center, fit.Center, precision: 12);
        Assert.Equal(scale, fit.Scale, precision: 12);
    }

    [Theory]
    [InlineData(Scaling.Standard)]
    [InlineData(Scaling.Robust)]
    [InlineData(Scaling.MinMax)]
    [InlineData(Scaling.None)]
    public void Fit_AllAlike_HasNoScale(Scaling scaling) => Assert.Equal(0, Scaler.Fit([0.1, 0.1, 0.1], scaling).Scale);

    [Fact]
    public void Fit_RobustWithoutInterquartileRange_FallsBackToTheStandardDeviation()
    {
        // Nine zeros and a ten: mean 1, squares 9 x 1 + 81 = 90, variance 9.
        var fit = Scaler.Fit([0, 0, 0, 0, 0, 0, 0, 0, 0, 10], Scaling.Robust);

        Assert.Equal(0, fit.Center);
        Assert.Equal(3, fit.Scale, precision: 12);
    }

    [Fact]
    public void Fit_LargeCommonOffset_KeepsTheDigitsOfTheSpread()
    {
        // 0, 1, 2 have a population variance of 2/3.
        var fit = Scaler.Fit([1e12, 1e12 + 1, 1e12 + 2], Scaling.Standard);

        Assert.Equal(1e12 + 1, fit.Center);
        Assert.Equal(Math.Sqrt(2.0 / 3), fit.Scale, precision: 12);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class RoundNumberTests
{
    [Theory]
    [InlineData(69.5, 70, 70)]
    [InlineData(55.1, 61, 60)]
    [InlineData(41, 99, 70)]
    [InlineData(-3, 8, 0)]
    [InlineData(-61, -55.1, -60)]
    [InlineData(48213.3, 48390.1, 48300)]
    [InlineData(0.12345, 0.12399, 0.1237)]
    [InlineData(9.5, 10.5, 10)]
    [InlineData(7, 7, 7)]
    [InlineData(1e-7, 3e-7, 2e-7)]
    [InlineData(1e30, 1e30, 1e30)]
    public void Within_Interval_GivesTheShortestNumberNearestToTheMiddle(double low, double high, double expected) =>
        Assert.Equal(expected, RoundNumber.Within(low, high));

    [Fact]
    public void Within_AnyInterval_StaysInside() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(NormalFloat, NormalFloat)>(), pair =>
        {
            var (low, high) = (Math.Min(pair.Item1.Get, pair.Item2.Get), Math.Max(pair.Item1.Get, pair.Item2.Get));
            Assert.InRange(RoundNumber.Within(low, high), low, high);
        }).QuickCheckThrowOnFailure();
}

using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class LevelCodesTests
{
    [Fact]
    public void Of_AFewNumbers_AreCodedByHand()
    {
        double[] values = [3, double.NaN, -1, 3, 0.0, -0.0, double.MaxValue, double.MinValue, double.Epsilon];
        foreach (var (codes, levels) in new[] { LevelCodes.Of(values), LevelCodes.BySorting(values) })
        {
            Assert.Equal([double.MinValue, -1, 0, double.Epsilon, 3, double.MaxValue], levels);
            Assert.Equal([4, -1, 1, 4, 2, 2, 5, 0, 3], codes);
            Assert.False(double.IsNegative(levels[2]));
        }
    }

    [Fact]
    public void Of_NothingAtAll_IsEmpty()
    {
        Assert.Empty(LevelCodes.Of([]).Levels);
        Assert.Empty(LevelCodes.BySorting([double.NaN]).Levels);
        Assert.Equal([-1, -1], LevelCodes.Of([double.NaN, double.NaN]).Codes);
    }

    [Fact]
    public void Of_AnyNumbers_EqualsASort() => Prop.ForAll<double[]>(numbers =>
    {
        var values = numbers.Select(value => double.IsInfinity(value) ? 1 : value).ToArray();
        foreach (var (codes, levels) in new[] { LevelCodes.Of(values), LevelCodes.BySorting(values) })
        {
            Assert.Equal(values.Where(value => !double.IsNaN(value)).Distinct().Order(), levels);
            Assert.All(values.Index(), entry => Assert.Equal(double.IsNaN(entry.Item) ? -1 : Array.IndexOf(levels, entry.Item), codes[entry.Index]));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_ManyDistinctNumbers_FallsBackToTheSort()
    {
        double[] values = [.. Enumerable.Range(0, FewLevels.Most + 1).Select(row => Math.Sin(row))];

        Assert.Null(FewLevels.TryFind(values));
        Assert.NotNull(FewLevels.TryFind(values.AsSpan(1)));
        Assert.Equal(values.Order(), LevelCodes.Of(values).Levels);
    }
}

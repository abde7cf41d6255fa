using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class OrderedSumsTests
{
    private static readonly double[] s_numbers = Draw(1, 1200);
    private static readonly double[] s_others = Draw(2, 1200);

    [Fact]
    public void Sums_EachLength_AreTheNaiveOnes()
    {
        for (var length = 0; length <= 70; length++)
        {
            var (left, right) = (s_numbers[..length], s_others[..length]);

            Assert.Equal(left.Sum(), OrderedSums.Sum(left), 1e-12);
            Assert.Equal(left.Zip(right, (x, y) => x * y).Sum(), OrderedSums.Dot(left, right), 1e-12);
            Assert.Equal(Math.Sqrt(left.Zip(right, (x, y) => (x - y) * (x - y)).Sum()), OrderedSums.Distance(left, right), 1e-12);
            Assert.Equal(Math.Sqrt(left.Sum(x => x * x)), OrderedSums.Norm(left), 1e-12);
        }
    }

    [Fact]
    public void Sums_WhereverTheNumbersLie_HaveTheSameBits()
    {
        for (var place = 0; place < 16; place++)
        {
            var moved = new double[1200];
            s_numbers.AsSpan(0, 1000).CopyTo(moved.AsSpan(place));

            Assert.Equal(OrderedSums.Sum(s_numbers.AsSpan(0, 1000)), OrderedSums.Sum(moved.AsSpan(place, 1000)));
            Assert.Equal(OrderedSums.Dot(s_numbers.AsSpan(0, 1000), s_others), OrderedSums.Dot(moved.AsSpan(place, 1000), s_others));
            Assert.Equal(OrderedSums.Distance(s_numbers.AsSpan(0, 1000), s_others), OrderedSums.Distance(moved.AsSpan(place, 1000), s_others));
        }
    }

    private static double[] Draw(int seed, int count)
    {
        var random = new SeededRandom(seed, 0);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }
}

using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class SeededRandomTests
{
    // Recomputed in another language from the published definitions of xoshiro256** and SplitMix64.
    [Theory]
    [InlineData(0, new ulong[] { 0xBCECF42D1FA1DCE3, 0xDBDBEDC5BC414BA8, 0x9A826C52BAF38546 })]
    [InlineData(1, new ulong[] { 0x22E65890AAED82DC, 0x89B053BE299BD377, 0x5E8D257FE6DC7DA7 })]
    public void NextBits_SeedOne_GivesThePublishedSequence(int stream, ulong[] expected)
    {
        var random = new SeededRandom(1, stream);

        Assert.Equal(expected, Enumerable.Range(0, 3).Select(_ => random.NextBits()));
    }

    [Fact]
    public void Next_SmallBound_GivesEveryNumberAboutEquallyOften()
    {
        var random = new SeededRandom(5);
        var counts = new int[6];
        for (var i = 0; i < 6000; i++)
        {
            counts[random.Next(6)]++;
        }

        // Five standard deviations of a binomial count.
        Assert.All(counts, count => Assert.InRange(count, 1000 - 145, 1000 + 145));
    }

    [Fact]
    public void NextNormal_ManyDraws_HaveMeanZeroAndVarianceOne()
    {
        var random = new SeededRandom(5);
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];

        Assert.Equal(0, draws.Average(), 0.04);
        Assert.Equal(1, draws.Average(draw => draw * draw), 0.06);
    }
}

using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Frame;

public class MissingMaskTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public void Of_ValuesOfAnyLength_MarksTheMissingOnes(int length)
    {
        var random = new SeededRandom(length);
        var values = Enumerable.Range(0, length).Select(_ => random.Next(3) == 0 ? double.NaN : random.NextDouble()).ToArray();
        int[] codes = [.. values.Select(value => double.IsNaN(value) ? -1 : 7)];
        var expected = values.Select(double.IsNaN).ToArray();

        Assert.All([MissingMask.OfNaN(values), MissingMask.Of<int>(codes, -1)], mask =>
        {
            Assert.Equal(expected, Enumerable.Range(0, length).Select(row => mask[row]));
            Assert.Equal(expected.Count(isMissing => isMissing), mask.Count);
        });
    }
}

using Segmentation.Core.Numerics;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ScatterSampleTests
{
    [Fact]
    public void Draw_NoMoreRowsThanAllowed_TakesAll() => Assert.Equal([0, 1, 2], ScatterSample.Draw(Plane(3), 3));

    [Fact]
    public void Draw_TooMany_TakesThatManyDifferentRowsAscending()
    {
        var drawn = ScatterSample.Draw(Plane(1_000), 100);

        Assert.Equal(100, drawn.Length);
        Assert.Equal(drawn.Distinct().Order(), drawn);
    }

    [Fact]
    public void Draw_TwoCloudsFarApart_KeepsTheirShares()
    {
        // Nine tenths near the origin, one tenth far away.
        var random = new SeededRandom(3);
        var cells = new double[2_000];
        for (var row = 0; row < 1_000; row++)
        {
            var offset = row % 10 == 0 ? 100 : 0;
            (cells[row], cells[1_000 + row]) = (offset + random.NextDouble(), offset + random.NextDouble());
        }

        var drawn = ScatterSample.Draw(new FeatureMatrix(1_000, 2, cells), 200);

        Assert.InRange(drawn.Count(row => row % 10 == 0), 18, 22);
    }

    [Fact]
    public void Draw_TwoCustomersFarFromThousands_ShowsThem()
    {
        var random = new SeededRandom(4);
        var cells = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble()).ToArray();
        (cells[17], cells[10_017]) = (500, 500);
        (cells[4_321], cells[14_321]) = (900, 100);

        var drawn = ScatterSample.Draw(new FeatureMatrix(10_000, 2, cells), 100);

        Assert.Contains(17, drawn);
        Assert.Contains(4_321, drawn);
    }

    [Fact]
    public void Draw_SamePlane_IsTheSameSample() => Assert.Equal(ScatterSample.Draw(Plane(500), 50), ScatterSample.Draw(Plane(500), 50));

    [Fact]
    public void Draw_OneColumn_Works() => Assert.Equal(10, ScatterSample.Draw(new FeatureMatrix(100, 1, [.. Enumerable.Range(0, 100).Select(i => (double)i)]), 10).Length);

    [Fact]
    public void Draw_AllInOnePlace_Works() => Assert.Equal(10, ScatterSample.Draw(new FeatureMatrix(100, 2, new double[200]), 10).Distinct().Count());

    private static FeatureMatrix Plane(int rows)
    {
        var random = new SeededRandom(1);
        return new FeatureMatrix(rows, 2, [.. Enumerable.Range(0, 2 * rows).Select(_ => random.NextNormal())]);
    }
}

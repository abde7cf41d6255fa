using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class SegmentPlacesTests
{
    [Fact]
    public void Of_SegmentsApart_TheMiddleOfEach()
    {
        var places = SegmentPlaces.Of(new ScatterPoints([0, 2, 10, 12, 1, 11], [0, 2, 8, 10, 1, 9]), [0, 0, 1, 1, 0, 1]);

        Assert.Equal([1f, 1f, 11f, 9f], places);
    }

    [Fact]
    public void Of_RingWithNothingInTheMiddle_IsOnTheRing()
    {
        var angles = Enumerable.Range(0, 200).Select(i => i * MathF.Tau / 200).ToArray();

        var places = SegmentPlaces.Of(new ScatterPoints(Array.ConvertAll(angles, MathF.Cos), Array.ConvertAll(angles, MathF.Sin)), new byte[200]);

        Assert.InRange(float.Hypot(places[0], places[1]), 0.9, 1.0);
    }

    [Fact]
    public void Of_SegmentWithoutAPoint_IsNowhere_AndThoseSetAsideHaveNoNumber()
    {
        var places = SegmentPlaces.Of(new ScatterPoints([0, 1, 2], [0, 1, 2]), [0, 2, ScatterFigure.NoSegment]);

        Assert.Equal([0f, 0f, float.NaN, float.NaN, 1f, 1f], places);
    }

    [Fact]
    public void Of_NumbersThatAreMissing_AreLeftOut() =>
        Assert.Equal([1f, 1f], SegmentPlaces.Of(new ScatterPoints([1, float.NaN, 1], [1, 2, 1]), [0, 0, 0]));

    [Fact]
    public void Of_NoPoints_IsNowhere() => Assert.Empty(SegmentPlaces.Of(new ScatterPoints([], []), []));

    [Fact]
    public void Of_Space_TheMiddleInThreeDimensions() =>
        Assert.Equal([1f, 2f, 3f], SegmentPlaces.Of(new ScatterPoints([0, 2], [1, 3], [2, 4]), [0, 0]));

    // Twenty segments in one cloud, and in clouds that lie upon each other: no number may hide another.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void Of_TwentySegments_NoNumberHidesAnother(int clouds)
    {
        var random = new Random(4);
        var labels = Enumerable.Range(0, 4000).Select(_ => (byte)random.Next(20)).ToArray();
        float Coordinate(int label, int shift) => (label + shift) % clouds + (float)(random.NextDouble() + random.NextDouble());
        var (x, y) = (Array.ConvertAll(labels, label => Coordinate(label, 0)), Array.ConvertAll(labels, label => Coordinate(label, 7) * 100));

        var places = SegmentPlaces.Of(new ScatterPoints(x, y), labels);

        Assert.Equal(40, places.Length);
        var (width, height) = (SegmentPlaces.Width * (x.Max() - x.Min()), SegmentPlaces.Height * (y.Max() - y.Min()));
        for (var one = 0; one < 20; one++)
        {
            Assert.InRange(places[2 * one], x.Min(), x.Max());
            Assert.InRange(places[(2 * one) + 1], y.Min(), y.Max());
            for (var other = 0; other < one; other++)
            {
                Assert.True(
                    Math.Abs(places[2 * one] - places[2 * other]) >= width * 0.999f || Math.Abs(places[(2 * one) + 1] - places[(2 * other) + 1]) >= height * 0.999f,
                    $"Number {one + 1} hides number {other + 1}.");
            }
        }
    }
}

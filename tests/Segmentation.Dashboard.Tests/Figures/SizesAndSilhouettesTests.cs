using Segmentation.Core.Frame;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class SizesAndSilhouettesTests
{
    [Fact]
    public void Sizes_BarsAreMeasuredAgainstTheLargest() => Assert.Equal(
        [new SegmentSize(1, "High score, low income", "6", "67 %", 1), new SegmentSize(2, "Low score, high income", "3", "33 %", 0.5)],
        SizesFigure.Of(Snapshots.Two.Profiles).Segments);

    [Fact]
    public void Silhouettes_OneSegment_HasNone() => Assert.Null(SilhouetteFigure.Of(Snapshots.One.Quality, RowNoun.Customer));

    [Fact]
    public void Silhouettes_Two_HaveMeansAndShapes()
    {
        var figure = SilhouetteFigure.Of(Snapshots.Two.Quality, RowNoun.Customer)!;

        Assert.Equal([1, 2], figure.Segments.Select(segment => segment.Number));
        Assert.All(figure.Segments, segment => Assert.StartsWith("0.9", segment.Mean, StringComparison.Ordinal));
        Assert.All(figure.Segments, segment => Assert.Matches(@"^M0 75(L[\d.]+ [\d.]+)+V75Z$", segment.Path));
        Assert.Equal("Silhouettes of all customers.", figure.Note);
    }
}

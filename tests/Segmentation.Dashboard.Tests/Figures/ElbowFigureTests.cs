using System.Text.Json;
using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ElbowFigureTests
{
    private static readonly int[] s_others = [1, 3, 4];
    private static readonly SegmentationSnapshot s_snapshot = Extended();

    [Fact]
    public void Of_Curve_DrawsInertiaFromOneAndSilhouettesFromTwo()
    {
        var (inertia, silhouette) = Traces(ElbowFigure.Of(s_snapshot.Curve, s_snapshot.Suggestion));

        Assert.Equal([1, 2, 3, 4], Numbers(inertia, "x"));
        Assert.Equal([2, 3, 4], Numbers(silhouette, "x"));
        Assert.Equal(s_snapshot.Curve.Select(point => point.Clustering.Inertia), Numbers(inertia, "y"));
    }

    [Fact]
    public void Marks_Chosen_ALineAndADotOnEachCurve()
    {
        var at = s_snapshot.Curve.Single(point => point.ClusterCount == 3);

        var marks = Marks(3, null);

        Assert.Equal(["line", "circle", "circle"], marks.Select(mark => mark.GetProperty("type").GetString()));
        Assert.Equal(3, marks[0].GetProperty("x0").GetInt32());
        Assert.Equal((3, at.Clustering.Inertia), (marks[1].GetProperty("xanchor").GetInt32(), marks[1].GetProperty("yanchor").GetDouble()));
        Assert.Equal(at.Silhouette!.Mean, marks[2].GetProperty("yanchor").GetDouble());
    }

    [Fact]
    public void Marks_OneSegment_HasNoDotOnTheSilhouettes() => Assert.Equal(2, Marks(1, null).Length);

    [Fact]
    public void Marks_NumberNotTriedYet_IsALineOnly() => Assert.Single(Marks(9, null));

    [Fact]
    public void Marks_Elbow_IsALineWithItsName()
    {
        var suggestion = new ClusterCountChoice(2, "because", 3);
        var layout = JsonSerializer.SerializeToElement(ElbowFigure.Of(s_snapshot.Curve, suggestion).Layout);

        Assert.Equal([2, 3], Marks(2, suggestion).Take(2).Select(mark => mark.GetProperty("x0").GetInt32()));
        Assert.Equal("elbow", layout.GetProperty("annotations")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Of_NoElbow_HasNoNameForIt() =>
        Assert.Equal(0, JsonSerializer.SerializeToElement(ElbowFigure.Of(s_snapshot.Curve, null).Layout).GetProperty("annotations").GetArrayLength());

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 4)]
    [InlineData(0, 9, null)]
    public void CountAt_Point_IsItsNumberOfSegments(int trace, int point, int? expected) =>
        Assert.Equal(expected, ElbowFigure.CountAt(s_snapshot.Curve, trace, point));

    [Fact]
    public void Summary_SaysWhereItStandsAndWhatIsSuggested()
    {
        var summary = ElbowFigure.Summary(s_snapshot.Curve, 2, new ClusterCountChoice(2, "because", 3));

        // Inertia by hand: incomes 16 + 8, scores 6.
        Assert.StartsWith("At 2 segments the inertia is 30 and the mean silhouette 0.9", summary, StringComparison.Ordinal);
        Assert.EndsWith("The elbow is at 3. Suggested: 2.", summary, StringComparison.Ordinal);
    }

    private static SegmentationSnapshot Extended()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var snapshot = pipeline.Run(Snapshots.Data, Snapshots.Recipe);
        return s_others.Aggregate(snapshot, (extended, count) => pipeline.Extend(extended, count, TestContext.Current.CancellationToken));
    }

    private static JsonElement[] Marks(int chosen, ClusterCountChoice? suggestion) =>
        [.. ElbowFigure.Marks(s_snapshot.Curve, chosen, suggestion).Select(mark => JsonSerializer.SerializeToElement(mark))];

    private static (JsonElement Inertia, JsonElement Silhouette) Traces(PlotlyFigure figure) =>
        (JsonSerializer.SerializeToElement(figure.Data[0]), JsonSerializer.SerializeToElement(figure.Data[1]));

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}

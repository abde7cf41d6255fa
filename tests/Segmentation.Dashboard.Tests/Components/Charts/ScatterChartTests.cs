using System.Runtime.InteropServices;
using Bunit;
using Segmentation.Dashboard.Components.Charts;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Charts;

public class ScatterChartTests : BunitContext
{
    private static readonly byte[] s_labels = [0, 1, ScatterChart.NoSegment];

    private readonly BunitJSModuleInterop _module;
    private readonly ScatterPoints _points = new([1, 2, 3], [4, 5, 6]) { XTitle = "Income", YTitle = "Score" };

    public ScatterChartTests()
    {
        _module = JSInterop.SetupModule("./Components/Charts/ScatterChart.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_First_SendsCoordinatesAsLittleEndianFloats()
    {
        RenderChart();

        var call = Assert.Single(_module.Invocations["setPoints"]);
        Assert.Equal([1f, 2f, 3f], MemoryMarshal.Cast<byte, float>((byte[])call.Arguments[3]!).ToArray());
        Assert.Equal([4f, 5f, 6f], MemoryMarshal.Cast<byte, float>((byte[])call.Arguments[4]!).ToArray());
        Assert.Null(call.Arguments[5]);
        Assert.Same(s_labels, call.Arguments[6]);
        Assert.NotEmpty((byte[])call.Arguments[7]!);
    }

    [Fact]
    public void Render_OnlyLabelsChanged_SendsOnlyLabels()
    {
        var chart = RenderChart();
        byte[] labels = [1, 1, 0];

        chart.Render(p => p.Add(c => c.Labels, labels));

        Assert.Single(_module.Invocations["setPoints"]);
        Assert.Same(labels, Assert.Single(_module.Invocations["setLabels"]).Arguments[1]);
    }

    [Fact]
    public void Render_NothingChanged_SendsNothing()
    {
        var chart = RenderChart();

        chart.Render(p => p.Add(c => c.Labels, s_labels));

        Assert.Single(_module.Invocations["setPoints"]);
        Assert.Empty(_module.Invocations["setLabels"]);
        Assert.Empty(_module.Invocations["setHighlight"]);
    }

    [Fact]
    public void Render_Highlight_SendsTheSegmentAndItsEnd()
    {
        var chart = RenderChart();

        chart.Render(p => p.Add(c => c.Highlight, 1));
        chart.Render(p => p.Add(c => c.Highlight, null));

        Assert.Equal([1, null], _module.Invocations["setHighlight"].Select(call => call.Arguments[1]));
    }

    [Fact]
    public void Render_ThreeDimensions_OffersNoLasso()
    {
        var chart = Render<ScatterChart>(p => p.Add(c => c.Points, new ScatterPoints([1], [2], [3])).Add(c => c.Labels, s_labels[..1]).Add(c => c.Title, "Map"));

        Assert.Empty(chart.FindAll("input[type=radio]"));
        Assert.NotNull(_module.Invocations["setPoints"].Single().Arguments[5]);
    }

    [Fact]
    public async Task OnCaught_Indices_ReachThePageAndCanBeDropped()
    {
        var selections = new List<int[]>();
        var chart = RenderChart(selections.Add);

        await chart.InvokeAsync(() => chart.Instance.OnCaught(MemoryMarshal.AsBytes<int>([2, 0]).ToArray()));
        await chart.Find("button").ClickAsync(new());

        Assert.Equal([2, 0], selections[0]);
        Assert.Empty(selections[1]);
        Assert.Single(_module.Invocations["clearSelection"]);
    }

    [Fact]
    public void OnHovered_AnyIndex_SaysWordsOnlyForAPoint()
    {
        var chart = RenderChart();

        Assert.Equal("Customer 2", chart.Instance.OnHovered(2));
        Assert.Equal("", chart.Instance.OnHovered(3));
        Assert.Equal("", chart.Instance.OnHovered(-1));
    }

    [Fact]
    public void ScatterPoints_ColumnsOfDifferentLength_AreAMistake() => Assert.Throws<ArgumentException>(() => new ScatterPoints([1, 2], [1]));

    private IRenderedComponent<ScatterChart> RenderChart(Action<int[]>? onSelected = null) => Render<ScatterChart>(p => p
        .Add(c => c.Points, _points).Add(c => c.Labels, s_labels).Add(c => c.Title, "Map")
        .Add(c => c.HoverText, i => $"Customer {i}").Add(c => c.OnSelected, onSelected ?? (_ => { })));
}

using Bunit;
using Segmentation.Dashboard.Components.Charts;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Charts;

public class PlotlyChartTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;

    public PlotlyChartTests()
    {
        _module = JSInterop.SetupModule("./Components/Charts/PlotlyChart.razor.js");
        _module.SetupVoid("draw", _ => true).SetVoidResult();
        _module.SetupVoid("mark", _ => true).SetVoidResult();
        _module.SetupVoid("dispose", _ => true).SetVoidResult();
    }

    [Fact]
    public void Render_SameFigureTwice_DrawsOnce()
    {
        var figure = new PlotlyFigure([], new { });

        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, figure).Add(c => c.Title, "Elbow"));
        chart.Render(p => p.Add(c => c.Figure, figure));

        Assert.Single(_module.Invocations["draw"]);
    }

    [Fact]
    public void Render_AnotherFigure_DrawsIt()
    {
        var second = new PlotlyFigure([], new { });

        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, new PlotlyFigure([], new { })).Add(c => c.Title, "Elbow"));
        chart.Render(p => p.Add(c => c.Figure, second));

        Assert.Same(second, _module.Invocations["draw"][1].Arguments[3]);
    }

    [Fact]
    public void Render_OtherMarksOverTheSamePicture_MovesThemOnly()
    {
        var figure = new PlotlyFigure([], new { });
        object[] moved = [new { x0 = 5 }];

        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, figure).Add(c => c.Title, "Elbow"));
        chart.Render(p => p.Add(c => c.Figure, figure with { Marks = moved }));

        Assert.Single(_module.Invocations["draw"]);
        Assert.Same(moved, Assert.Single(_module.Invocations["mark"]).Arguments[1]);
    }

    [Fact]
    public void Render_WithSummary_SaysWhatItShows()
    {
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, new PlotlyFigure([], new { })).Add(c => c.Title, "Elbow").Add(c => c.Summary, "It bends at 5."));

        Assert.Equal("Elbow. It bends at 5.", chart.Find("[role=figure]").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task OnPointClicked_Point_ReachesThePage()
    {
        ChartPoint? clicked = null;
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, new PlotlyFigure([], new { })).Add(c => c.Title, "Elbow").Add(c => c.OnClick, point => clicked = point));

        await chart.InvokeAsync(() => chart.Instance.OnPointClicked(new ChartPoint(0, 4, "5", "44448.455")));

        Assert.Equal("5", clicked!.X);
        Assert.Equal([true, false], _module.Invocations["draw"][0].Arguments.TakeLast(2).Cast<bool>());
    }

    [Fact]
    public async Task Dispose_Drawn_PurgesTheChart()
    {
        var chart = Render<PlotlyChart>(p => p.Add(c => c.Figure, new PlotlyFigure([], new { })).Add(c => c.Title, "Elbow"));

        await chart.Instance.DisposeAsync();

        Assert.Single(_module.Invocations["dispose"]);
    }
}

using Bunit;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Segments;

public class DendrogramPanelTests : BunitContext
{
    private readonly List<int> _asked = [];

    public DendrogramPanelTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Cut_SaysWhereItIs()
    {
        var cut = RenderPanel(3).Find("[role=slider]");

        Assert.Equal(("3", "3 segments", "2"), (cut.GetAttribute("aria-valuenow"), cut.GetAttribute("aria-valuetext"), cut.GetAttribute("aria-valuemin")));
    }

    [Fact]
    public async Task Cut_Moved_AsksForEachNumberOnce()
    {
        var panel = RenderPanel(3);

        await panel.InvokeAsync(() => panel.Instance.OnMoved(0.01));
        await panel.InvokeAsync(() => panel.Instance.OnMoved(0.011));
        await panel.InvokeAsync(() => panel.Instance.OnMoved(1));

        Assert.Equal([2, 20], _asked);
    }

    [Fact]
    public async Task Cut_MovedWithinItsGap_AsksForNothing()
    {
        var panel = RenderPanel(3);

        await panel.InvokeAsync(() => panel.Instance.OnMoved(panel.Instance.Figure.CutAt / 100));

        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Keys_StepByOneAndStayWithinTheLimits()
    {
        var panel = RenderPanel(3);

        await panel.InvokeAsync(() => panel.Instance.OnStepped(1));
        await panel.InvokeAsync(() => panel.Instance.OnStepped(1));
        await panel.InvokeAsync(() => panel.Instance.OnStepped(-1000));

        Assert.Equal([4, 5, 2], _asked);
    }

    private IRenderedComponent<DendrogramPanel> RenderPanel(int clusters) => Render<DendrogramPanel>(p => p
        .Add(c => c.Figure, DendrogramFigure.Of(Algorithms.Tree(clusters), label => label + 1)).Add(c => c.OnCut, _asked.Add));
}

using Bunit;
using Segmentation.Dashboard.Components.Controls;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

public class SliderTests : BunitContext
{
    private readonly BunitJSModuleInterop _module;

    public SliderTests()
    {
        _module = JSInterop.SetupModule("./Components/Controls/Slider.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_First_IsANativeRangeWithLabelLimitsAndTick()
    {
        var slider = RenderSlider(5);
        var range = slider.Find("input[type=range]");

        Assert.Equal(("2", "20", "1", "5"), (range.GetAttribute("min"), range.GetAttribute("max"), range.GetAttribute("step"), range.GetAttribute("value")));
        Assert.Equal(range.Id, slider.Find("label").GetAttribute("for"));
        Assert.Equal("--at:0.5", slider.Find(".slider-tick").GetAttribute("style"));
    }

    [Fact]
    public void Render_SuggestedOutOfReach_HasNoTick() =>
        Assert.Empty(Render<Slider>(p => p.Add(s => s.Label, "k").Add(s => s.Value, 3).Add(s => s.Min, 2).Add(s => s.Max, 4).Add(s => s.Suggested, 9)).FindAll(".slider-tick"));

    [Fact]
    public async Task OnMoved_Value_ReachesThePage()
    {
        var values = new List<double>();
        var slider = RenderSlider(5, values.Add);

        await slider.InvokeAsync(() => slider.Instance.OnMoved(7));

        Assert.Equal([7], values);
    }

    [Fact]
    public void Render_AnotherValueFromOutside_MovesTheThumbThroughTheModuleAlone()
    {
        var slider = RenderSlider(5);

        slider.Render(p => p.Add(s => s.Value, 8));

        Assert.Equal(8.0, Assert.Single(_module.Invocations["show"]).Arguments[1]);
        Assert.Equal("5", slider.Find("input[type=range]").GetAttribute("value"));
    }

    [Fact]
    public async Task Render_OlderValueWhileANewerIsWorkedOn_LeavesTheThumbAlone()
    {
        var work = new TaskCompletionSource();
        var slider = Render<Slider>(p => Parameters(p, 5).Add(s => s.OnInput, _ => work.Task));
        await slider.InvokeAsync(() => slider.Instance.OnMoved(9));

        slider.Render(p => p.Add(s => s.Value, 6));

        Assert.Empty(_module.Invocations["show"]);
        work.SetResult();
    }

    [Fact]
    public async Task OnMoved_PageKeepsItsOldValue_ReturnsTheThumbToIt()
    {
        var slider = RenderSlider(5, _ => { });

        await slider.InvokeAsync(() => slider.Instance.OnMoved(9));

        slider.WaitForAssertion(() => Assert.Equal(5.0, Assert.Single(_module.Invocations["show"]).Arguments[1]));
    }

    [Fact]
    public async Task OnMoved_WhileOlderWorkRuns_ReturnsAtOnce()
    {
        var work = new TaskCompletionSource();
        var values = new List<double>();
        var slider = Render<Slider>(p => Parameters(p, 5).Add(s => s.OnInput, value =>
        {
            values.Add(value);
            return work.Task;
        }));

        await slider.InvokeAsync(() => slider.Instance.OnMoved(6));
        await slider.InvokeAsync(() => slider.Instance.OnMoved(7));

        Assert.Equal([6, 7], values);
        work.SetResult();
    }

    private IRenderedComponent<Slider> RenderSlider(double value, Action<double>? onInput = null) =>
        Render<Slider>(p => Parameters(p, value).Add(s => s.OnInput, onInput ?? (_ => { })));

    private static ComponentParameterCollectionBuilder<Slider> Parameters(ComponentParameterCollectionBuilder<Slider> p, double value) =>
        p.Add(s => s.Label, "Segments").Add(s => s.Value, value).Add(s => s.Min, 2).Add(s => s.Max, 20).Add(s => s.Suggested, 11);
}

using Bunit;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Profiles;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Profiles;

public class WhatIfTests : ComponentTest
{
    [Fact]
    public async Task Slider_Moved_MovesTheCustomerToAnotherSegment()
    {
        var view = Render<WhatIf>(p => p.Add(w => w.Snapshot, Snapshots.Two));
        Assert.Contains("High score, low income", view.Find(".where").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Income (k€)", "Score"], view.FindComponents<Slider>().Select(slider => slider.Instance.Label));

        await MoveAsync(view, 0, 94);
        await MoveAsync(view, 1, 20);

        view.WaitForAssertion(() => Assert.Contains("Low score, high income", view.Find(".where").TextContent, StringComparison.Ordinal));
        view.Find("button.quiet").Click();
        view.WaitForAssertion(() => Assert.Contains("High score, low income", view.Find(".where").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Category_Chosen_IsTakenUp()
    {
        var view = Render<WhatIf>(p => p.Add(w => w.Snapshot, Snapshots.Run(Snapshots.Choosing("Score", "Region"))));

        view.Find("select").Change("1");

        Assert.Contains("north", view.FindAll("tbody tr td").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Snapshot_OtherNumberOfSegments_KeepsWhoWasImagined()
    {
        var view = Render<WhatIf>(p => p.Add(w => w.Snapshot, Snapshots.Two));
        await MoveAsync(view, 0, 94);

        view.Render(p => p.Add(w => w.Snapshot, Snapshots.One));

        Assert.Equal(94, view.FindComponents<Slider>()[0].Instance.Value);
        Assert.Contains("the only segment", view.Markup, StringComparison.Ordinal);
    }

    private static Task MoveAsync(IRenderedComponent<WhatIf> view, int slider, double value) =>
        view.InvokeAsync(() => view.FindComponents<Slider>()[slider].Instance.OnInput.InvokeAsync(value));
}

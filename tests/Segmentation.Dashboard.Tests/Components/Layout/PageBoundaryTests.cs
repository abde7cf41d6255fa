using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Segmentation.Dashboard.Components.Layout;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Layout;

public sealed class PageBoundaryTests : BunitContext
{
    [Fact]
    public void APageThatCannotBeDrawn_SaysSo_AndTheNextStateIsTriedAgain()
    {
        var undone = 0;
        var boundary = Render<PageBoundary>(parameters => parameters
            .AddChildContent<Fragile>(page => page.Add(c => c.IsBroken, true))
            .Add(c => c.CanUndo, true)
            .Add(c => c.OnUndo, () => undone++));

        Assert.Contains("nothing is lost", boundary.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        boundary.Find("button").Click();
        Assert.Equal(1, undone);

        boundary.Render(parameters => parameters.AddChildContent<Fragile>(page => page.Add(c => c.IsBroken, false)));

        Assert.Empty(boundary.FindAll("[role=alert]"));
        Assert.Equal("drawn", boundary.Find("p").TextContent);
    }

    [Fact]
    public void ShownAgain_APageThatRecovered_IsThere()
    {
        var isBroken = true;
        var boundary = Render<PageBoundary>(parameters => parameters.AddChildContent(builder =>
        {
            if (isBroken)
            {
                throw new InvalidOperationException("broken");
            }

            builder.AddContent(0, "drawn");
        }));

        isBroken = false;
        boundary.FindAll("button")[1].Click();

        Assert.Equal("drawn", boundary.Markup);
    }

    private sealed class Fragile : ComponentBase
    {
        [Parameter]
        public bool IsBroken { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddMarkupContent(0, IsBroken ? throw new InvalidOperationException("broken") : "<p>drawn</p>");
    }
}

using Bunit;
using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Profiles;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Profiles;

public class RulesPanelTests : ComponentTest
{
    private static readonly SegmentationSnapshot s_shop = new SegmentationPipeline(threads: 1).Run(
        ShopSample.Create(), SegmentationRecipe.Default with { Clustering = new ClusteringOptions { ClusterCount = 4 } });

    private readonly BunitJSModuleInterop _module;

    public RulesPanelTests()
    {
        _module = JSInterop.SetupModule("./Components/Profiles/RulesPanel.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Render_Segments_HaveARuleEach()
    {
        var panel = RenderPanel(s_shop);

        Assert.Equal(4, panel.FindAll("li").Count);
        Assert.All(panel.FindAll("li .rule"), rule => Assert.Matches(" (at least|under|from) ", rule.TextContent));
        Assert.Matches("These rules put [0-9.]+ % of the customers", panel.Markup);
        Assert.StartsWith("CASE", panel.Find("pre").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slider_MoreLeaves_AgreesBetter()
    {
        var panel = RenderPanel(s_shop);
        var before = panel.Find("pre").TextContent;
        var slider = panel.FindComponent<Slider>();
        Assert.Equal((4.0, 16.0), (slider.Instance.Min, slider.Instance.Max));

        await slider.InvokeAsync(() => slider.Instance.OnInput.InvokeAsync(16));

        panel.WaitForAssertion(() => Assert.Equal(16, panel.Find("pre").TextContent.Split("WHEN").Length - 1));
        Assert.NotEqual(before, panel.Find("pre").TextContent);
    }

    [Theory]
    [InlineData("Copy SQL", "CASE", "The SQL was copied.")]
    [InlineData("Copy filter", "Average customers: ", "The filter was copied.")]
    [InlineData("Copy JSON", "{", "The JSON was copied.")]
    public void Copy_AnyForm_ReachesTheClipboard(string button, string begin, string said)
    {
        _module.Setup<bool>("copy", _ => true).SetResult(true);
        var panel = RenderPanel(s_shop);

        panel.FindAll("button").Single(found => found.TextContent == button).Click();

        Assert.StartsWith(begin, (string)_module.Invocations["copy"].Single().Arguments[0]!, StringComparison.Ordinal);
        Assert.Equal(said, panel.FindAll("[role=status]")[^1].TextContent);
    }

    [Fact]
    public void Copy_Refused_SaysWhatToDo()
    {
        _module.Setup<bool>("copy", _ => true).SetResult(false);
        var panel = RenderPanel(s_shop);

        panel.FindAll("button").Single(found => found.TextContent == "Copy SQL").Click();

        Assert.Contains("did not allow copying", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshot_Changed_RulesFollow()
    {
        var panel = RenderPanel(s_shop);

        panel.Render(p => p.Add(r => r.Snapshot, Snapshots.Two));

        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("li").Count));
    }

    private IRenderedComponent<RulesPanel> RenderPanel(SegmentationSnapshot snapshot)
    {
        var panel = Render<RulesPanel>(p => p.Add(r => r.Snapshot, snapshot));
        panel.WaitForElement("li");
        return panel;
    }
}

using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Segmentation.Dashboard.Components.Controls;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

public class SmallControlsTests : BunitContext
{
    private static readonly Choice<int>[] s_choices = [new(1, "standard"), new(2, "robust", "By median and spread.")];

    [Fact]
    public async Task Segmented_AnotherChosen_RaisesItsValue()
    {
        var chosen = 0;
        var bar = Render<Segmented<int>>(p => p.Add(s => s.Label, "Scaling").Add(s => s.Choices, s_choices).Add(s => s.Value, 1).Add(s => s.ValueChanged, value => chosen = value));

        await bar.FindAll("input[type=radio]")[1].ChangeAsync(new() { Value = "on" });

        Assert.Equal(2, chosen);
        Assert.Equal("Scaling", bar.Find("legend").TextContent);
        Assert.Equal("standard", bar.Find("label.chosen").TextContent.Trim());
    }

    [Fact]
    public async Task InfoTip_Escape_DismissesTheSentenceUntilFocusLeaves()
    {
        var tip = Render<InfoTip>(p => p.Add(t => t.Text, "How far apart segments are.").AddChildContent("silhouette"));

        Assert.Equal(tip.Find("[role=tooltip]").Id, tip.Find("button").GetAttribute("aria-describedby"));
        await tip.Find("button").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        Assert.Contains("dismissed", tip.Find(".info-tip").ClassName!, StringComparison.Ordinal);
        await tip.Find(".info-tip").TriggerEventAsync("onfocusout", new FocusEventArgs());
        Assert.DoesNotContain("dismissed", tip.Find(".info-tip").ClassName!, StringComparison.Ordinal);
    }

    [Fact]
    public void InfoTip_WithoutContent_IsASignThatSaysWhatItIsAbout() =>
        Assert.Equal("About Segments", Render<InfoTip>(p => p.Add(t => t.Text, "x").Add(t => t.About, "Segments")).Find("button").GetAttribute("aria-label"));

    [Fact]
    public async Task Chip_ClickedAndRemoved_RaisesBoth()
    {
        var raised = new List<string>();
        var chip = Render<Chip>(p => p.Add(c => c.Label, "Income").Add(c => c.Selected, true).Add(c => c.OnClick, () => raised.Add("click")).Add(c => c.OnRemove, () => raised.Add("remove")));

        await chip.Find("[aria-pressed=true]").ClickAsync(new());
        await chip.Find("[aria-label='Remove Income']").ClickAsync(new());

        Assert.Equal(["click", "remove"], raised);
    }

    [Fact]
    public void Chip_WithoutHandlers_HasNoButtons()
    {
        var chip = Render<Chip>(p => p.Add(c => c.Label, "<i>x</i>").Add(c => c.Segment, 3));

        Assert.Empty(chip.FindAll("button"));
        Assert.Equal("<i>x</i>", chip.Find(".chip-name").TextContent);
        Assert.Contains("var(--segment-3)", chip.Find(".segment-mark").GetAttribute("style"), StringComparison.Ordinal);
    }
}

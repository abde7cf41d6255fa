using Bunit;
using Segmentation.Core.Features.Expressions;
using Segmentation.Dashboard.Components.Features;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Features;

public class ExpressionBoxTests : ComponentTest
{
    private string? _told;

    public ExpressionBoxTests() => JSInterop.SetupModule("./Components/Features/ExpressionBox.razor.js").Mode = JSRuntimeMode.Loose;

    [Fact]
    public async Task Typed_AWordBegun_ListsWhatCanComeNext()
    {
        var box = Show();

        await TypeAsync(box, "Inc");

        Assert.Equal("true", box.Find("textarea").GetAttribute("aria-expanded"));
        Assert.StartsWith("Income", box.Find("[role=option]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(box.Find("[aria-selected=true]").Id, box.Find("textarea").GetAttribute("aria-activedescendant"));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("Age + ", false)]
    [InlineData("'Inc", false)]
    [InlineData("", true)]
    public async Task Typed_NoWordBegun_OpensNothingUnlessAsked(string text, bool isAsked)
    {
        var box = Show();

        await TypeAsync(box, text, isAsked);

        Assert.Equal(isAsked ? "true" : "false", box.Find("textarea").GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task Keys_MoveThroughTheList_AndEnterWritesTheChoice()
    {
        var box = Show();
        await TypeAsync(box, "1 + b");
        var second = box.FindAll("[role=option]")[1].QuerySelector(".what")!.TextContent;

        await box.InvokeAsync(() => box.Instance.OnListKey("ArrowDown"));
        Assert.Equal(second, box.Find("[aria-selected=true] .what").TextContent);
        await box.InvokeAsync(() => box.Instance.OnListKey("ArrowUp"));
        Assert.Contains("Birth year", box.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal);
        await box.InvokeAsync(() => box.Instance.OnListKey("Enter"));

        Assert.Equal("1 + [Birth year]", _told);
        Assert.Equal("false", box.Find("textarea").GetAttribute("aria-expanded"));
        var written = Assert.Single(JSInterop.Invocations, call => call.Identifier == "write");
        Assert.Equal(["1 + b", "1 + [Birth year]", 16], written.Arguments.Skip(1));
    }

    [Fact]
    public async Task Escape_ClosesTheList_AndLeavesTheText()
    {
        var box = Show();
        await TypeAsync(box, "Inc");

        await box.InvokeAsync(() => box.Instance.OnListKey("Escape"));

        Assert.Empty(box.FindAll("[role=option]"));
        Assert.Equal("Inc", _told);
    }

    [Fact]
    public async Task Option_ClickedByMouse_IsWritten()
    {
        var box = Show();
        await TypeAsync(box, "rou");

        await box.Find("[role=option]").MouseDownAsync(new());

        Assert.Equal("round(", _told);
    }

    private static Task TypeAsync(IRenderedComponent<ExpressionBox> box, string text, bool isAsked = false) =>
        box.InvokeAsync(() => box.Instance.OnTyped(text, text.Length, isAsked));

    private IRenderedComponent<ExpressionBox> Show() => Render<ExpressionBox>(p => p
        .Add(box => box.LabelledBy, "label").Add(box => box.DescribedBy, "said").Add(box => box.Preview, ExpressionPreview.Empty)
        .Add(box => box.Scope, ExpressionScope.Of(SmallData.Frame, null)).Add(box => box.OnTextChanged, text => _told = text));
}

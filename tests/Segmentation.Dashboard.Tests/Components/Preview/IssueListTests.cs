using Bunit;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Preview;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class IssueListTests : ComponentTest
{
    [Fact]
    public void Render_AnIssue_SaysWhatHowOftenAndWhere()
    {
        var list = Render<IssueList>(p => p.Add(i => i.Issues, [new DataIssue(DataIssueKind.Misfit, "Income", 24, "abc", 1_234, "24 cells of Income are no numbers.")]));

        Assert.Equal("24", list.Find(".count").TextContent);
        Assert.Contains("24 cells of Income are no numbers.", list.Markup, StringComparison.Ordinal);
        Assert.Contains("in line 1,234", list.Markup, StringComparison.Ordinal);
        Assert.Equal("abc", list.Find("q").TextContent);
    }

    [Fact]
    public void Render_Many_ShowsTheGravestAndTheRestOnDemand()
    {
        var issues = Enumerable.Range(0, 9).Select(number => new DataIssue(DataIssueKind.EmptyColumn, null, 1, null, null, $"Issue {number}.")).ToArray();
        var list = Render<IssueList>(p => p.Add(i => i.Issues, issues));

        Assert.Equal(5, list.FindAll("li").Count);
        list.Find("button").Click();
        Assert.Equal(9, list.FindAll("li").Count);
    }

    [Fact]
    public void Render_None_SaysSo() => Assert.Contains("Every cell fits its column", Render<IssueList>(p => p.Add(i => i.Issues, [])).Markup, StringComparison.Ordinal);
}

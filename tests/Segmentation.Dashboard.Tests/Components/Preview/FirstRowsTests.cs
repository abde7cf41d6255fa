using Bunit;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Preview;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class FirstRowsTests : ComponentTest
{
    [Fact]
    public void Render_ManyRows_ShowsTheFirst50()
    {
        var frame = new DataFrame([new NumberColumn("n", [.. Enumerable.Range(0, 2000).Select(row => (double)row)])]);

        var rows = Render<FirstRows>(p => p.Add(f => f.Columns, frame.Columns).Add(f => f.Rows, frame.Rows));

        Assert.Equal(50, rows.FindAll("tbody tr").Count);
        Assert.Contains("The first 50 of 2,000 rows", rows.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HostileNamesAndCells_AreTextAndClipped()
    {
        var column = new TextColumn(SmallData.Hostile, ColumnType.Text, [0, 1, -1], [SmallData.Hostile, new string('y', 10_000)]);

        var rows = Render<FirstRows>(p => p.Add(f => f.Columns, [column]).Add(f => f.Rows, 3));

        Assert.Empty(rows.FindAll("script, img"));
        Assert.Equal(SmallData.Hostile, rows.Find("tbody td span").TextContent);
        Assert.True(rows.FindAll("tbody td span")[1].TextContent.Length <= 301);
        Assert.Equal("missing", rows.FindAll("tbody td span")[2].GetAttribute("title"));
    }
}

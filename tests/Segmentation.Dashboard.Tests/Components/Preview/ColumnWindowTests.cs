using Segmentation.Dashboard.Components.Preview;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class ColumnWindowTests
{
    [Fact]
    public void Of_200Columns_ShowsThemInPages()
    {
        var window = ColumnWindow.Of(SmallData.Wide(200).Columns, "", 4);

        Assert.Equal((161, 200, 5, 40), (window.First, window.Matching, window.Pages, window.Columns.Count));
        Assert.Equal("c161", window.Columns[0].Name);
    }

    [Fact]
    public void Of_AQuery_FindsWithoutRegardToCase() =>
        Assert.Equal(["c19", "c190"], ColumnWindow.Of(SmallData.Wide(190).Columns, " C19 ", 0).Columns.Select(column => column.Name));

    [Fact]
    public void Of_APageBeyondTheLast_ShowsTheLast() => Assert.Equal(1, ColumnWindow.Of(SmallData.Wide(50).Columns, "", 9).Page);

    [Fact]
    public void Of_NothingFound_IsOneEmptyPage()
    {
        var window = ColumnWindow.Of(SmallData.Wide(50).Columns, "zebra", 0);

        Assert.Equal((0, 0, 1), (window.First, window.Matching, window.Pages));
        Assert.Empty(window.Columns);
    }
}

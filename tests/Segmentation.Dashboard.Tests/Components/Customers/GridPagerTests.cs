using Bunit;
using Segmentation.Dashboard.Components.Customers;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Customers;

public class GridPagerTests : BunitContext
{
    private readonly List<int> _asked = [];

    [Fact]
    public void OnePage_NeedsNoButtons() => Assert.Empty(Pager(rows: 10, page: 0).FindAll("button"));

    [Theory]
    [InlineData("First page", 0)]
    [InlineData("Previous page", 0)]
    [InlineData("Next page", 2)]
    [InlineData("Last page", 2)]
    public void AtTheEnd_AButtonStaysWithinReachAndDoesNothing(string label, int page)
    {
        var button = Pager(rows: 25, page).Find($"[aria-label='{label}']");
        button.Click();

        Assert.False(button.HasAttribute("disabled"));
        Assert.Equal("true", button.GetAttribute("aria-disabled"));
        Assert.Empty(_asked);
    }

    [Fact]
    public void InTheMiddle_EveryButtonGoesSomewhere()
    {
        var pager = Pager(rows: 25, page: 1);
        foreach (var label in (string[])["First page", "Previous page", "Next page", "Last page"])
        {
            pager.Find($"[aria-label='{label}']").Click();
        }

        Assert.Equal([0, 0, 2, 2], _asked);
    }

    private IRenderedComponent<GridPager> Pager(int rows, int page) => Render<GridPager>(p => p
        .Add(c => c.Rows, rows).Add(c => c.PageRows, 10).Add(c => c.Page, page).Add(c => c.OnPage, _asked.Add));
}

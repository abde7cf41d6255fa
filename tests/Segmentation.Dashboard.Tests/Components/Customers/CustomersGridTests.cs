using Bunit;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Customers;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Customers;

public class CustomersGridTests : BunitContext
{
    public CustomersGridTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void Render_ListsEveryoneWithSegmentOrReason()
    {
        var grid = RenderGrid();

        grid.WaitForAssertion(() => Assert.Equal(10, Rows(grid).Count));
        Assert.Equal("10 of 10", grid.Find("[role=status]").TextContent);
        Assert.Equal(["Ann", "1High score, low income"], Cells(grid, 0)[..2]);
        Assert.Contains("Set aside: missing Income (k€)", Cells(grid, 9)[1], StringComparison.Ordinal);
        Assert.Equal(["12", "80"], Cells(grid, 1)[3..5]);
    }

    [Fact]
    public async Task Headers_Clicked_SortUpDownAndBack()
    {
        var grid = RenderGrid();
        grid.WaitForAssertion(() => Assert.Equal(10, Rows(grid).Count));

        await grid.InvokeAsync(() => Header(grid, "Score").Click());
        grid.WaitForAssertion(() => Assert.Equal("Gus", Cells(grid, 0)[0]));
        Assert.Equal("ascending", Header(grid, "Score").ParentElement!.GetAttribute("aria-sort"));

        await grid.InvokeAsync(() => Header(grid, "Score").Click());
        grid.WaitForAssertion(() => Assert.Equal("Dora", Cells(grid, 0)[0]));

        await grid.InvokeAsync(() => Header(grid, "Score").Click());
        grid.WaitForAssertion(() => Assert.Equal("Ann", Cells(grid, 0)[0]));
        Assert.Equal("none", Header(grid, "Score").ParentElement!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Filters_NarrowTheListAndTheExport()
    {
        IReadOnlyList<int>? exported = null;
        var grid = Render<CustomersGrid>(p => p.Add(g => g.Snapshot, Snapshots.Two).Add(g => g.OnExport, rows => exported = rows));

        await grid.InvokeAsync(() => grid.Find("select").Change("2"));
        grid.WaitForAssertion(() => Assert.Equal(3, Rows(grid).Count));
        await grid.InvokeAsync(() => grid.Find("input[placeholder='Find in texts']").Input("ida"));
        grid.WaitForAssertion(() => Assert.Single(Rows(grid)));
        await grid.InvokeAsync(() => grid.FindAll("button").Single(button => button.TextContent.Contains("Export these", StringComparison.Ordinal)).Click());

        grid.WaitForAssertion(() => Assert.Equal([8], exported));
    }

    [Fact]
    public async Task Selection_ShowsItsCustomersAndCanBeCleared()
    {
        var cleared = false;
        var grid = Render<CustomersGrid>(p => p.Add(g => g.Snapshot, Snapshots.Two).Add(g => g.Selected, [1, 9]).Add(g => g.OnSelectionCleared, () => cleared = true));

        grid.WaitForAssertion(() => Assert.Equal(2, Rows(grid).Count));
        await grid.InvokeAsync(() => grid.Find("[aria-label='Remove Selection: 2']").Click());

        grid.WaitForAssertion(() => Assert.True(cleared));
    }

    [Fact]
    public async Task Nothing_Fits_SaysSoAndOffersTheWayBack()
    {
        var grid = RenderGrid();
        await grid.InvokeAsync(() => grid.Find("input[placeholder='Find in texts']").Input("nobody"));
        grid.WaitForAssertion(() => Assert.Contains("No customer fits", grid.Markup, StringComparison.Ordinal));

        await grid.InvokeAsync(() => grid.FindAll("button").Single(button => button.TextContent == "Show everyone").Click());

        grid.WaitForAssertion(() => Assert.Equal(10, Rows(grid).Count));
    }

    [Fact]
    public void Segment_FromOutside_IsListed()
    {
        var grid = RenderGrid();

        grid.Render(p => p.Add(g => g.Segment, 2));

        grid.WaitForAssertion(() => Assert.Equal(3, Rows(grid).Count));
    }

    [Fact]
    public void Snapshot_WithFewerSegments_ListsEveryoneAgain()
    {
        var grid = Render<CustomersGrid>(p => p.Add(g => g.Snapshot, Snapshots.Two).Add(g => g.Segment, 2).Add(g => g.QuietPeriod, TimeSpan.Zero));
        grid.WaitForAssertion(() => Assert.Equal(3, Rows(grid).Count));

        grid.Render(p => p.Add(g => g.Snapshot, Snapshots.One));

        grid.WaitForAssertion(() => Assert.Equal(10, Rows(grid).Count));
        Assert.Equal("–", Cells(grid, 0)[2]);
    }

    [Fact]
    public async Task Pages_OfAListTooLongToScroll_AreTurned()
    {
        var grid = Render<CustomersGrid>(p => p.Add(g => g.Snapshot, Snapshots.Two).Add(g => g.PageRows, 4));
        grid.WaitForAssertion(() => Assert.Equal(4, Rows(grid).Count));
        Assert.Equal("1 to 4 of 10", grid.Find(".grid-pager [role=status]").TextContent);
        Assert.Equal("true", grid.Find("[aria-label='Previous page']").GetAttribute("aria-disabled"));

        await grid.InvokeAsync(() => grid.Find("[aria-label='Last page']").Click());
        grid.WaitForAssertion(() => Assert.Equal(["Ida", "Jo"], Rows(grid).Select(row => row.Children[0].TextContent)));
        Assert.Equal("10", Rows(grid)[0].GetAttribute("aria-rowindex"));
        Assert.Equal("11", grid.Find("table").GetAttribute("aria-rowcount"));
        Assert.Equal("true", grid.Find("[aria-label='Next page']").GetAttribute("aria-disabled"));

        await grid.InvokeAsync(() => Header(grid, "Score").Click());
        grid.WaitForAssertion(() => Assert.Equal("Gus", Cells(grid, 0)[0]));
        Assert.Equal("1 to 4 of 10", grid.Find(".grid-pager [role=status]").TextContent);

        await grid.InvokeAsync(() => grid.Find("[aria-label='Next page']").Click());
        grid.WaitForAssertion(() => Assert.Equal("6", Rows(grid)[0].GetAttribute("aria-rowindex")));
        await grid.InvokeAsync(() => grid.Find("select").Change("2"));
        grid.WaitForAssertion(() => Assert.Equal(3, Rows(grid).Count));
        Assert.Empty(grid.FindAll(".grid-pager"));
    }

    [Fact]
    public async Task Columns_Ticked_AppearBehindTheFeatures()
    {
        var grid = RenderGrid();
        grid.WaitForAssertion(() => Assert.Equal(10, Rows(grid).Count));

        await grid.InvokeAsync(() => grid.FindAll(".picker input[type=checkbox]")[3].Change(true));

        grid.WaitForAssertion(() => Assert.Equal("north", Cells(grid, 0)[^1]));
    }

    private IRenderedComponent<CustomersGrid> RenderGrid(SegmentationSnapshot? snapshot = null) =>
        Render<CustomersGrid>(p => p.Add(g => g.Snapshot, snapshot ?? Snapshots.Two).Add(g => g.QuietPeriod, TimeSpan.Zero));

    private static List<AngleSharp.Dom.IElement> Rows(IRenderedComponent<CustomersGrid> grid) => [.. grid.FindAll("tbody tr[aria-rowindex]")];

    private static string[] Cells(IRenderedComponent<CustomersGrid> grid, int row) => [.. Rows(grid)[row].Children.Select(cell => cell.TextContent.Trim())];

    // Found and clicked on the renderer's own thread: the list is made in the background and may render in between.
    private static AngleSharp.Dom.IElement Header(IRenderedComponent<CustomersGrid> grid, string name) =>
        grid.FindAll("button.sort").Single(button => button.GetAttribute("title") == name);
}

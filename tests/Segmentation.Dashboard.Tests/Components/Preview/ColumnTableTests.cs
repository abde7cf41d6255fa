using Bunit;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Preview;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Preview;

public class ColumnTableTests : ComponentTest
{
    [Fact]
    public async Task Render_Columns_SayTypeShareMissingAndFigures()
    {
        var table = await RenderTableAsync();

        Assert.Equal(["Age", "whole number", "5 %", "19", "20", "29.8", "39"], Cells(table, "Age"));
        Assert.Equal(["Joined", "date", "–", "20", "2020-01-01", "–", "2020-01-20"], Cells(table, "Joined"));
        Assert.Equal(["Town", "category", "–", "3", "York in 50 %"], Cells(table, "Town"));
        Assert.Equal(6, table.FindAll("svg.histogram[aria-label]").Count);
    }

    [Fact]
    public async Task Choose_ARole_ReportsTheColumn()
    {
        (string, ColumnRole)? changed = null;
        var table = await RenderTableAsync(change => changed = change);

        table.Find("select[aria-label='Role of Income']").Change(nameof(ColumnRole.Label));

        Assert.Equal(("Income", ColumnRole.Label), changed);
    }

    [Fact]
    public void Render_BeforeTheFiguresAreThere_ShowsWhatIsKnown()
    {
        var table = Render<ColumnTable>(p => p.Add(t => t.Columns, SmallData.Frame.Columns).Add(t => t.Schema, SmallData.Dataset.Schema));

        Assert.Equal(6, table.FindAll("select").Count);
        Assert.Contains("Counting", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_OfAColumn_HaveTheOneItHasAmongThem() =>
        Assert.All(Enum.GetValues<ColumnRole>(), role => Assert.Contains(role, RoleWords.For(ColumnType.Date, role)));

    private static string[] Cells(IRenderedComponent<ColumnTable> table, string column)
    {
        var row = table.FindAll("tbody tr").Single(row => row.QuerySelector(".name")!.TextContent == column);
        return [.. row.QuerySelectorAll("th span, td").Where(cell => cell.QuerySelector("select, svg") is null).Select(cell => cell.TextContent.Trim())];
    }

    private async Task<IRenderedComponent<ColumnTable>> RenderTableAsync(Action<(string, ColumnRole)>? onRole = null)
    {
        var facts = await new FrameFacts().OfAsync(SmallData.Frame.Columns);
        return Render<ColumnTable>(p => p.Add(t => t.Columns, SmallData.Frame.Columns).Add(t => t.Schema, SmallData.Dataset.Schema).Add(t => t.Facts, facts)
            .Add(t => t.OnRole, onRole ?? (_ => { })));
    }
}

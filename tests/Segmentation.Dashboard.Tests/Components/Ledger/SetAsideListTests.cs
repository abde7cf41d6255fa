using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class SetAsideListTests : ComponentTest
{
    [Fact]
    public void Render_CustomersSetAside_AreListedWithTheirReasonAsTheFileHasThem()
    {
        var cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) };
        var list = Render<SetAsideList>(p => p.Add(s => s.Snapshot, SmallData.Snapshot(SmallData.Recipe with { Cleaning = cleaning })));

        var rows = list.FindAll("tbody tr");
        Assert.Equal(["4", "6"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Contains("missing Age", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1600", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("missing Age", list.Find(".reasons").TextContent, StringComparison.Ordinal);
    }
}

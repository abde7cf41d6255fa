using Segmentation.Dashboard.Exports;
using Xunit;

namespace Segmentation.Dashboard.Tests.Exports;

public class ExportChoicesTests
{
    [Fact]
    public void ToTicket_NothingChosen_WritesAllColumnsAndRows()
    {
        var ticket = new ExportChoices().ToTicket(SmallData.Snapshot());

        Assert.Null(ticket.Options.Columns);
        Assert.Null(ticket.Rows);
        Assert.True(ticket.Options.EscapeFormulas);
    }

    [Fact]
    public void ToTicket_ChosenColumns_KeepTheOrderOfTheFile()
    {
        var choices = new ExportChoices { AllColumns = false }.WithColumn("Town", true).WithColumn("Age", true).WithColumn("Income", true).WithColumn("Income", false);

        Assert.Equal(["Age", "Town"], choices.ToTicket(SmallData.Snapshot()).Options.Columns!);
    }

    [Fact]
    public void ToTicket_OnlySome_WritesTheseRowsAsASelection()
    {
        var choices = new ExportChoices { Some = new ExportRows("Only the selection", [3, 5]), OnlySome = true, Separator = '\t', ForExcel = true };

        var ticket = choices.ToTicket(SmallData.Snapshot());

        Assert.Equal([3, 5], ticket.Rows);
        Assert.Equal("customers-selection.csv", ticket.FileName);
        Assert.Equal(('\t', true), (ticket.Options.Separator, ticket.Options.ByteOrderMark));
        Assert.Equal(2, choices.RowCount(SmallData.Snapshot()));
    }
}

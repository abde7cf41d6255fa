using Bunit;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Exports;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

public class ExportDialogTests : ComponentTest
{
    private readonly BunitJSModuleInterop _module;

    public ExportDialogTests()
    {
        _module = JSInterop.SetupModule("./Components/Controls/ExportDialog.razor.js");
        _module.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public async Task Show_ASelection_OffersItFirstWithItsCount()
    {
        var dialog = await ShowAsync(new ExportRows("Only the selection", [1, 2, 3]));

        Assert.Single(_module.Invocations["open"]);
        Assert.True(dialog.FindAll("input[name=rows]")[1].HasAttribute("checked"));
        Assert.Contains("Download 3 customers", dialog.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_AsChosen_FetchesATicketOfIt()
    {
        var dialog = await ShowAsync();
        dialog.FindAll("input[name=columns]")[1].Change(true);
        dialog.FindAll(".columns input")[0].Change(false);
        dialog.FindAll(".segmented input")[1].Change(true);
        dialog.FindAll("input[role=switch]")[0].Change(true);

        await dialog.Find(".button.primary").ClickAsync(new());

        var address = (string)_module.Invocations["download"].Single().Arguments[1]!;
        Assert.StartsWith("exports/", address, StringComparison.Ordinal);
        var ticket = Tickets.Redeem(address["exports/".Length..])!;
        Assert.Equal(["Age", "Income", "Birth year", "Town", "Joined"], ticket.Options.Columns!);
        Assert.Equal((';', true, true), (ticket.Options.Separator, ticket.Options.ByteOrderMark, ticket.Options.EscapeFormulas));
        Assert.Null(ticket.Rows);
    }

    [Fact]
    public async Task Cancel_Opened_ClosesWithoutATicket()
    {
        var dialog = await ShowAsync();

        await dialog.Find(".button.quiet").ClickAsync(new());

        Assert.Single(_module.Invocations["close"]);
        Assert.Equal(0, Tickets.Count);
    }

    [Fact]
    public void Button_NothingToExport_IsDisabled() => Assert.True(Render<ExportButton>().Find("button").HasAttribute("disabled"));

    [Fact]
    public void Button_Clicked_OpensTheDialog()
    {
        var button = Render<ExportButton>(p => p.Add(b => b.Snapshot, SmallData.Snapshot()));

        button.Find("button").Click();

        Assert.Contains("Download 20 customers", button.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<ExportDialog>> ShowAsync(ExportRows? some = null)
    {
        var dialog = Render<ExportDialog>();
        await dialog.InvokeAsync(() => dialog.Instance.Show(SmallData.Snapshot(), some));
        return dialog;
    }
}

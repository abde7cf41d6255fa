using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Exports;

namespace Segmentation.Dashboard.Components.Controls;

/// <summary>Asks how a list of customers is to be written, and has the browser fetch it.</summary>
public sealed partial class ExportDialog
{
    private static readonly Choice<char>[] s_separators =
    [
        new(',', "Comma"), new(';', "Semicolon", "What Excel expects where the comma stands in numbers"), new('\t', "Tab"),
    ];

    private readonly string _headingId = $"export-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private ExportChoices _choices = new();
    private SegmentationSnapshot? _snapshot;
    private bool _opening;

    [Inject]
    public required ExportTickets Tickets { get; init; }

    /// <summary>Opens the dialog. The list is the picture of this moment; what was chosen the last time is chosen again.</summary>
    /// <param name="snapshot">What can be written.</param>
    /// <param name="some">Rows that can be written alone, offered first; null when there are none.</param>
    public void Show(SegmentationSnapshot snapshot, ExportRows? some = null)
    {
        var columns = _choices.Columns.Count > 0 ? _choices.Columns : Everything(snapshot);
        _snapshot = snapshot;
        _choices = _choices with { Some = some, OnlySome = some is not null, Columns = columns };
        _opening = true;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_opening)
        {
            _opening = false;
            await (await ScriptAsync()).InvokeVoidAsync("open", _dialog);
        }
    }

    private async Task CloseAsync() => await (await ScriptAsync()).InvokeVoidAsync("close", _dialog);

    private async Task DownloadAsync()
    {
        var id = Tickets.Issue(_choices.ToTicket(_snapshot!));
        await (await ScriptAsync()).InvokeVoidAsync("download", _dialog, $"{ExportEndpoint.Path[1..]}/{id}");
    }

    private static Segmentation.Core.Collections.ValueList<string> Everything(SegmentationSnapshot snapshot) =>
        Segmentation.Core.Collections.ValueList.ToValueList(snapshot.Data.Frame.Columns.Select(column => column.Name));
}

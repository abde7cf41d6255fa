using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>What is open, and what can be done with the whole of it.</summary>
public sealed partial class TopBar
{
    private bool _copied;
    private string _said = "";

    [Parameter, EditorRequired]
    public required TopBarView View { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    [Parameter]
    public EventCallback OnRedo { get; set; }

    [Parameter]
    public EventCallback OnExport { get; set; }

    [Parameter]
    public EventCallback OnReport { get; set; }

    /// <summary>The keyboard asks to undo or redo; what cannot be done is not asked of the page.</summary>
    [JSInvokable]
    public Task OnShortcut(bool redo) => (redo, View) switch
    {
        (false, { CanUndo: true }) => OnUndo.InvokeAsync(),
        (true, { CanRedo: true }) => OnRedo.InvokeAsync(),
        _ => Task.CompletedTask,
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var script = await ScriptAsync();
            if (!IsGone)
            {
                await script.InvokeVoidAsync("listen", Self);
            }
        }
    }

    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("stop");

    /// <summary>Has the browser fetch a file of this server.</summary>
    /// <param name="address">Relative to the application, as <c>exports/...</c>.</param>
    public async Task DownloadAsync(string address) => await (await ScriptAsync()).InvokeVoidAsync("download", address);

    private async Task CopyLinkAsync()
    {
        _copied = await (await ScriptAsync()).InvokeAsync<bool>("copyAddress");
        _said = _copied ? "The link was copied." : "The browser did not allow copying. Copy the address from its address bar.";
    }
}

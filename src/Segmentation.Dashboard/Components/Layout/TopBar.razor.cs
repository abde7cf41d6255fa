using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>What is open, and what can be done with the whole of it.</summary>
public sealed partial class TopBar : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Layout/TopBar.razor.js";

    private DotNetObjectReference<TopBar>? _self;
    private IJSObjectReference? _module;
    private bool _copied;
    private bool _isGone;
    private string _said = "";

    [Parameter, EditorRequired]
    public required TopBarView View { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    [Parameter]
    public EventCallback OnRedo { get; set; }

    [Parameter]
    public EventCallback OnExport { get; set; }

    [Inject]
    public required IJSRuntime JS { get; init; }

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
            _self = DotNetObjectReference.Create(this);
            _module = await JS.InvokeAsync<IJSObjectReference>("import", ModulePath);
            if (!_isGone)
            {
                await _module.InvokeVoidAsync("listen", _self);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("stop");
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and its listeners with it.
        }

        _self?.Dispose();
    }

    private async Task CopyLinkAsync()
    {
        if (_module is null)
        {
            return;
        }

        _copied = await _module.InvokeAsync<bool>("copyAddress");
        _said = _copied ? "The link was copied." : "The browser did not allow copying. Copy the address from its address bar.";
    }
}

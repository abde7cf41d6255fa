using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Profiles;

/// <summary>Shows above a page why somebody belongs to a segment.</summary>
public sealed partial class WhyHereDialog : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Profiles/WhyHereDialog.razor.js";

    private readonly string _headingId = $"why-{Guid.NewGuid():N}";
    private ElementReference _dialog;
    private IJSObjectReference? _module;
    private ExplanationFigure? _figure;
    private bool _opening;

    [Inject]
    public required IJSRuntime JS { get; init; }

    /// <summary>Opens the dialog with what is known of somebody at this moment.</summary>
    public void Show(ExplanationFigure figure)
    {
        _figure = figure;
        _opening = true;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_opening)
        {
            _opening = false;
            _module ??= await JS.InvokeAsync<IJSObjectReference>("import", ModulePath);
            await _module.InvokeVoidAsync("open", _dialog);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and the dialog with it.
        }
    }

    private async Task CloseAsync() => await _module!.InvokeVoidAsync("close", _dialog);
}

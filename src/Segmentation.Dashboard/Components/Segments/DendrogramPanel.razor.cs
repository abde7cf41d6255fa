using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>Draws the top of a tree and asks for another number of segments while its cut is dragged. The browser owns the line until it is let go.</summary>
public sealed partial class DendrogramPanel : ComponentBase, IAsyncDisposable
{
    private const string ModulePath = "./Components/Segments/DendrogramPanel.razor.js";

    private ElementReference _root;
    private DotNetObjectReference<DendrogramPanel>? _self;
    private IJSObjectReference? _module;
    private DendrogramFigure? _rendered;
    private int? _asked;
    private bool _isGone;

    [Parameter, EditorRequired]
    public required DendrogramFigure Figure { get; set; }

    /// <summary>Another number of segments is asked for, while the line is still moving.</summary>
    [Parameter]
    public EventCallback<int> OnCut { get; set; }

    [Inject]
    public required IJSRuntime JS { get; init; }

    private string Description => $"Dendrogram: the last merges of the tree, cut into {NumberText.Count(Figure.ClusterCount, "segment", "segments")}.";

    /// <summary>The line is at this share of the height, from the top. Returns at once, so that a newer place can overtake the work.</summary>
    [JSInvokable]
    public void OnMoved(double share) => Ask(Figure.CountAt(share));

    /// <summary>A key asks for so many segments more, or fewer.</summary>
    [JSInvokable]
    public void OnStepped(int by) => Ask(Figure.Clamped((_asked ?? Figure.ClusterCount) + by));

    /// <inheritdoc/>
    protected override void OnParametersSet() => _asked = ReferenceEquals(Figure, _rendered) ? _asked : null;

    /// <inheritdoc/>
    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Figure);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        _rendered = Figure;
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await JS.InvokeAsync<IJSObjectReference>("import", ModulePath);
            if (!_isGone)
            {
                await _module.InvokeVoidAsync("attach", _root, _self);
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
                await _module.InvokeVoidAsync("detach", _root);
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }

        _self?.Dispose();
    }

    private void Ask(int count)
    {
        if (count != (_asked ?? Figure.ClusterCount))
        {
            _asked = count;
            _ = RaiseAsync(count);
        }
    }

    private async Task RaiseAsync(int count)
    {
        try
        {
            await OnCut.InvokeAsync(count);
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}

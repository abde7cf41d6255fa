using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>Draws the top of a tree and asks for another number of segments while its cut is dragged. The browser owns the line until it is let go.</summary>
public sealed partial class DendrogramPanel
{
    private ElementReference _root;
    private DendrogramFigure? _rendered;
    private int? _asked;

    [Parameter, EditorRequired]
    public required DendrogramFigure Figure { get; set; }

    /// <summary>Another number of segments is asked for, while the line is still moving.</summary>
    [Parameter]
    public EventCallback<int> OnCut { get; set; }

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
            var script = await ScriptAsync();
            if (!IsGone)
            {
                await script.InvokeVoidAsync("attach", _root, Self);
            }
        }
    }

    /// <inheritdoc/>
    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("detach", _root);

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

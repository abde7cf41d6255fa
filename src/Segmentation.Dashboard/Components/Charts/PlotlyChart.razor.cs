using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Charts;

/// <summary>Draws a figure with Plotly, again when it is handed a different one. Zoom survives; of figures that come too fast only the newest is drawn.</summary>
public sealed partial class PlotlyChart
{
    private ElementReference _host;
    private PlotlyFigure? _drawn;

    [Parameter, EditorRequired]
    public required PlotlyFigure Figure { get; set; }

    /// <summary>What the chart is called: read out, the file name of its image, and the detail of the <c>chart-drawn</c> event.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the chart shows, in a sentence for those who cannot see it; the title when null.</summary>
    [Parameter]
    public string? Summary { get; set; }

    /// <summary>A CSS height; the default fills the parent.</summary>
    [Parameter]
    public string Height { get; set; } = "100%";

    /// <summary>A mark was clicked.</summary>
    [Parameter]
    public EventCallback<ChartPoint> OnClick { get; set; }

    /// <summary>Marks were caught with box or lasso; empty when the selection was dropped.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<ChartPoint>> OnSelected { get; set; }

    private string Description => Summary is null ? Title : $"{Title}. {Summary}";

    [JSInvokable]
    public Task OnPointClicked(ChartPoint point) => OnClick.InvokeAsync(point);

    [JSInvokable]
    public Task OnPointsSelected(ChartPoint[] points) => OnSelected.InvokeAsync(points);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var script = await ScriptAsync();
        if (IsGone || ReferenceEquals(_drawn, Figure))
        {
            return;
        }

        var isSamePicture = _drawn is not null && ReferenceEquals(_drawn.Data, Figure.Data) && ReferenceEquals(_drawn.Layout, Figure.Layout);
        _drawn = Figure;
        await (isSamePicture
            ? script.InvokeVoidAsync("mark", _host, Figure.Marks)
            : script.InvokeVoidAsync("draw", _host, Self, Title, Figure, OnClick.HasDelegate, OnSelected.HasDelegate));
    }

    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("dispose", _host);
}

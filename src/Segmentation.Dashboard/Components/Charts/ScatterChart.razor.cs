using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Charts;

/// <summary>
/// Customers as points in two or three dimensions. Coordinates cross the wire when they change, labels alone when k moves,
/// a customer's words when the pointer rests on them. Points are named by their index in <see cref="Points"/>.
/// </summary>
public sealed partial class ScatterChart
{
    /// <summary>The label of a customer in no segment.</summary>
    public const byte NoSegment = byte.MaxValue;

    private static readonly Choice<string>[] s_dragModes = [new("zoom", "Zoom"), new("pan", "Move"), new("lasso", "Lasso"), new("select", "Box")];

    private ElementReference _host;
    private ScatterPoints? _sentPoints;
    private byte[]? _sentLabels;
    private int? _sentHighlight;
    private string _dragMode = "zoom";
    private int _selected;

    [Parameter, EditorRequired]
    public required ScatterPoints Points { get; set; }

    /// <summary>The segment of each point, from 0; <see cref="ScatterFigure.Unassigned"/> and <see cref="NoSegment"/> for none; those with
    /// <see cref="ScatterFigure.Mark"/> added stand out. A new array when they change.</summary>
    [Parameter, EditorRequired]
    public required byte[] Labels { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the chart shows, in a sentence for those who cannot see it.</summary>
    [Parameter]
    public string? Summary { get; set; }

    /// <summary>The segment that stands out while the others are dimmed, from 0; null for none.</summary>
    [Parameter]
    public int? Highlight { get; set; }

    /// <summary>A CSS height; the default fills the parent.</summary>
    [Parameter]
    public string Height { get; set; } = "100%";

    /// <summary>What to say of a point: a few lines of plain text, asked for when the pointer rests on it.</summary>
    [Parameter]
    public Func<int, string>? HoverText { get; set; }

    /// <summary>Points were caught with lasso or box; empty when the selection was dropped.</summary>
    [Parameter]
    public EventCallback<int[]> OnSelected { get; set; }

    // Catching customers is offered where somebody listens.
    private IReadOnlyList<Choice<string>> DragModes => OnSelected.HasDelegate ? s_dragModes : s_dragModes[..2];

    private string Description => Summary is null ? Title : $"{Title}. {Summary}";

    [JSInvokable]
    public string OnHovered(int point) => point >= 0 && point < Points.Count ? HoverText?.Invoke(point) ?? "" : "";

    /// <summary>Little-endian 32-bit indices of the points that were caught.</summary>
    [JSInvokable]
    public async Task OnCaught(byte[] points)
    {
        var indices = MemoryMarshal.Cast<byte, int>(points).ToArray();
        _selected = indices.Length;
        StateHasChanged();
        await OnSelected.InvokeAsync(indices);
    }

    /// <summary>Drops the selection, here and for those who listen.</summary>
    public async Task ClearSelectionAsync()
    {
        _selected = 0;
        await (await ScriptAsync()).InvokeVoidAsync("clearSelection", _host);
        await OnSelected.InvokeAsync([]);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var script = await ScriptAsync();
        if (IsGone)
        {
            // The page moved on while the script came.
            return;
        }

        if (!ReferenceEquals(_sentPoints, Points))
        {
            await SendAllAsync(script);
        }
        else if (!ReferenceEquals(_sentLabels, Labels))
        {
            _sentLabels = Labels;
            await script.InvokeVoidAsync("setLabels", _host, Labels, Bytes(SegmentPlaces.Of(Points, ScatterFigure.Unmarked(Labels))));
        }

        if (!IsGone && _sentHighlight != Highlight)
        {
            _sentHighlight = Highlight;
            await script.InvokeVoidAsync("setHighlight", _host, Highlight);
        }
    }

    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("dispose", _host);

    private async Task SendAllAsync(IJSObjectReference script)
    {
        (_sentPoints, _sentLabels) = (Points, Labels);
        var axes = new { title = Title, x = Points.XTitle, y = Points.YTitle, z = Points.ZTitle, hovers = HoverText is not null };
        await script.InvokeVoidAsync(
            "setPoints", _host, Self, axes, Bytes(Points.X), Bytes(Points.Y), Points.Z is null ? null : Bytes(Points.Z), Labels,
            Bytes(SegmentPlaces.Of(Points, ScatterFigure.Unmarked(Labels))));
    }

    private async Task ChooseDragModeAsync(string mode)
    {
        _dragMode = mode;
        await (await ScriptAsync()).InvokeVoidAsync("setDragMode", _host, mode);
    }

    private static byte[] Bytes(float[] column) => MemoryMarshal.AsBytes(column.AsSpan()).ToArray();
}

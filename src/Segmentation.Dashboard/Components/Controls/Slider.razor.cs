using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Segmentation.Dashboard.Components.Controls;

/// <summary>
/// A slider that acts while it is dragged. The browser owns the thumb: what the server renders moves it only when the
/// person has let go and has asked for nothing newer.
/// </summary>
public sealed partial class Slider
{
    private readonly string _id = $"slider-{Guid.NewGuid():N}";
    private ElementReference _root;
    private string? _first;
    private double _shown;
    private (double Min, double Max, double Step, double? Suggested) _scale;
    private int _running;
    private bool _attached;

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public double Value { get; set; }

    [Parameter, EditorRequired]
    public double Min { get; set; }

    [Parameter, EditorRequired]
    public double Max { get; set; }

    [Parameter]
    public double Step { get; set; } = 1;

    /// <summary>What follows the number: "segments", "× IQR". Empty for a bare number.</summary>
    [Parameter]
    public string Unit { get; set; } = "";

    /// <summary>The value a tick marks and a double click returns to.</summary>
    [Parameter]
    public double? Suggested { get; set; }

    /// <summary>One sentence about the term, on hover and on focus.</summary>
    [Parameter]
    public string? Explanation { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    /// <summary>A newer value, while the thumb is still moving.</summary>
    [Parameter]
    public EventCallback<double> OnInput { get; set; }

    /// <summary>The newest value of the thumb. Returns at once, so that a newer value can overtake the work this one starts.</summary>
    [JSInvokable]
    public void OnMoved(double value)
    {
        _shown = value;
        _ = RaiseAsync(value);
    }

    protected override void OnInitialized()
    {
        _shown = Value;
        _first = Text(Value);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var script = await ScriptAsync();
            if (IsGone)
            {
                // The page moved on while the script came.
                return;
            }

            await script.InvokeVoidAsync("attach", _root, Self, Unit, Suggested, Value, _first);
            _scale = (Min, Max, Step, Suggested);
            _shown = Value;
            _attached = true;
        }

        await SynchroniseAsync();
    }

    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("detach", _root);

    // While a reported value is being worked on, what is rendered may be older than the thumb and says nothing about it.
    private async Task SynchroniseAsync()
    {
        var scale = (Min, Max, Step, Suggested);
        if (!_attached || IsGone || _running > 0 || (Value == _shown && scale == _scale))
        {
            return;
        }

        (_shown, _scale) = (Value, scale);
        await (await ScriptAsync()).InvokeVoidAsync("show", _root, Value, Suggested);
    }

    private async Task RaiseAsync(double value)
    {
        _running++;
        try
        {
            await OnInput.InvokeAsync(value);
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
        finally
        {
            _running--;
        }

        StateHasChanged();
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Segmentation.Dashboard.Components;

/// <summary>
/// A component with a script of its own beside it, <c>X.razor.js</c> for <c>X.razor</c>. The script is fetched once, when it is first
/// asked for, and let go with the component.
/// </summary>
/// <typeparam name="TSelf">The component itself.</typeparam>
public abstract class ScriptedComponent<TSelf> : ComponentBase, IAsyncDisposable
    where TSelf : ScriptedComponent<TSelf>
{
    // The task is kept, not the script: two quick renders must not import it twice.
    private Task<IJSObjectReference>? _script;
    private DotNetObjectReference<TSelf>? _self;

    [Inject]
    public required IJSRuntime JS { get; init; }

    /// <summary>True once the page moved on, which may happen while the script comes: then it has nothing to do any more.</summary>
    protected bool IsGone { get; private set; }

    /// <summary>What the script calls back.</summary>
    protected DotNetObjectReference<TSelf> Self => _self ??= DotNetObjectReference.Create((TSelf)this);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        IsGone = true;
        try
        {
            if (_script is { IsCompletedSuccessfully: true })
            {
                var script = await _script;
                await LeaveAsync(script);
                await script.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and took the script with it.
        }

        _self?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The script.</summary>
    protected Task<IJSObjectReference> ScriptAsync() => _script ??= ImportAsync();

    /// <summary>Tells the script to let go of the page; its elements may be gone already.</summary>
    protected virtual ValueTask LeaveAsync(IJSObjectReference script) => ValueTask.CompletedTask;

    // Whoever asked finds that the component is gone; what came too late is let go here.
    private async Task<IJSObjectReference> ImportAsync()
    {
        var script = await JS.InvokeAsync<IJSObjectReference>("import", PathOf(typeof(TSelf)));
        if (IsGone)
        {
            await script.DisposeAsync();
        }

        return script;
    }

    // Segmentation.Dashboard.Components.Charts.PlotlyChart is served as ./Components/Charts/PlotlyChart.razor.js.
    private static string PathOf(Type component) =>
        $"./{component.FullName![(typeof(Program).Namespace!.Length + 1)..].Replace('.', '/')}.razor.js";
}

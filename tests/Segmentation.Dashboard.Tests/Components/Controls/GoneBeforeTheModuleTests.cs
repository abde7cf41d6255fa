using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Configuration;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Controls;

/// <summary>A control may be gone before its module has arrived: the first picture replaces what stood there while it was waited for.</summary>
public class GoneBeforeTheModuleTests : BunitContext
{
    private readonly SlowBrowser _browser = new();

    public GoneBeforeTheModuleTests()
    {
        Services.AddSingleton<IJSRuntime>(_browser);
        Services.AddSingleton(Options.Create(new DashboardOptions()));
    }

    [Fact]
    public Task Slider_Gone_TellsTheModuleNothing() =>
        AssertSilentAsync(Render<Slider>(p => p.Add(s => s.Label, "k").Add(s => s.Value, 3).Add(s => s.Min, 2).Add(s => s.Max, 20)));

    [Fact]
    public Task FileDrop_Gone_TellsTheModuleNothing() => AssertSilentAsync(Render<FileDrop>());

    private async Task AssertSilentAsync<T>(IRenderedComponent<T> control)
        where T : IComponent
    {
        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(_browser.Arrive);
        await Renderer.Dispatcher.InvokeAsync(() => { });

        Assert.True(control.IsDisposed);
        Assert.Empty(_browser.Calls);
    }

    private sealed class SlowBrowser : IJSRuntime, IJSObjectReference
    {
        private readonly TaskCompletionSource<IJSObjectReference> _import = new();

        public List<string> Calls { get; } = [];

        public void Arrive() => _import.SetResult(this);

        async ValueTask<TValue> IJSRuntime.InvokeAsync<TValue>(string identifier, object?[]? args) => (TValue)await _import.Task;

        ValueTask<TValue> IJSRuntime.InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ((IJSRuntime)this).InvokeAsync<TValue>(identifier, args);

        ValueTask<TValue> IJSObjectReference.InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            return default;
        }

        ValueTask<TValue> IJSObjectReference.InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ((IJSObjectReference)this).InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

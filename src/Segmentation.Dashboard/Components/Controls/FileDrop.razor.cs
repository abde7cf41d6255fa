using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Uploads;

namespace Segmentation.Dashboard.Components.Controls;

/// <summary>Takes a file by drop anywhere on the window or by dialog, and sends it to the server, visibly and stoppably.</summary>
public sealed partial class FileDrop
{
    private ElementReference _root;
    private string? _name;
    private long _sent;
    private long _total;
    private string? _problem;
    private bool _attached;

    /// <summary>What it says beside its button.</summary>
    [Parameter]
    public string Invitation { get; set; } = "Use your own file";

    /// <summary>The file has arrived whole.</summary>
    [Parameter]
    public EventCallback<UploadedFile> OnUploaded { get; set; }

    [Inject]
    public required IOptions<DashboardOptions> Options { get; init; }

    private bool IsUploading => _name is not null;

    private int Percent => _total == 0 ? 0 : (int)Math.Min(100, 100 * _sent / _total);

    /// <summary>The browser began to send a file.</summary>
    [JSInvokable]
    public void OnStarted(string name, long bytes)
    {
        (_name, _total, _sent, _problem) = (UploadName.Clean(name), bytes, 0, null);
        StateHasChanged();
    }

    /// <summary>So many bytes have left the browser.</summary>
    [JSInvokable]
    public void OnProgress(long sent)
    {
        _sent = sent;
        StateHasChanged();
    }

    /// <summary>The server has the file.</summary>
    [JSInvokable]
    public async Task OnDone(UploadedFile file)
    {
        _name = null;
        StateHasChanged();
        await OnUploaded.InvokeAsync(file);
    }

    /// <summary>The file did not arrive; the message is for the person at the screen, empty when they stopped it themselves.</summary>
    [JSInvokable]
    public void OnFailed(string message)
    {
        (_name, _problem) = (null, message);
        StateHasChanged();
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

            var limit = Options.Value.MaxUploadBytes;
            await script.InvokeVoidAsync("attach", _root, Self, new
            {
                url = UploadEndpoint.Path,
                header = UploadEndpoint.Header,
                limit,
                tooLarge = new UploadTooLargeException(limit).Message,
            });
            _attached = true;
            if (!IsGone)
            {
                StateHasChanged();
            }
        }
    }

    protected override ValueTask LeaveAsync(IJSObjectReference script) => script.InvokeVoidAsync("detach", _root);

    private async Task CancelAsync() => await (await ScriptAsync()).InvokeVoidAsync("cancel", _root);
}

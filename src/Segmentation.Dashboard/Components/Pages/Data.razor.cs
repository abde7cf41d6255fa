using Microsoft.AspNetCore.Components;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Preview;
using Segmentation.Dashboard.Session;
using Segmentation.Dashboard.Uploads;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>What the file holds and how it was understood; every guess can be changed.</summary>
public sealed partial class Data : ComponentBase
{
    private ColumnWindow _window = ColumnWindow.Of([], "", 0);
    private IReadOnlyList<ColumnFacts>? _facts;
    private DataFrame? _shown;
    private string _query = "";

    [CascadingParameter]
    public SessionState? State { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required FrameFacts Facts { get; init; }

    [Inject]
    public required UploadStore Uploads { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (State?.Snapshot?.Data.Frame is { } frame && !ReferenceEquals(frame, _shown))
        {
            _shown = frame;
            await ShowAsync("", 0);
        }
    }

    private async Task ShowAsync(string query, int page)
    {
        var window = ColumnWindow.Of(_shown!.Columns, query, page);
        (_query, _window, _facts) = (query, window, null);
        var facts = await Facts.OfAsync(window.Columns);
        if (ReferenceEquals(window, _window))
        {
            _facts = facts;
        }
    }

    private Task OpenAsync(UploadedFile file) => Session.OpenUploadAsync(Uploads, file);
}

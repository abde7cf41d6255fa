using Microsoft.AspNetCore.Components;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>What cleaning did, step by step, and every choice about it. Sliders act while they move.</summary>
public sealed partial class Clean : ComponentBase
{
    private bool _showsSetAside;
    private DataFrame? _examined;
    private IReadOnlyList<CategorySuggestion>? _suggestions;

    [CascadingParameter]
    public SessionState? State { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required FrameFacts Facts { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (State?.Snapshot?.Data.Frame is { } frame && !ReferenceEquals(frame, _examined))
        {
            (_examined, _suggestions) = (frame, null);
            var found = await Facts.SuggestionsAsync(frame);
            if (ReferenceEquals(frame, _examined))
            {
                _suggestions = found;
            }
        }
    }

    private Task ApplyAsync(SegmentationRecipe recipe, string? gesture = null) => Session.ApplyAsync(recipe, gesture);

    private static int Kept(SegmentationSnapshot snapshot) => snapshot.Cleaning.SetAside.Kept.Count;

    private static int SetAside(SegmentationSnapshot snapshot) => snapshot.Cleaning.SetAside.Count;

    private static string GestureOf(string? column) => column is null ? "outliers" : $"outliers:{column}";

    private static DataColumn[] WithMissing(SegmentationSnapshot snapshot) =>
        [.. snapshot.Features.Columns.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)
            .Select(name => snapshot.Data.Frame[name]).Where(column => column.Missing.Count > 0)];
}

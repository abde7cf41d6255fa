using Microsoft.AspNetCore.Components;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Profiles;
using Segmentation.Dashboard.Customers;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;
using Segmentation.Dashboard.Uploads;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>The manager's page: who the customers are, how sure that is, and what to do next.</summary>
public sealed partial class Overview : ComponentBase
{
    private ExportDialog? _export;
    private int? _pointed;

    private readonly EvidenceInView _evidence = new();

    [CascadingParameter]
    public required SessionState State { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required UploadStore Uploads { get; init; }

    private SegmentFigures Figures { get; } = new();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => _evidence.FollowAsync(Session, State.Snapshot);

    private string Introduction => State switch
    {
        { Snapshot: null } => "Who are your customers, how many of each kind, and what sets them apart?",
        { Source.Id: DataSource.SampleId } => "These are invented customers of a sample shop. Look around, then use your own file.",
        { Snapshot: { Data.Name: var name, Noun: var noun } } =>
            $"{noun.Heading} of {TextClip.Of(name)} {noun.Who} are alike are put together. Point at a card to see its {noun.Many} on the map, and list or export them.",
    };

    private bool IsShare(string feature) => State.Snapshot?.Features.Columns.Any(column => column.Name == feature && column.IsIndicator) ?? false;

    private DataColumn? ColumnOf(string feature) =>
        State.Snapshot is { } snapshot && !IsShare(feature) && snapshot.Data.Frame.TryGetColumn(feature, out var column) ? column : null;

    private string Describe(int point) => State.Snapshot is { } snapshot ? ScatterFigure.Describe(snapshot, Figures.Space(snapshot).Rows[point]) : "";

    private Task OpenAsync(UploadedFile file) => Session.OpenUploadAsync(Uploads, file);

    private void Export(int segment)
    {
        if (State.Snapshot is { } snapshot)
        {
            var rows = CustomerList.Find(snapshot, CustomerQuery.Everyone with { Segment = segment });
            _export?.Show(snapshot, new ExportRows(snapshot.ProfileOf(segment).Name, rows));
        }
    }
}

using Microsoft.AspNetCore.Components;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Components.Profiles;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>What each segment is, how we know, and what to do with it.</summary>
public sealed partial class Profiles : ComponentBase
{
    private const int TraitsOnACard = 4;

    private readonly EvidenceInView _evidence = new();
    private (int First, int Second) _compared;

    [CascadingParameter]
    public required SessionState State { get; set; }

    /// <summary>The segment to compare, from the address.</summary>
    [SupplyParameterFromQuery(Name = "compare")]
    public int? ToCompare { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    private SegmentFigures Figures { get; } = new();

    /// <inheritdoc/>
    protected override void OnInitialized() => _compared = (ToCompare ?? 0, 0);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => _evidence.FollowAsync(Session, State.Snapshot);

    private SegmentEvidence? EvidenceOf(SegmentationSnapshot snapshot) => _evidence.Of(snapshot);

    private void Compare(int segment)
    {
        _compared = (segment, _compared.First == segment ? _compared.Second : _compared.First);
        Navigation.NavigateTo($"profiles?compare={segment}#compare");
    }

    private static IReadOnlyList<TraitLine> TraitsOf(SegmentationSnapshot snapshot, SegmentEvidence? evidence, int place) => evidence is not null
        ? TraitLine.OfCard(evidence.Portraits[place], snapshot, TraitsOnACard)
        : [.. snapshot.Profiles[place].Strongest(TraitsOnACard).Select(trait => TraitLine.Of(trait, trait.IsShare, null))];

    private static DataColumn? MoneyColumn(SegmentationSnapshot snapshot, SegmentEvidence? evidence) =>
        evidence?.MoneyColumns is [var first, ..] ? snapshot.Data.Frame[first] : null;
}

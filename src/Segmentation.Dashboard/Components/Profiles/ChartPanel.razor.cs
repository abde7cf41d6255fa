using Microsoft.AspNetCore.Components;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Profiles;

/// <summary>The charts of the Profiles page: one at a time, with the segments that are wanted in it.</summary>
public sealed partial class ChartPanel : ComponentBase
{
    private static readonly Choice<View>[] s_views =
    [
        new(View.Heat, "Heat map", "Every feature at once: red above the average, blue below."),
        new(View.Snake, "Snake plot", "Features from top to bottom, each segment a line that winds down them."),
        new(View.Parallel, "Parallel", "Features side by side in their own units, with typical customers."),
        new(View.Radar, "Radar", "Features around a circle."),
        new(View.Spread, "One column", "How the values of one column lie in each segment."),
    ];

    private static readonly Choice<bool>[] s_shapes = [new(false, "Boxes"), new(true, "Densities")];

    private readonly Latest<IReadOnlyList<SegmentProfile>, SnakeFigure> _snake = new();
    private readonly Latest<(IReadOnlyList<SegmentProfile>, SegmentEvidence?), ParallelFigure> _parallel = new();
    private readonly HashSet<int> _hidden = [];
    private (object Quality, IReadOnlyList<SegmentProfile> Profiles)? _spreadOf;
    private SpreadFigure? _spread;
    private string? _column;
    private bool _asDensity;
    private View _view;

    private enum View
    {
        Heat,
        Snake,
        Parallel,
        Radar,
        Spread,
    }

    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>What is known of the segments; null until it is.</summary>
    [Parameter]
    public SegmentEvidence? Evidence { get; set; }

    [Parameter, EditorRequired]
    public required SegmentFigures Figures { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    // Strongest first, as soon as that is known.
    private IEnumerable<string> Columns =>
        Evidence?.Effects.Select(effect => effect.Column) ?? Snapshot.Features.Columns.Select(feature => feature.Column).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_view == View.Spread && _spreadOf != (Snapshot.Quality, Snapshot.Profiles))
        {
            await FindSpreadAsync();
        }
    }

    private bool IsShown(int segment) => !_hidden.Contains(segment);

    private void Toggle(int segment)
    {
        if (!_hidden.Remove(segment))
        {
            _hidden.Add(segment);
        }
    }

    private Task ChooseAsync(View view)
    {
        _view = view;
        return view == View.Spread ? FindSpreadAsync() : Task.CompletedTask;
    }

    private Task ChooseColumnAsync(string column)
    {
        _column = column;
        return FindSpreadAsync();
    }

    private async Task FindSpreadAsync()
    {
        var snapshot = Snapshot;
        _spreadOf = (snapshot.Quality, snapshot.Profiles);
        _column = Columns.Contains(_column, StringComparer.Ordinal) ? _column : Columns.First();
        var spread = await Session.SpreadAsync(snapshot, _column!);
        if (spread is not null && ReferenceEquals(snapshot.Quality, Snapshot.Quality) && spread.Column == _column)
        {
            _spread = SpreadFigure.Of(spread, snapshot);
        }
    }
}

using Microsoft.AspNetCore.Components;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Projection;
using Segmentation.Dashboard.Components.Charts;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Profiles;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>The analyst's page: every choice, and what it does, at once.</summary>
public sealed partial class Segments : ComponentBase
{
    private static readonly Choice<Panel>[] s_panels =
    [
        new(Panel.Profiles, "Profiles", "How each segment differs from the average of all, feature by feature."),
        new(Panel.Verdicts, "How many?", "What seven criteria say about the number of segments."),
        new(Panel.Sensitivity, "What matters?", "How much of the segments is left when one choice is made otherwise."),
    ];

    private readonly ExplanationFigures _explanations = new();
    private ExportDialog? _export;
    private WhyHereDialog? _why;
    private ScatterChart? _scatter;
    private ScatterAxes? _axes;
    private ViewKind? _view;
    private int? _pointed;
    private int? _listed;
    private bool _areMarked;
    private Panel _panel;

    private enum Panel
    {
        Profiles,
        Verdicts,
        Sensitivity,
    }

    [CascadingParameter]
    public required SessionState State { get; set; }

    /// <summary>The segment to list, from the address.</summary>
    [SupplyParameterFromQuery]
    public int? Segment { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    private readonly Latest<(FeatureSet, int, ClusterEvidence?), IReadOnlyList<Verdict>> _verdicts = new();

    private SegmentFigures Figures { get; } = new();

    private MapView? StateOf(SegmentationSnapshot snapshot) => State.View is { } view && view.Kind == _view && view.IsOf(snapshot) ? view : null;

    private RowView? View(SegmentationSnapshot snapshot) => StateOf(snapshot)?.Found;

    private Task ChooseViewAsync(ViewKind? kind)
    {
        _view = kind;
        return kind is { } chosen ? Session.ShowViewAsync(chosen) : Session.CloseViewAsync();
    }

    private ScatterAxes Axes(SegmentationSnapshot snapshot) => View(snapshot) is not null ? ScatterAxes.OfView : _axes?.For(snapshot.Features) ?? ScatterAxes.Suggest(snapshot.Features);

    private string Describe(int point) => State.Snapshot is { } snapshot ? ScatterFigure.Describe(snapshot, Figures.Space(snapshot, View(snapshot)).Rows[point]) : "";

    private Task SelectAsync(int[] points) =>
        Session.SelectAsync(State.Snapshot is { } snapshot ? Figures.Space(snapshot, View(snapshot)).RowsOf(points) : null);

    // The chart drops its lasso and tells the session through SelectAsync.
    private Task ClearSelectionAsync() => _scatter is null ? Session.SelectAsync(null) : _scatter.ClearSelectionAsync();

    private void Export(IReadOnlyList<int> rows)
    {
        if (State.Snapshot is { } snapshot)
        {
            _export?.Show(snapshot, new ExportRows($"The {snapshot.Noun.Many} in the list", rows));
        }
    }

    private void Explain(int row)
    {
        if (State.Snapshot is { } snapshot && _explanations.OfRow(snapshot, row) is { } figure)
        {
            _why?.Show(figure);
        }
    }

    private static string HowMany(SegmentationSnapshot snapshot) => (snapshot.Quality.Bic is null
        ? "Inertia is what is left of the differences within segments; where it stops falling fast is the elbow."
        : "The criterion (BIC) weighs how well the segments fit against how many numbers it takes to describe them; lower is better.")
        + " The silhouette says how clearly segments stand apart. Click a point to choose that number.";

    private Task CutAsync(int count) =>
        Session.ApplyAsync(State.Recipe with { Clustering = State.Recipe.Clustering with { ClusterCount = count } }, "cut");

    private IReadOnlyList<Verdict> VerdictsOf(SegmentationSnapshot snapshot) => _verdicts.For(
        (snapshot.Features, snapshot.Curve.Count, State.Trust?.Evidence),
        () => ClusterVerdicts.Of(
            [.. snapshot.Curve.Where(quality => quality.ClusterCount <= ClusterVerdicts.MostFor(snapshot.Curve))],
            State.Trust is { } trust && trust.IsOf(snapshot) ? trust.Evidence : ClusterEvidence.None));

    private Task ChooseCountAsync(ChartPoint point) =>
        State.Snapshot is { } snapshot && ElbowFigure.CountAt(snapshot.Curve, point.Trace, point.Point) is { } count
            ? ChooseAsync(count)
            : Task.CompletedTask;

    private Task ChooseAsync(int count)
    {
        return count is >= ClusteringOptions.MinClusters and <= ClusteringOptions.MaxClusters
            ? Session.ApplyAsync(State.Recipe with { Clustering = State.Recipe.Clustering with { ClusterCount = count } })
            : Task.CompletedTask;
    }
}

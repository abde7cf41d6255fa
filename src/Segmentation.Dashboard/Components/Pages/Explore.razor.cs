using System.Globalization;
using Microsoft.AspNetCore.Components;
using Segmentation.Core.Collections;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Preview;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Pages;

/// <summary>The data before it is cut: columns, pairs and gaps, all about the rows that a filter selects.</summary>
public sealed partial class Explore : ComponentBase, IDisposable
{
    private const int MostListed = 40;
    private const int WideFrom = 12;

    private static readonly Choice<bool>[] s_correlations =
    [
        new(false, "Pearson", "How close two numbers are to a straight line."),
        new(true, "Spearman", "How close two numbers are to growing together, by their ranks: outliers and curves do not matter."),
    ];

    private readonly Latest<AssociationMatrix, AssociationFigure> _map = new();
    private readonly Dictionary<string, Latest<ExploreSegments, StripsFigure>> _strips = new(StringComparer.Ordinal);
    private IDisposable? _subscription;
    private SegmentationSnapshot? _shown;
    private string _search = "";
    private int _page;

    [CascadingParameter]
    public SessionState? State { get; set; }

    [Inject]
    public required SegmentationService Session { get; init; }

    [Inject]
    public required ExploreService Exploring { get; init; }

    private ExploreState Found => Exploring.Current;

    private ExploreQuery Query => Exploring.Current.Query;

    private ColumnWindow Window => ColumnWindow.Of(State!.Snapshot!.Data.Frame.Columns, _search, _page);

    protected override void OnInitialized() => _subscription = Exploring.OnChanged(() => InvokeAsync(StateHasChanged));

    protected override async Task OnParametersSetAsync()
    {
        if (State?.Snapshot is { } snapshot && !ReferenceEquals(snapshot, _shown))
        {
            var isSameFile = _shown is null || ReferenceEquals(_shown.Data.Frame, snapshot.Data.Frame);
            _shown = snapshot;
            await Exploring.ShowAsync(snapshot, isSameFile ? Query : new ExploreQuery());
        }
    }

    public void Dispose() => _subscription?.Dispose();

    private Task AskAsync(ExploreQuery query) => State?.Snapshot is { } snapshot ? Exploring.ShowAsync(snapshot, query) : Task.CompletedTask;

    // The pair on screen stays there, though another may be the strongest of the rows that are left.
    private Task FilterAsync(RowFilter filter) => AskAsync(Query with
    {
        Filter = filter,
        Pair = Query.Pair ?? (Found.Pair is { } table ? new ColumnPair(table.First.Column, table.Second.Column) : null),
    });

    private Task PickAsync(RowCondition condition) =>
        Query.Filter.Conditions.Count < RowFilter.MaxConditions || Query.Filter.Conditions.Contains(condition) ? FilterAsync(Query.Filter.Toggle(condition)) : Task.CompletedTask;

    private Task PickBothAsync((RowCondition First, RowCondition Second) both) => PickAllAsync([both.First, both.Second]);

    // A cell that is asked for already is let go of as a whole.
    private Task PickAllAsync(IReadOnlyList<RowCondition> conditions)
    {
        var known = Query.Filter.Conditions;
        var isKnown = conditions.All(known.Contains);
        var kept = known.Where(condition => conditions.All(wanted => wanted.Subject != condition.Subject));
        return FilterAsync(new RowFilter([.. kept.Concat(isKnown ? [] : conditions).Take(RowFilter.MaxConditions)]));
    }

    private Task SetAsideAsync() => MakeStepAsync(RecipeEdits.WithSetAside);

    private Task OwnSegmentAsync() => MakeStepAsync(RecipeEdits.WithOwnSegment);

    private async Task MakeStepAsync(Func<SegmentationRecipe, RowFilter, SegmentationRecipe> edit)
    {
        var filter = Query.Filter;
        await FilterAsync(RowFilter.None);
        await Session.ApplyAsync(edit(State!.Recipe, filter));
    }

    private string Left(SegmentationSnapshot snapshot) => Found.Selection is { } selection && selection.Filter == Query.Filter
        ? ExploreWords.Left(selection.Rows.Count, Found.Base!.Rows.Count, selection.Unknown, snapshot.Noun)
        : "Counting …";

    // While a new filter is being counted, the charts stay with the one before.
    private ColumnStatistics PartOf(ColumnOverview overview) => Find(Found.Selection?.Statistics, overview) ?? overview.All;

    private FigurePart[] PartsOf(ColumnOverview overview)
    {
        var place = Place(overview);
        FigurePart[] rows = Query.Filter.IsEmpty
            ? [new("All", null, overview.All)]
            : [new("Selected", null, PartOf(overview)), new("All", null, overview.All)];
        return Found.Segments is { } segments && place >= 0 && place < segments.Statistics.Count
            ? [.. rows, .. segments.Numbers.Zip(segments.Statistics[place], (number, part) => new FigurePart(Session.Current.Snapshot?.FindProfile(number)?.Name ?? "", number, part))]
            : rows;
    }

    private StripsFigure? StripsOf(SegmentationSnapshot snapshot, ColumnOverview overview)
    {
        var place = Place(overview);
        if (!Query.BySegment || Found.Segments is not { } segments || place < 0 || place >= segments.Statistics.Count)
        {
            return null;
        }

        var latest = _strips.TryGetValue(overview.Column, out var known) ? known : _strips[overview.Column] = new();
        return latest.For(segments, () => StripsFigure.Of(snapshot, overview, segments.Numbers, segments.Statistics[place]));
    }

    private int Place(ColumnOverview overview) => Enumerable.Range(0, Found.Base!.Columns.Count).FirstOrDefault(place => ReferenceEquals(Found.Base.Columns[place], overview), -1);

    private static ColumnStatistics? Find(IReadOnlyList<ColumnStatistics>? statistics, ColumnOverview overview) => statistics?.FirstOrDefault(part => part.Column == overview.Column);

    private AssociationFigure MapOf(AssociationMatrix matrix) => _map.For(matrix, () => AssociationFigure.Of(matrix));

    private static IReadOnlyList<string> Names(ExploreBase all) => [.. all.Columns.Where(column => column.Axis.Slots.Count > 1).Select(column => column.Column)];

    private static ValueList<string> Toggled(ValueList<string> chosen, string column, int most) =>
        chosen.Contains(column) ? chosen.Remove(column) : chosen.Count < most ? chosen.Add(column) : chosen;

    private static Association? AssociationOf(AssociationMatrix matrix, SlotTable table) => matrix.Pairs.FirstOrDefault(pair => IsOf(pair, table));

    private static bool IsOf(Association pair, SlotTable table) =>
        (pair.First == table.First.Column && pair.Second == table.Second.Column) || (pair.First == table.Second.Column && pair.Second == table.First.Column);

    private bool IsShown(Association pair) => Found.Pair is { } table && IsOf(pair, table);

    private static int PlaceOf(AssociationMatrix matrix, Association pair) => matrix.Pairs.Index().First(entry => ReferenceEquals(entry.Item, pair)).Index;

    private Task ChoosePairAsync(ChangeEventArgs chosen) =>
        int.TryParse(chosen.Value?.ToString(), CultureInfo.InvariantCulture, out var place) && Found.Matrix is { } matrix && place < matrix.Pairs.Count
            ? AskAsync(Query with { Pair = new ColumnPair(matrix.Pairs[place].First, matrix.Pairs[place].Second) })
            : Task.CompletedTask;
}

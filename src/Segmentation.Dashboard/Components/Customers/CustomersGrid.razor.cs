using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Customers;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Customers;

/// <summary>
/// The customers as rows: sorted, filtered, and drawn only where they are looked at. Follows the segments a moment
/// after the charts, so that a moving slider is not slowed by it.
/// </summary>
public sealed partial class CustomersGrid : ComponentBase, IDisposable
{
    private const int LongestCell = 80;

    private readonly HashSet<string> _toggled = new(StringComparer.Ordinal);
    private readonly ListSearch _search = new();
    private Virtualize<CustomerRow>? _virtual;
    private SegmentationSnapshot _shown = null!;
    private CustomerQuery _query = CustomerQuery.Everyone;
    private (object? Quality, IReadOnlyList<SegmentProfile>? Profiles, IReadOnlyList<int>? Selected, int? Segment) _asked;
    private string[] _allColumns = [];
    private List<string> _columns = [];
    private string? _identifier;
    private int[] _rows = [];
    private int _page;
    private bool _isFound;
    private bool _isSearching;
    private bool _isUnchanged;

    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>Rows caught on the map, ascending; null when nothing is.</summary>
    [Parameter]
    public IReadOnlyList<int>? Selected { get; set; }

    /// <summary>The segment to list, from 1; a new value wins over what was chosen here.</summary>
    [Parameter]
    public int? Segment { get; set; }

    /// <summary>How long the picture must rest before the list follows.</summary>
    [Parameter]
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Rows on one page of 32 pixels each: browsers cannot scroll further than some 17 million, and less when they zoom.</summary>
    [Parameter]
    public int PageRows { get; set; } = 200_000;

    /// <summary>The rows in the list are to be exported, in their order.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<int>> OnExport { get; set; }

    /// <summary>Somebody asks why a row of the file is in its segment; without a listener nobody can ask.</summary>
    [Parameter]
    public EventCallback<int> OnExplain { get; set; }

    [Parameter]
    public EventCallback OnSelectionCleared { get; set; }

    private string Counted => _isSearching ? "Looking …" : _isFound ? $"{NumberText.Count(_rows.Length)} of {NumberText.Count(Snapshot.Data.Frame.Rows)}" : "";

    private string Everyone => Snapshot.Noun == RowNoun.Row ? "All rows" : "Everyone";

    /// <inheritdoc/>
    public void Dispose() => _search.Dispose();

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var asked = ((object?)Snapshot.Quality, Snapshot.Profiles, Selected, Segment);
        _isUnchanged = asked == _asked;
        if (_isUnchanged)
        {
            return;
        }

        if (Segment is { } segment && Segment != _asked.Segment)
        {
            _query = _query with { Segment = segment, Scope = CustomerScope.All };
        }

        var isFirst = _asked.Quality is null;
        _asked = asked;
        _query = _query with { Within = Selected };
        if (isFirst)
        {
            Show(Snapshot);
        }

        await FindAsync(isFirst ? TimeSpan.Zero : QuietPeriod);
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var isUnchanged = _isUnchanged;
        _isUnchanged = false;
        return !isUnchanged;
    }

    private async Task FindAsync(TimeSpan rest)
    {
        var snapshot = Snapshot;
        var rows = await _search.FindAsync(snapshot, WithoutLostSegment(snapshot), rest, Announce);
        if (rows is not null)
        {
            (_rows, _page, _isFound, _isSearching) = (rows, 0, true, false);
            Show(snapshot);
            await (_virtual?.RefreshDataAsync() ?? Task.CompletedTask);
            StateHasChanged();
        }
    }

    private void Announce()
    {
        _isSearching = true;
        StateHasChanged();
    }

    // After k went down the segment that was listed may be no more.
    private CustomerQuery WithoutLostSegment(SegmentationSnapshot snapshot) =>
        _query = _query.Segment is { } segment && snapshot.FindProfile(segment) is null ? _query with { Segment = null } : _query;

    private void Show(SegmentationSnapshot snapshot)
    {
        if (!ReferenceEquals(_shown?.Data.Frame, snapshot.Data.Frame))
        {
            _toggled.Clear();
            _allColumns = [.. snapshot.Data.Frame.Columns.Select(column => column.Name)];
        }

        _shown = snapshot;
        _identifier = GridColumns.Identifier(snapshot);
        _columns = GridColumns.Shown(snapshot, _toggled);
    }

    private ValueTask<ItemsProviderResult<CustomerRow>> ProvideAsync(ItemsProviderRequest request)
    {
        var first = _page * PageRows;
        var total = Math.Min(PageRows, _rows.Length - first);
        var start = Math.Min(request.StartIndex, total);
        var rows = _rows.AsSpan(first + start, Math.Min(request.Count, total - start)).ToArray();
        return ValueTask.FromResult(new ItemsProviderResult<CustomerRow>(rows.Select((row, i) => new CustomerRow(first + start + i, row)), total));
    }

    private Task AskAsync(CustomerQuery query)
    {
        _query = query;
        return FindAsync(TimeSpan.Zero);
    }

    private Task SearchAsync(ChangeEventArgs changed) => AskAsync(_query with { Search = changed.Value?.ToString() ?? "" });

    private Task ShowEveryoneAsync() => AskAsync(CustomerQuery.Everyone with { Within = Selected });

    private Task ChooseAsync(ChangeEventArgs changed) => AskAsync(_query.Of(changed.Value?.ToString()));

    private Task SortAsync(CustomerOrder order, string? column) => AskAsync(_query.NextBy(order, column));

    private string SortOf(CustomerOrder order, string? column) => _query.IsBy(order, column) ? (_query.Descending ? "descending" : "ascending") : "none";

    private string IconOf(CustomerOrder order, string? column) => _query.IsBy(order, column) ? (_query.Descending ? "arrow_downward" : "arrow_upward") : "";

    private Task ToggleColumn(string column)
    {
        _ = _toggled.Remove(column) || _toggled.Add(column);
        if (_query.SortColumn == column)
        {
            _query = _query with { Order = CustomerOrder.File, SortColumn = null };
        }

        Show(_shown);
        return FindAsync(TimeSpan.Zero);
    }

    private bool IsNumber(string column) => _shown.Data.Frame[column].IsNumeric;

    private string Cell(string column, int row) => TextClip.Of(_shown.Data.Frame[column].Format(row), LongestCell);
}

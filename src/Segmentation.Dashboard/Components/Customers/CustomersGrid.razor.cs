using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
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
    private CancellationTokenSource _finding = new();
    private Virtualize<CustomerRow>? _virtual;
    private SegmentationSnapshot _shown = null!;
    private CustomerQuery _query = CustomerQuery.Everyone;
    private (object? Quality, IReadOnlyList<int>? Selected, int? Segment) _asked;
    private string[] _allColumns = [];
    private List<string> _columns = [];
    private string? _identifier;
    private int[] _rows = [];
    private bool _isFound;
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

    /// <summary>The rows in the list are to be exported, in their order.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<int>> OnExport { get; set; }

    [Parameter]
    public EventCallback OnSelectionCleared { get; set; }

    private string Counted => _isFound ? $"{NumberText.Count(_rows.Length)} of {NumberText.Count(Snapshot.Data.Frame.Rows)}" : "";

    private string Everyone => Snapshot.Noun == RowNoun.Row ? "All rows" : "Everyone";

    /// <inheritdoc/>
    public void Dispose()
    {
        _finding.Cancel();
        _finding.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var asked = ((object?)Snapshot.Quality, Selected, Segment);
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

    // Newest wins: a list that is being made for an older picture is dropped.
    private async Task FindAsync(TimeSpan rest)
    {
        await _finding.CancelAsync();
        _finding.Dispose();
        _finding = new CancellationTokenSource();
        var (token, snapshot) = (_finding.Token, Snapshot);
        var query = WithoutLostSegment(snapshot);
        try
        {
            await Task.Delay(rest, token);
            var rows = await Task.Run(() => FindRows(snapshot, query, token), token);
            token.ThrowIfCancellationRequested();
            (_rows, _isFound) = (rows, true);
            Show(snapshot);
            await (_virtual?.RefreshDataAsync() ?? Task.CompletedTask);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // A newer picture or question took over, or the page is gone.
        }
    }

    private static int[] FindRows(SegmentationSnapshot snapshot, CustomerQuery query, CancellationToken token)
    {
        var rows = CustomerList.Find(snapshot, query, token);
        // Margins are computed for all rows when the first is asked for: here, and not while the page renders.
        _ = snapshot.Features.Rows.Count > 0 ? snapshot.Margins[0] : null;
        return rows;
    }

    // After k went down the segment that was listed may be no more.
    private CustomerQuery WithoutLostSegment(SegmentationSnapshot snapshot) =>
        _query = _query.Segment > snapshot.SegmentCount ? _query with { Segment = null } : _query;

    private void Show(SegmentationSnapshot snapshot)
    {
        if (!ReferenceEquals(_shown?.Data.Frame, snapshot.Data.Frame))
        {
            _toggled.Clear();
            _allColumns = [.. snapshot.Data.Frame.Columns.Select(column => column.Name)];
        }

        _shown = snapshot;
        _identifier = snapshot.Schema.Identifier is { } name && snapshot.Data.Frame.TryGetColumn(name, out _) ? name : null;
        var features = snapshot.Features.Columns.Select(feature => feature.Column).ToHashSet(StringComparer.Ordinal);
        _columns = _allColumns.Where(column => column != _identifier && features.Contains(column) != _toggled.Contains(column))
            .OrderBy(column => features.Contains(column) ? 0 : 1).ToList();
    }

    private ValueTask<ItemsProviderResult<CustomerRow>> ProvideAsync(ItemsProviderRequest request)
    {
        var start = Math.Min(request.StartIndex, _rows.Length);
        var rows = _rows.AsSpan(start, Math.Min(request.Count, _rows.Length - start)).ToArray();
        return ValueTask.FromResult(new ItemsProviderResult<CustomerRow>(rows.Select((row, i) => new CustomerRow(start + i, row)), _rows.Length));
    }

    private Task AskAsync(CustomerQuery query)
    {
        _query = query;
        return FindAsync(TimeSpan.Zero);
    }

    private Task SearchAsync(ChangeEventArgs changed) => AskAsync(_query with { Search = changed.Value?.ToString() ?? "" });

    private Task ShowEveryoneAsync() => AskAsync(CustomerQuery.Everyone with { Within = Selected });

    private Task ChooseAsync(ChangeEventArgs changed) => AskAsync(changed.Value?.ToString() switch
    {
        "aside" => _query with { Segment = null, Scope = CustomerScope.SetAside },
        var text when int.TryParse(text, out var segment) => _query with { Segment = segment, Scope = CustomerScope.All },
        _ => _query with { Segment = null, Scope = CustomerScope.All },
    });

    // First ascending, then descending, then as in the file.
    private Task SortAsync(CustomerOrder order, string? column) => AskAsync((IsSorted(order, column), _query.Descending) switch
    {
        (false, _) => _query with { Order = order, SortColumn = column, Descending = false },
        (true, false) => _query with { Descending = true },
        _ => _query with { Order = CustomerOrder.File, SortColumn = null, Descending = false },
    });

    private bool IsSorted(CustomerOrder order, string? column) => _query.Order == order && _query.SortColumn == column;

    private string SortOf(CustomerOrder order, string? column) => IsSorted(order, column) ? (_query.Descending ? "descending" : "ascending") : "none";

    private string IconOf(CustomerOrder order, string? column) => IsSorted(order, column) ? (_query.Descending ? "arrow_downward" : "arrow_upward") : "";

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

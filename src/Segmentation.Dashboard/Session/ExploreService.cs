using Segmentation.Core.Exploring;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// What one browser tab explores. Runs on that tab's dispatcher; only counting leaves it, through the gate. Newest wins: another question
/// ends the work on the one before it, and what has been found stays as long as its own question is the same.
/// </summary>
public sealed partial class ExploreService(ComputeGate gate, CodedFrames frames, int threads, ILogger<ExploreService> logger) : IDisposable
{
    private readonly List<Func<Task>> _listeners = [];
    private readonly Dictionary<string, (object Key, object? Value)> _kept = new(StringComparer.Ordinal);
    private CancellationTokenSource _run = new();
    private bool _isDisposed;

    /// <summary>What the tab shows.</summary>
    public ExploreState Current { get; private set; } = new();

    /// <summary>Calls <paramref name="listener"/> after each change until the subscription is disposed.</summary>
    public IDisposable OnChanged(Func<Task> listener)
    {
        _listeners.Add(listener);
        return new Subscription(() => _listeners.Remove(listener));
    }

    /// <summary>Finds what <paramref name="query"/> asks of a snapshot's file, piece by piece. Never fails.</summary>
    public async Task ShowAsync(SegmentationSnapshot snapshot, ExploreQuery query)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        _run.Cancel();
        _run.Dispose();
        _run = new CancellationTokenSource();
        var token = _run.Token;
        try
        {
            var isSameFile = ReferenceEquals(Current.Base?.Frame.Frame, snapshot.Data.Frame);
            Current = (isSameFile ? Current : new ExploreState()) with { Query = query };
            await FindAsync(snapshot, query, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer question took over; its own run will publish.
        }
        catch (Exception failure)
        {
            LogFailure(failure);
            await PublishAsync(Current with { Activity = null });
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _run.Cancel();
            _run.Dispose();
        }
    }

    private async Task FindAsync(SegmentationSnapshot snapshot, ExploreQuery query, CancellationToken token)
    {
        await PublishAsync(Current with { Activity = "Counting columns" });
        var all = await FindBaseAsync(snapshot, query, token);
        var segments = query.Filter.RefersToSegments ? (snapshot.Quality.Clustering, snapshot.Numbers) : default;
        var selection = (await KeepAsync("selection", (all, query.Filter, segments), () => ExploreSteps.Select(all, snapshot, query.Filter, threads, token), token))!;
        await PublishAsync(Current with { Base = all, Selection = selection });
        var divided = query.BySegment
            ? await KeepAsync("segments", (selection, snapshot.Quality.Clustering, snapshot.Numbers), () => ExploreSteps.Divide(all, selection, snapshot, threads, token), token)
            : null;
        await PublishAsync(Current with { Segments = divided, Activity = "Comparing pairs" });
        await FindPairsAsync(all, selection, snapshot, query, token);
    }

    private async Task<ExploreBase> FindBaseAsync(SegmentationSnapshot snapshot, ExploreQuery query, CancellationToken token)
    {
        var key = (snapshot.Data.Frame, query.IncludesSetAside ? null : snapshot.Cleaning.SetAside, snapshot.Cleaning.Outliers);
        if (_kept.TryGetValue("base", out var kept) && kept.Key.Equals(key))
        {
            return (ExploreBase)kept.Value!;
        }

        var isNew = Current.Base is null;
        var all = ExploreSteps.Begin(frames.Of(snapshot.Data.Frame), snapshot, query.IncludesSetAside);
        while (all.Columns.Count < snapshot.Data.Frame.Columns.Count)
        {
            var known = all;
            all = await gate.RunAsync(() => ExploreSteps.Extend(known, snapshot, threads, token), token);
            token.ThrowIfCancellationRequested();
            if (isNew)
            {
                await PublishAsync(Current with { Base = all });
            }
        }

        _kept["base"] = (key, all);
        return all;
    }

    private async Task FindPairsAsync(ExploreBase all, ExploreSelection selection, SegmentationSnapshot snapshot, ExploreQuery query, CancellationToken token)
    {
        var gaps = await KeepAsync("gaps", selection.Rows, () => MissingPatterns.Of(all.Frame.Frame, selection.Rows, token), token);
        var columns = ExploreSteps.PairColumns(all, snapshot, query);
        var names = string.Join('\n', columns.Select(column => column.Column));
        var matrix = (await KeepAsync(
            "matrix", (all, selection.Rows, names, query.ByRank), () => Associations.Of(all.Frame, columns, selection.Rows, query.ByRank, threads, token), token))!;
        await PublishAsync(Current with { Gaps = gaps, Matrix = matrix });
        var pair = ExploreSteps.Pair(all, matrix, query);
        var cells = await KeepAsync("pair", (all, selection.Rows, pair), () => pair is { } two ? SlotTable.Of(all.Frame, two.First.Axis, two.Second.Axis, selection.Rows) : null, token);
        var scatter = ExploreSteps.ScatterColumns(all, snapshot, query);
        var grid = await KeepAsync(
            "grid", (all, selection.Rows, string.Join('\n', scatter.Select(column => column.Column))), () => ScatterGrid.Of(all.Frame, scatter, selection.Rows, threads, token), token);
        await PublishAsync(Current with { Pair = cells, Grid = grid, Activity = null });
    }

    // One answer of each kind is kept: the last one, which most questions leave as it is.
    private async Task<T?> KeepAsync<T>(string name, object key, Func<T?> run, CancellationToken token)
        where T : class
    {
        if (_kept.TryGetValue(name, out var kept) && kept.Key.Equals(key))
        {
            return (T?)kept.Value;
        }

        var found = await gate.RunAsync(run, token);
        token.ThrowIfCancellationRequested();
        _kept[name] = (key, found);
        return found;
    }

    private async Task PublishAsync(ExploreState state)
    {
        Current = state;
        foreach (var listener in _listeners.ToArray())
        {
            await listener();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Exploring failed")]
    private partial void LogFailure(Exception failure);

    private sealed class Subscription(Action unsubscribe) : IDisposable
    {
        public void Dispose() => unsubscribe();
    }
}

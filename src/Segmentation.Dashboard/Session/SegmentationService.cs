using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// One browser tab's work: its data, its recipe and the picture they make. Everything here runs on that tab's
/// dispatcher and needs no locks; only reading and computing leave it. Newest wins: a change cancels the run before it,
/// and a cancelled run publishes nothing.
/// </summary>
public sealed partial class SegmentationService(
    DatasetCache datasets, ComputeGate gate, SegmentationPipeline pipeline, TimeProvider clock, ILogger<SegmentationService> logger) : IDisposable
{
    private const string Segmenting = "Segmenting";

    private static readonly TimeSpan s_announcedAfter = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_curveInterval = TimeSpan.FromMilliseconds(250);

    private readonly List<Func<Task>> _listeners = [];
    private CancellationTokenSource _run = new();
    private bool _isDisposed;
    private RecipeHistory _history = new(SegmentationRecipe.Default);

    /// <summary>What the tab shows.</summary>
    public SessionState Current { get; private set; } = new();

    /// <summary>How far the run under way is, 0 to 1; null when that cannot be said.</summary>
    public double? Progress { get; private set; }

    /// <summary>The work that goes on after a picture is there: the curve over other numbers of segments. Never fails.</summary>
    public Task Background { get; private set; } = Task.CompletedTask;

    /// <summary>Calls <paramref name="listener"/> after each change until the subscription is disposed.</summary>
    public IDisposable OnChanged(Func<Task> listener)
    {
        _listeners.Add(listener);
        return new Subscription(() => _listeners.Remove(listener));
    }

    /// <summary>Opens a file. What is on the screen stays until the new picture is there, and for good when there will be none.</summary>
    public async Task OpenAsync(DataSource source, SegmentationRecipe recipe)
    {
        var token = SupersedeRunningWork();
        await PublishAsync(Current with { Activity = $"Reading {source.Name}", Problem = null });
        await RunAsync(source, new RecipeHistory(recipe), token);
    }

    /// <summary>Shows what <paramref name="recipe"/> makes of the open file.</summary>
    /// <param name="recipe">The new choices.</param>
    /// <param name="gesture">The control that moved, so that undo takes a drag back as one step.</param>
    public async Task ApplyAsync(SegmentationRecipe recipe, string? gesture = null)
    {
        if (recipe != _history.Current)
        {
            await StepToAsync(_history.Push(recipe, gesture, clock.GetUtcNow()));
        }
    }

    /// <summary>Takes the last step back.</summary>
    public Task UndoAsync() => StepToAsync(_history.Undo());

    /// <summary>Takes the step that was taken back again.</summary>
    public Task RedoAsync() => StepToAsync(_history.Redo());

    /// <summary>Stops what is under way; the picture and its choices stay.</summary>
    public async Task CancelAsync()
    {
        _run.Cancel();
        if (Current.Snapshot is { } snapshot && snapshot.Recipe != _history.Current)
        {
            _history = _history.Undo();
        }

        await PublishAsync(WithHistory(Current with { Activity = null }));
    }

    /// <summary>Marks rows of the file as selected; null for none.</summary>
    public Task SelectAsync(IReadOnlyList<int>? rows) => PublishAsync(Current with { SelectedRows = rows is { Count: > 0 } ? rows : null });

    /// <summary>Says why something could not be done; what is on the screen stays.</summary>
    public Task ReportProblemAsync(string? problem, RefusedFile? refused = null) => PublishAsync(Current with { Problem = problem, Refused = refused });

    /// <summary>The problem has been read.</summary>
    public Task DismissProblemAsync() => ReportProblemAsync(null);

    /// <inheritdoc/>
    public void Dispose()
    {
        // A circuit that ends in trouble may dispose what it has disposed already.
        if (!_isDisposed)
        {
            _isDisposed = true;
            foreach (var source in new[] { _run, _looking, _trying, _viewing, _selecting, _describing })
            {
                source.Cancel();
                source.Dispose();
            }
        }
    }

    private async Task StepToAsync(RecipeHistory history)
    {
        var token = SupersedeRunningWork();
        _history = history;
        Current = WithHistory(Current with { Activity = Segmenting });
        var run = RunAsync(Current.Source, history, token);
        // Most runs are over before an eye could notice them: only the others are worth a rendering that says so.
        await Task.WhenAny(run, Task.Delay(s_announcedAfter, clock, CancellationToken.None));
        if (!run.IsCompleted && !token.IsCancellationRequested)
        {
            await NotifyAsync();
        }

        await run;
    }

    private async Task RunAsync(DataSource source, RecipeHistory history, CancellationToken token)
    {
        var recipe = history.Current;
        var started = clock.GetTimestamp();
        Dataset? data = null;
        try
        {
            var progress = new Progress<double>(share => _ = ReportAsync(share, token));
            data = await datasets.GetAsync(source, recipe.Reading, progress, token);
            if (Current.Activity != Segmenting)
            {
                await PublishAsync(Current with { Activity = Segmenting });
            }

            var run = new Run(source, history, started, token);
            var (before, known) = (Current.Snapshot, Current.Trust);
            if (await gate.RunAsync(() => pipeline.Preview(data, recipe, token), token) is { } preview)
            {
                await ShowAsync(run, Follow(before, known, preview), known, Segmenting);
            }

            var followed = await gate.RunAsync(() => Follow(before, known, pipeline.Run(data, recipe, progress, token)), token);
            await ShowAsync(run, followed, known, activity: null);
            var snapshot = followed.Snapshot;
            Background = CompleteCurveAsync(snapshot, token);
            Looking = LookAfterAsync(Background, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer choice took over; its own run will publish.
        }
        catch (UnusableDataException problem)
        {
            // A file that could be read and not segmented may only need another sheet or separator: it stays within reach.
            var refused = data is not null && source != Current.Source ? new RefusedFile(source, data, recipe) : null;
            await PublishAsync(Current with { Activity = null, Problem = problem.Message, Refused = refused });
        }
        catch (Exception failure)
        {
            LogFailure(failure, source.Name);
            await PublishAsync(Current with
            {
                Activity = null,
                Problem = "This went wrong inside the program, not in your data. What was on the screen is still there: undo the last change, or try another choice.",
            });
        }
    }

    // A picture of a run that was overtaken is not shown.
    private Task ShowAsync(Run run, FollowedSegments followed, Trust? known, string? activity)
    {
        run.Token.ThrowIfCancellationRequested();
        _history = run.History;
        var snapshot = followed.Snapshot;
        return PublishAsync(WithHistory(WithoutStale(Current, snapshot) with
        {
            Source = run.Source,
            Snapshot = snapshot,
            Changes = followed.Changes,
            Trust = StillTrue(known, snapshot),
            Sensitivity = null,
            Activity = activity,
            Problem = null,
            Refused = null,
            Elapsed = clock.GetElapsedTime(run.Started),
            SelectedRows = ReferenceEquals(snapshot.Source.Frame, Current.Snapshot?.Source.Frame) ? Current.SelectedRows : null,
        }));
    }

    // The picture on the screen keeps its numbers, and what is known already decides the suggestion.
    private FollowedSegments Follow(SegmentationSnapshot? before, Trust? known, SegmentationSnapshot fresh)
    {
        var snapshot = known is not null && known.IsOf(fresh) ? fresh with { Suggestion = pipeline.Suggest(fresh, known.Finished) } : fresh;
        return before is null ? new FollowedSegments(snapshot, []) : SegmentIdentity.Follow(before, snapshot);
    }

    private async Task LookAfterAsync(Task curve, CancellationToken token)
    {
        await curve;
        if (!token.IsCancellationRequested && Current.Snapshot is { } complete)
        {
            await LookIntoAsync(complete, QuietPeriod, token);
        }
    }

    // Tries the numbers of segments that nobody asked for yet, nearest to the chosen one first, so that the elbow chart
    // fills up and the slider finds them finished.
    private async Task CompleteCurveAsync(SegmentationSnapshot snapshot, CancellationToken token)
    {
        var missing = Enumerable.Range(1, ClusteringOptions.MaxClusters).Except(snapshot.Curve.Select(point => point.ClusterCount))
            .OrderBy(count => Math.Abs(count - snapshot.SegmentCount)).ToArray();
        try
        {
            var lastShown = clock.GetTimestamp();
            foreach (var count in missing)
            {
                var extended = await gate.RunAsync(() => pipeline.Extend(snapshot, count, token), token);
                token.ThrowIfCancellationRequested();
                if (count == missing[^1] || clock.GetElapsedTime(lastShown) > s_curveInterval)
                {
                    lastShown = clock.GetTimestamp();
                    await PublishAsync(Current with { Snapshot = WithKnown(extended) });
                }
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer choice took over; what was finished is kept for it.
        }
        catch (Exception failure)
        {
            // The picture stands without its curve; nobody is waiting for it.
            LogFailure(failure, snapshot.Data.Name);
        }
    }

    private SegmentationSnapshot WithKnown(SegmentationSnapshot snapshot) => Current.Trust is { } known && known.IsOf(snapshot)
        ? snapshot with { Suggestion = pipeline.Suggest(snapshot, known.Finished) }
        : snapshot;

    // Reports may arrive on any thread and late: they touch nothing but the share, so that no newer state can be lost.
    private Task ReportAsync(double share, CancellationToken token)
    {
        if (token.IsCancellationRequested || !Current.IsRunning || Math.Abs(share - (Progress ?? -1)) < 0.01)
        {
            return Task.CompletedTask;
        }

        Progress = share;
        return NotifyAsync();
    }

    private SessionState WithHistory(SessionState state) =>
        state with { Recipe = _history.Current, CanUndo = _history.CanUndo, CanRedo = _history.CanRedo };

    private CancellationToken SupersedeRunningWork() => Supersede(ref _run);

    private async Task PublishAsync(SessionState state)
    {
        Current = state;
        Progress = state.IsRunning ? Progress : null;
        await NotifyAsync();
    }

    private async Task NotifyAsync()
    {
        foreach (var listener in _listeners.ToArray())
        {
            await listener();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Segmenting {Source} failed")]
    private partial void LogFailure(Exception failure, string source);

    private sealed record Run(DataSource Source, RecipeHistory History, long Started, CancellationToken Token);

    private sealed class Subscription(Action unsubscribe) : IDisposable
    {
        public void Dispose() => unsubscribe();
    }
}

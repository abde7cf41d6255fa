using System.Runtime.CompilerServices;
using Segmentation.Core.Collections;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Projection;

namespace Segmentation.Dashboard.Session;

/// <summary>What a person asks for and waits for, in the lane for long work: views of the map, and the few columns that would do.</summary>
public sealed partial class SegmentationService
{
    private const int ViewSeed = 1;

    // A view lives as long as the features it shows: undo finds it again.
    private readonly ConditionalWeakTable<FeatureMatrix, Dictionary<ViewKind, RowView>> _views = [];
    private CancellationTokenSource _viewing = new();
    private CancellationTokenSource _selecting = new();

    /// <summary>Puts the customers into the plane in another way; what was found before for the same features is there at once.</summary>
    public async Task ShowViewAsync(ViewKind kind)
    {
        if (Current.Snapshot is not { } snapshot)
        {
            return;
        }

        var token = Supersede(ref _viewing);
        var matrix = snapshot.Features.Matrix;
        var known = _views.GetOrCreateValue(matrix);
        if (known.TryGetValue(kind, out var found))
        {
            await PublishAsync(Current with { View = new MapView(matrix, kind) { Found = found, Share = 1 } });
            return;
        }

        var share = 0.0;
        var report = new Told<double>(done => Volatile.Write(ref share, done));
        await AskAsync(
            () => RowView.Of(matrix, kind, ViewSeed, threads: 1, report, token),
            () => Current with { View = new MapView(matrix, kind) { Share = Volatile.Read(ref share) } },
            done => Current with { View = new MapView(matrix, kind) { Found = known[kind] = done, Share = 1 } },
            () => Current with { View = null },
            token);
    }

    /// <summary>Gives the view up that is being drawn or shown.</summary>
    public Task CloseViewAsync()
    {
        _viewing.Cancel();
        return Current.View is null ? Task.CompletedTask : PublishAsync(Current with { View = null });
    }

    /// <summary>Looks for the few columns that keep most of the segments on the screen.</summary>
    public async Task FindFewestAsync()
    {
        if (Current is not { Snapshot: { } snapshot, IsRunning: false })
        {
            return;
        }

        var token = Supersede(ref _selecting);
        ValueList<FeatureSubset> latest = [];
        var report = new Told<ValueList<FeatureSubset>>(found => Volatile.Write(ref latest, found));
        await AskAsync(
            () => FewestFeatures.Find(snapshot, threads: 1, report, token),
            () => Current with { Fewest = new FewestState(snapshot, Volatile.Read(ref latest), IsRunning: true) },
            found => Current with { Fewest = new FewestState(snapshot, found, IsRunning: false) },
            () => Current with { Fewest = null },
            token);
    }

    /// <summary>Stops looking for the few columns; what was found stays.</summary>
    public Task StopFewestAsync()
    {
        _selecting.Cancel();
        return Current.Fewest is { } fewest ? PublishAsync(Current with { Fewest = fewest with { IsRunning = false } }) : Task.CompletedTask;
    }

    // Shows how far the work is twice a second and its end; nothing once it was superseded.
    private async Task AskAsync<T>(
        Func<T> find, Func<SessionState> running, Func<T, SessionState> done, Func<SessionState> failed, CancellationToken token)
    {
        try
        {
            await PublishAsync(running());
            var work = gate.RunInBackgroundAsync(find, token);
            while (await Task.WhenAny(work, Task.Delay(s_curveInterval, clock, token)) != work && !token.IsCancellationRequested)
            {
                await PublishAsync(running());
            }

            var found = await work;
            token.ThrowIfCancellationRequested();
            await PublishAsync(done(found));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer wish took over, or the features are gone.
        }
        catch (Exception failure)
        {
            LogFailure(failure, Current.Source.Name);
            await PublishAsync(failed());
        }
    }

    // What is about other features than those of the new picture ends with the old one.
    private SessionState WithoutStale(SessionState state, SegmentationSnapshot snapshot)
    {
        if (state.View?.IsOf(snapshot) == false)
        {
            _viewing.Cancel();
            state = state with { View = null };
        }

        _selecting.Cancel();
        return state with { Fewest = null };
    }

    // Ends what goes on under a source, and begins anew under it; what the parent ends is ended as well.
    private static CancellationToken Supersede(ref CancellationTokenSource source, CancellationToken parent = default)
    {
        source.Cancel();
        source.Dispose();
        source = CancellationTokenSource.CreateLinkedTokenSource(parent);
        return source.Token;
    }
}

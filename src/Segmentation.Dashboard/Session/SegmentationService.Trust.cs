using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>What goes on when a picture stands and nobody touches anything: how far it can be trusted, and which choice matters.</summary>
public sealed partial class SegmentationService
{
    /// <summary>How long a picture must stand before it is looked into: nobody may feel this work.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromSeconds(1);

    private readonly TrustWork _trustWork = new(gate, pipeline, clock);
    private CancellationTokenSource _looking = new();
    private CancellationTokenSource _trying = new();

    /// <summary>The work that finds out how far a picture can be trusted. Never fails.</summary>
    public Task Looking { get; private set; } = Task.CompletedTask;

    /// <summary>Stops looking into the picture until another one stands.</summary>
    public Task StopLookingAsync()
    {
        _looking.Cancel();
        return PublishAsync(Current with { Trust = Current.Trust is null ? null : Current.Trust with { Evidence = Current.Trust.Finished, Step = null, IsStopped = true } });
    }

    /// <summary>Goes on where it was stopped.</summary>
    public async Task ResumeLookingAsync()
    {
        if (Current is { Snapshot: { } snapshot, IsRunning: false } && !_run.IsCancellationRequested)
        {
            await PublishAsync(Current with { Trust = Current.Trust is null ? null : Current.Trust with { IsStopped = false } });
            Looking = LookIntoAsync(snapshot, TimeSpan.Zero, _run.Token);
        }
    }

    /// <summary>Finds out which choice matters; asked for by a person, because it takes as long as a dozen runs.</summary>
    public async Task FindSensitivityAsync()
    {
        if (Current is not { Snapshot: { } snapshot, IsRunning: false } || _run.IsCancellationRequested)
        {
            return;
        }

        _trying.Dispose();
        _trying = CancellationTokenSource.CreateLinkedTokenSource(_run.Token);
        var token = _trying.Token;
        ValueList<SensitivityResult> latest = [];
        var wanted = Sensitivity.VariationsOf(snapshot).Count;
        try
        {
            await PublishAsync(Current with { Sensitivity = new SensitivityState(snapshot, latest, wanted, IsRunning: true) });
            var report = new Told<ValueList<SensitivityResult>>(found => Volatile.Write(ref latest, found));
            var work = gate.RunInBackgroundAsync(() => Sensitivity.Compute(snapshot, threads: 1, report, token), token);
            while (await Task.WhenAny(work, Task.Delay(s_curveInterval, clock, token)) != work && !token.IsCancellationRequested)
            {
                await PublishAsync(Current with { Sensitivity = new SensitivityState(snapshot, Volatile.Read(ref latest), wanted, IsRunning: true) });
            }

            var found = await work;
            token.ThrowIfCancellationRequested();
            await PublishAsync(Current with { Sensitivity = new SensitivityState(snapshot, found, wanted, IsRunning: false) });
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer choice took over, and the map was about a picture that is gone; or a person had enough.
        }
        catch (Exception failure)
        {
            LogFailure(failure, snapshot.Data.Name);
            await PublishAsync(Current with { Sensitivity = null });
        }
    }

    /// <summary>Stops trying other choices; what was found stays.</summary>
    public Task StopSensitivityAsync()
    {
        _trying.Cancel();
        return PublishAsync(Current with { Sensitivity = Current.Sensitivity is { Found.Count: > 0 } known ? known with { IsRunning = false } : null });
    }

    private async Task LookIntoAsync(SegmentationSnapshot snapshot, TimeSpan quiet, CancellationToken run)
    {
        _looking.Cancel();
        _looking.Dispose();
        _looking = CancellationTokenSource.CreateLinkedTokenSource(run);
        var token = _looking.Token;
        try
        {
            await Task.Delay(quiet, clock, token);
            await _trustWork.RunAsync(snapshot, found => token.IsCancellationRequested ? Task.CompletedTask : PublishAsync(Current with
            {
                Snapshot = Current.Snapshot! with { Suggestion = found.Suggestion },
                Trust = found.Trust,
            }), token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A control moved, or a person had enough; what was finished is kept.
        }
        catch (Exception failure)
        {
            // The picture stands without it; nobody is waiting.
            LogFailure(failure, snapshot.Data.Name);
        }
    }

    // What is known of the same features stays on the screen while another number of segments is looked at.
    private static Trust? StillTrue(Trust? trust, SegmentationSnapshot snapshot) =>
        trust is not null && trust.IsOf(snapshot) ? trust with { Evidence = trust.Finished, Step = null, IsStopped = false } : null;
}

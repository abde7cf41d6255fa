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

        var token = Supersede(ref _trying, _run.Token);
        ValueList<SensitivityResult> latest = [];
        var wanted = Sensitivity.VariationsOf(snapshot).Count;
        var report = new Told<ValueList<SensitivityResult>>(found => Volatile.Write(ref latest, found));
        await AskAsync(
            () => Sensitivity.Compute(snapshot, threads: 1, report, token),
            () => Current with { Sensitivity = new SensitivityState(snapshot, Volatile.Read(ref latest), wanted, IsRunning: true) },
            found => Current with { Sensitivity = new SensitivityState(snapshot, found, wanted, IsRunning: false) },
            () => Current with { Sensitivity = null },
            token);
    }

    /// <summary>Stops trying other choices; what was found stays.</summary>
    public Task StopSensitivityAsync()
    {
        _trying.Cancel();
        return PublishAsync(Current with { Sensitivity = Current.Sensitivity is { Found.Count: > 0 } known ? known with { IsRunning = false } : null });
    }

    private async Task LookIntoAsync(SegmentationSnapshot snapshot, TimeSpan quiet, CancellationToken run)
    {
        var token = Supersede(ref _looking, run);
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

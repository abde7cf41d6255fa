namespace Segmentation.Dashboard.Session;

/// <summary>
/// Lets so many runs compute at once on the whole server, so that many tabs do not make each other slow. Beside them is one lane for
/// what nobody waits for: one piece of work at a time for all tabs together, so that pictures lose at most one core to it.
/// </summary>
public sealed class ComputeGate(int slots) : IDisposable
{
    private readonly SemaphoreSlim _free = new(slots, slots);
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <summary>Runs <paramref name="work"/> off the caller's thread as soon as a place is free.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) => RunAsync(_free, () => Task.Run(work, cancellationToken), cancellationToken);

    /// <summary>Runs <paramref name="work"/>, which must keep to one thread, on a thread that gives way to others, when the lane is free.</summary>
    public Task<T> RunInBackgroundAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        RunAsync(_lane, () => Task.Factory.StartNew(() => GivingWay(work), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _lane.Dispose();
    }

    private static async Task<T> RunAsync<T>(SemaphoreSlim places, Func<Task<T>> start, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            return await start();
        }
        finally
        {
            places.Release();
        }
    }

    // The thread is its own and ends with the work, so that nobody inherits its priority.
    private static T GivingWay<T>(Func<T> work)
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        return work();
    }
}

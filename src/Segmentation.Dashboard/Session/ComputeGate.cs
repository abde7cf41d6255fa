namespace Segmentation.Dashboard.Session;

/// <summary>Lets so many runs compute at once on the whole server, so that many tabs do not make each other slow.</summary>
public sealed class ComputeGate(int slots) : IDisposable
{
    private readonly SemaphoreSlim _free = new(slots, slots);

    /// <summary>Runs <paramref name="work"/> off the caller's thread as soon as a place is free.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}

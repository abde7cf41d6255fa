namespace Segmentation.Core.Clustering;

/// <summary>
/// What is computed when first asked for, and kept. Whoever comes meanwhile waits for it; if the caller who computes it cancels, the next
/// one in line computes it.
/// </summary>
internal sealed class Once<T>(Func<CancellationToken, T> compute)
    where T : class
{
    private readonly Lock _turn = new();
    private T? _value;

    /// <summary>The one value.</summary>
    /// <exception cref="OperationCanceledException">This caller cancelled while it was computing.</exception>
    public T Get(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return _value ??= compute(cancellationToken);
        }
    }
}

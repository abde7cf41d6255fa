namespace Segmentation.Core.Tests.Clustering;

/// <summary>Keeps what was reported, in order, and does what a test wants done on each report.</summary>
internal sealed class Reports<T>(Action<T>? onReport = null) : IProgress<T>
{
    public List<T> All { get; } = [];

    public void Report(T value)
    {
        All.Add(value);
        onReport?.Invoke(value);
    }
}

namespace Segmentation.Core.Clustering.Stability;

/// <summary>What a bootstrap takes.</summary>
public sealed record StabilityOptions
{
    /// <summary>Most resamples.</summary>
    public const int MaxResamples = 1_000;

    /// <summary>How many times rows are drawn and clustered again, 1 to <see cref="MaxResamples"/>.</summary>
    public int Resamples { get; init; } = 100;

    /// <summary>Same seed, same data, same result, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Resamples at once; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; } = 1;

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Resamples, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Resamples, MaxResamples);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

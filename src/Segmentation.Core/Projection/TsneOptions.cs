namespace Segmentation.Core.Projection;

/// <summary>How t-SNE is run.</summary>
public sealed record TsneOptions
{
    /// <summary>Least perplexity.</summary>
    public const double MinPerplexity = 2;

    /// <summary>Most perplexity.</summary>
    public const double MaxPerplexity = 100;

    /// <summary>About how many neighbours a row has; less where there are fewer than three times as many rows.</summary>
    public double Perplexity { get; init; } = 30;

    /// <summary>Steps downhill.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>How wide a cell may look from a point to be taken as one, 0 for never: Barnes and Hut's theta. At most 0.7, so that no point
    /// meets itself in a cell.</summary>
    public double Angle { get; init; } = 0.5;

    /// <summary>Seed of the small disorder in the starting places.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (!(Perplexity is >= MinPerplexity and <= MaxPerplexity))
        {
            throw new ArgumentOutOfRangeException(nameof(Perplexity), Perplexity, $"The perplexity lies from {MinPerplexity} to {MaxPerplexity}.");
        }

        if (!(Angle is >= 0 and <= 0.7))
        {
            throw new ArgumentOutOfRangeException(nameof(Angle), Angle, "The angle lies from 0 to 0.7.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Iterations);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }
}

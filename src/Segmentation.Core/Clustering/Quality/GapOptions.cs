namespace Segmentation.Core.Clustering.Quality;

/// <summary>Where the uniform rows of a reference are drawn from.</summary>
public enum ReferenceBox
{
    /// <summary>The range of each column.</summary>
    Original,

    /// <summary>The range of each principal component: it follows columns that go together.</summary>
    Principal,
}

/// <summary>What a gap statistic takes.</summary>
public sealed record GapOptions
{
    /// <summary>Most references.</summary>
    public const int MaxReferences = 1_000;

    /// <summary>The largest number of clusters looked at, 2 to <see cref="Centroids.KMeansOptions.MaxClusters"/>.</summary>
    public int MaxClusters { get; init; } = 10;

    /// <summary>How many uniform references are clustered, 1 to <see cref="MaxReferences"/>.</summary>
    public int References { get; init; } = 100;

    /// <summary>Where their rows are drawn from.</summary>
    public ReferenceBox Box { get; init; }

    /// <summary>Same seed, same data, same result, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>References at once; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; } = 1;

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxClusters, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxClusters, Centroids.KMeansOptions.MaxClusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(References, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(References, MaxReferences);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (!Enum.IsDefined(Box))
        {
            throw new ArgumentOutOfRangeException(nameof(Box), Box, "There is no such box.");
        }
    }
}

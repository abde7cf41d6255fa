using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Stability;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>How much evidence is looked for.</summary>
public sealed record EvidenceOptions
{
    /// <summary>Resamples per number of segments, 1 to <see cref="StabilityOptions.MaxResamples"/>.</summary>
    public int Bootstraps { get; init; } = 100;

    /// <summary>Uniform references of each gap, 1 to <see cref="GapOptions.MaxReferences"/>.</summary>
    public int References { get; init; } = 100;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; } = 1;
}

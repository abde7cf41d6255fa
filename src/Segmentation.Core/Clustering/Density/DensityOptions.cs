namespace Segmentation.Core.Clustering.Density;

/// <summary>What a clustering by density takes.</summary>
public sealed record DensityOptions
{
    /// <summary>Smallest cluster that can be asked for.</summary>
    public const int LowestMinClusterSize = 2;

    /// <summary>Smallest cluster that is looked for when nothing is asked for, if 2 % of the rows are fewer.</summary>
    public const int DefaultMinClusterSize = 5;

    /// <summary>Part of the rows that a cluster must have when nothing is asked for.</summary>
    public const double DefaultMinClusterShare = 0.02;

    /// <summary>Most neighbours that a density can be measured by.</summary>
    public const int MaxMinSamples = 100;

    /// <summary>Neighbours, the row itself among them, when nothing is asked for and clusters may be no smaller.</summary>
    public const int DefaultMinSamples = 10;

    /// <summary>Fewest rows (by weight) that are a cluster; null for 2 % of the rows, at least
    /// <see cref="DefaultMinClusterSize"/>.</summary>
    public int? MinClusterSize { get; init; }

    /// <summary>
    /// Rows (by weight), the row itself among them, within its core distance: more of them smooth densities, and leave more rows
    /// unassigned. 1 to <see cref="MaxMinSamples"/>; null for the smallest cluster, at most <see cref="DefaultMinSamples"/>.
    /// </summary>
    public int? MinSamples { get; init; }

    /// <summary>Draws the sample of more rows than are looked at; else nothing is left to chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinClusterSize ?? LowestMinClusterSize, LowestMinClusterSize, nameof(MinClusterSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinSamples ?? 1, 1, nameof(MinSamples));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MinSamples ?? 1, MaxMinSamples, nameof(MinSamples));
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
    }

    /// <summary>The smallest cluster of so many rows when nothing is asked for.</summary>
    public static int SuggestMinClusterSize(double totalMass) =>
        (int)Math.Max(DefaultMinClusterSize, Math.Ceiling(DefaultMinClusterShare * totalMass));

    internal double MinClusterMass(double totalMass) => MinClusterSize ?? SuggestMinClusterSize(totalMass);

    internal double SampleMass(double totalMass) => MinSamples ?? Math.Min(DefaultMinSamples, MinClusterMass(totalMass));
}

using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>Columns of a matrix that together say one category: one column per category, positive where a row has it, else 0.</summary>
/// <param name="Start">First column.</param>
/// <param name="Count">Number of columns, at least 1.</param>
public readonly record struct CategoryBlock(int Start, int Count);

/// <summary>What one k-prototypes fit takes.</summary>
public sealed record KPrototypesOptions
{
    /// <summary>Most clusters, as of k-means.</summary>
    public const int MaxClusters = KMeansOptions.MaxClusters;

    /// <summary>Most weight of a mismatch that a person may choose; categories then decide alone.</summary>
    public const double MaxMismatchWeight = 1000;

    /// <summary>How many clusters to find, 1 to <see cref="MaxClusters"/>.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>
    /// Which columns are categories; all others are numbers. The indicators that <c>FeatureBuilder</c> makes of one column stand side by
    /// side and make one block. A row with no positive column in a block has a category of its own, "none".
    /// </summary>
    public ValueList<CategoryBlock> Blocks { get; init; } = [];

    /// <summary>
    /// What two different categories cost, beside the squared differences of numbers, times the square of the block's largest cell, which
    /// is the
    /// weight of the feature; 0 to <see cref="MaxMismatchWeight"/>. Null takes half the mean standard deviation of the numbers (Huang
    /// 1998), or 1
    /// where no number varies.
    /// </summary>
    public double? MismatchWeight { get; init; }

    /// <summary>Independent starts, of which the lowest cost is kept; ties go to the earlier start.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Upper bound on the iterations of each start, at least 1.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>Same seed, same data, same clusters, on any number of threads.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 for one per core. Changes the time taken and nothing else.</summary>
    public int Threads { get; init; }

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ClusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ClusterCount, MaxClusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(Restarts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(MismatchWeight ?? 0, 0, nameof(MismatchWeight));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MismatchWeight ?? 0, MaxMismatchWeight, nameof(MismatchWeight));
    }

    /// <summary>A block that overlaps another one or does not fit into so many columns; null when there is none.</summary>
    internal CategoryBlock? FindMisplacedBlock(int columns)
    {
        var end = 0;
        foreach (var block in Blocks.OrderBy(block => block.Start))
        {
            if (block.Start < end || block.Count < 1 || block.Count > columns - block.Start)
            {
                return block;
            }

            end = block.Start + block.Count;
        }

        return null;
    }
}

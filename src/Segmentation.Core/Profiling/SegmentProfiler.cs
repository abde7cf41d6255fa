using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling;

/// <summary>Describes segments by the means of their features in the units of the file.</summary>
public static class SegmentProfiler
{
    /// <summary>One profile per segment, in the order of their numbers, and behind them one of the unassigned rows if there are
    /// any.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What was clustered. Of cells that were kept missing nothing is averaged.</param>
    /// <param name="quality">The clustering.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<SegmentProfile> Profile(
        DataFrame frame, FeatureSet features, ClusterQuality quality, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var clustering = quality.Clustering;
        int[] sizes = clustering.UnassignedRows > 0 ? [.. clustering.Sizes, clustering.UnassignedRows] : clustering.Sizes;
        var traits = features.Columns.Select((_, place) => new FeatureInOwnUnit(place, frame, features))
            .Select(feature => TraitsOf(feature, clustering.Labels, sizes.Length, Chunks.ThreadsFor(threads), cancellationToken)).ToArray();
        return Enumerable.Range(0, sizes.Length).Select(cluster =>
        {
            var isSegment = cluster < clustering.ClusterCount;
            return new SegmentProfile(
                Number: isSegment ? cluster + 1 : SegmentProfile.Unassigned,
                Name: isSegment ? NameOf(cluster + 1) : SegmentProfile.UnassignedName,
                Size: sizes[cluster],
                Share: (double)sizes[cluster] / features.Rows.Count,
                Traits: traits.Select(ofColumn => ofColumn[cluster]).ToArray(),
                Silhouette: isSegment ? quality.Silhouette?.ByCluster[cluster] : null);
        }).ToArray();
    }

    /// <summary>What people call a segment that has no other name.</summary>
    public static string NameOf(int number) => $"Segment {number}";

    private static Trait[] TraitsOf(FeatureInOwnUnit feature, byte[] labels, int groups, int threads, CancellationToken cancellationToken)
    {
        var (sums, counts) = AddUp(feature, labels, groups, threads, cancellationToken);
        var mean = sums.Sum() / counts.Sum();
        var deviation = Math.Sqrt(SquaresAround(mean, feature, labels.Length, threads, cancellationToken) / counts.Sum());
        return sums.Select((sum, group) => counts[group] == 0
            ? new Trait(feature.Name, double.NaN, mean, 0)
            : new Trait(feature.Name, sum / counts[group], mean, deviation > 0 ? ((sum / counts[group]) - mean) / deviation : 0)).ToArray();
    }

    /// <summary>Of each group the sum of the values that are there, and how many these are. Unassigned rows are the last group.</summary>
    private static (double[] Sums, int[] Counts) AddUp(
        FeatureInOwnUnit feature, byte[] labels, int groups, int threads, CancellationToken cancellationToken)
    {
        var chunks = new Chunks(labels.Length);
        var parts = new (double[] Sums, int[] Counts)[chunks.Count];
        Chunks.Run(chunks.Count, threads, AddChunk, cancellationToken);
        return (Each(group => parts.Sum(part => part.Sums[group])), Each(group => parts.Sum(part => part.Counts[group])));

        T[] Each<T>(Func<int, T> sum) => [.. Enumerable.Range(0, groups).Select(sum)];

        void AddChunk(int chunk)
        {
            var (start, end) = (chunks.Start(chunk), chunks.End(chunk));
            parts[chunk] = AddUp(feature.Values(start, end), labels.AsSpan(start, end - start), groups);
        }
    }

    private static (double[] Sums, int[] Counts) AddUp(ReadOnlySpan<double> values, ReadOnlySpan<byte> labels, int groups)
    {
        var (sums, counts) = (new double[groups], new int[groups]);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                var group = Math.Min(labels[i], groups - 1);
                sums[group] += values[i];
                counts[group]++;
            }
        }

        return (sums, counts);
    }

    private static double SquaresAround(double mean, FeatureInOwnUnit feature, int rows, int threads, CancellationToken cancellationToken)
    {
        var chunks = new Chunks(rows);
        var squares = new double[chunks.Count];
        Chunks.Run(chunks.Count, threads, AddChunk, cancellationToken);
        return squares.Sum();

        void AddChunk(int chunk) => squares[chunk] = SquaresAround(mean, feature.Values(chunks.Start(chunk), chunks.End(chunk)));
    }

    private static double SquaresAround(double mean, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        return sum;
    }
}

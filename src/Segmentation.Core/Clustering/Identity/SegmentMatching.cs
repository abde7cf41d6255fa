using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Identity;

/// <summary>
/// Finds the clusters of an earlier clustering again in a later one, so that names and colours can stay with the customers they were
/// given to. Rows count once each, whatever they weigh.
/// </summary>
public static class SegmentMatching
{
    /// <summary>Of a cluster's shared rows, the part from which on it is said to have come from, or gone to, another.</summary>
    public const double MinShare = 0.5;

    // More than all differences of numbers together, so that they only decide between equals; times 2^31 rows it stays a whole number in
    // a double.
    private const double RowsBeforeNumbers = 1 << 17;

    /// <summary>Matches by shared rows, or by centroids where no shared row is in a cluster of both.</summary>
    /// <param name="old">The earlier clustering.</param>
    /// <param name="fresh">The later one.</param>
    /// <param name="oldRows">For each row of the later one its row in the earlier one, or -1 if it is new there.</param>
    /// <exception cref="ArgumentException">There is not one old row per new row, or centroids of other columns would have to be
    /// compared.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An old row does not exist.</exception>
    public static SegmentMatches Match(ClusteringResult old, ClusteringResult fresh, ReadOnlySpan<int> oldRows)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(fresh);
        if (oldRows.Length != fresh.Labels.Length)
        {
            throw new ArgumentException($"{oldRows.Length} old rows are not one for each of {fresh.Labels.Length} rows.", nameof(oldRows));
        }

        var before = new byte[oldRows.Length];
        for (var row = 0; row < oldRows.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(oldRows[row], old.Labels.Length, nameof(oldRows));
            before[row] = oldRows[row] < 0 ? ClusteringResult.Unassigned : old.Labels[oldRows[row]];
        }

        var matches = ByRows(before, old.ClusterCount, fresh.Labels, fresh.ClusterCount);
        return matches.SharedRows > 0 ? matches : ByCentroids(old.Centroids, old.ClusterCount, fresh.Centroids, fresh.ClusterCount);
    }

    /// <summary>
    /// The pairs of clusters that together share most rows (Hungarian method); among equals those whose numbers differ least in all.
    /// Clusters that share no row are no pair.
    /// </summary>
    /// <param name="oldLabels">Of each row its old cluster; <see cref="ClusteringResult.Unassigned"/> where it had none, or was not
    /// there.</param>
    /// <param name="oldCount">Number of old clusters.</param>
    /// <param name="freshLabels">Of the same rows their new clusters.</param>
    /// <param name="freshCount">Number of new clusters.</param>
    /// <exception cref="ArgumentException">The labels are not as many, or name a cluster beyond the count.</exception>
    public static SegmentMatches ByRows(ReadOnlySpan<byte> oldLabels, int oldCount, ReadOnlySpan<byte> freshLabels, int freshCount)
    {
        var shared = CountShared(oldLabels, oldCount, freshLabels, freshCount);
        var old = Pair(oldCount, freshCount, (before, after) => Math.Abs(before - after) - (shared[before, after] * RowsBeforeNumbers));
        return new SegmentMatches(
            [.. old.Select((before, after) => before is { } number && shared[number, after] > 0 ? before : null)],
            [.. Enumerable.Range(0, freshCount).SelectMany(Origin)],
            [.. Enumerable.Range(0, oldCount).SelectMany(Destination)],
            shared.Cast<int>().Sum());

        IEnumerable<SegmentFlow> Origin(int after) =>
            Half(oldCount, before => shared[before, after]).Select(half => new SegmentFlow(half.Cluster, after, half.Share));

        IEnumerable<SegmentFlow> Destination(int before) =>
            Half(freshCount, after => shared[before, after]).Select(half => new SegmentFlow(before, half.Cluster, half.Share));
    }

    /// <summary>The pairs of clusters whose centroids are nearest in all (Euclidean distances added); as many as the fewer clusters
    /// are.</summary>
    /// <param name="oldCentroids">Old clusters x columns, row after row.</param>
    /// <param name="oldCount">Number of old clusters.</param>
    /// <param name="freshCentroids">New clusters x columns, in the same units.</param>
    /// <param name="freshCount">Number of new clusters.</param>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    public static SegmentMatches ByCentroids(double[] oldCentroids, int oldCount, double[] freshCentroids, int freshCount)
    {
        ArgumentNullException.ThrowIfNull(oldCentroids);
        ArgumentNullException.ThrowIfNull(freshCentroids);
        if ((long)oldCentroids.Length * freshCount != (long)freshCentroids.Length * oldCount)
        {
            throw new ArgumentException("Centroids of different columns cannot be compared.", nameof(freshCentroids));
        }

        var columns = oldCount == 0 ? 0 : oldCentroids.Length / oldCount;
        var old = Pair(oldCount, freshCount, (before, after) => columns == 0 ? 0 : OrderedSums.Distance(
            oldCentroids.AsSpan(before * columns, columns), freshCentroids.AsSpan(after * columns, columns)));
        return new SegmentMatches([.. old], [], [], SharedRows: 0);
    }

    private static int[,] CountShared(ReadOnlySpan<byte> oldLabels, int oldCount, ReadOnlySpan<byte> freshLabels, int freshCount)
    {
        if (oldLabels.Length != freshLabels.Length)
        {
            var lengths = $"{oldLabels.Length} and {freshLabels.Length}";
            throw new ArgumentException($"{lengths} labels are not of the same rows.", nameof(freshLabels));
        }

        var shared = new int[oldCount, freshCount];
        for (var row = 0; row < oldLabels.Length; row++)
        {
            var (before, after) = (oldLabels[row], freshLabels[row]);
            if (before != ClusteringResult.Unassigned && after != ClusteringResult.Unassigned)
            {
                if (before >= oldCount || after >= freshCount)
                {
                    throw new ArgumentException($"Row {row} is in cluster {before}, then {after}: too high.", nameof(freshLabels));
                }

                shared[before, after]++;
            }
        }

        return shared;
    }

    /// <summary>The old partner of each new cluster. The assignment wants no more rows than columns, so that the fewer clusters are its
    /// rows.</summary>
    private static int?[] Pair(int oldCount, int freshCount, Func<int, int, double> cost)
    {
        var (rows, columns) = (Math.Min(oldCount, freshCount), Math.Max(oldCount, freshCount));
        var costs = new double[rows, columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                costs[row, column] = oldCount <= freshCount ? cost(row, column) : cost(column, row);
            }
        }

        var old = new int?[freshCount];
        foreach (var (row, column) in LinearAssignment.Minimise(costs).Index())
        {
            var (before, after) = oldCount <= freshCount ? (row, column) : (column, row);
            old[after] = before;
        }

        return old;
    }

    /// <summary>The cluster with the most of the rows counted, if that is at least half; none where there are no rows.</summary>
    private static IEnumerable<(int Cluster, double Share)> Half(int clusters, Func<int, int> count)
    {
        var counts = Enumerable.Range(0, clusters).Select(count).ToArray();
        var total = counts.Sum();
        var most = total == 0 ? -1 : Array.IndexOf(counts, counts.Max());
        return most >= 0 && counts[most] >= MinShare * total ? [(most, (double)counts[most] / total)] : [];
    }
}

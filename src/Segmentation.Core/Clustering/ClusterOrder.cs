using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>Numbers clusters so that chance plays no part: largest first.</summary>
internal static class ClusterOrder
{
    /// <summary>Old numbers in their new order: by weight descending, ties by the centres' coordinates in turn, then by old
    /// number.</summary>
    /// <param name="masses">Weight of each cluster.</param>
    /// <param name="centres">k x columns, row after row.</param>
    public static int[] LargestFirst(double[] masses, double[] centres)
    {
        var columns = centres.Length / masses.Length;
        var order = Enumerable.Range(0, masses.Length).ToArray();
        Array.Sort(order, Compare);
        return order;

        ReadOnlySpan<double> Centre(int cluster) => centres.AsSpan(cluster * columns, columns);

        int Compare(int left, int right)
        {
            var byMass = masses[right].CompareTo(masses[left]);
            var byCentre = byMass != 0 ? byMass : Centre(left).SequenceCompareTo(Centre(right));
            return byCentre != 0 ? byCentre : left.CompareTo(right);
        }
    }

    /// <summary>The labels under the new numbers; unassigned rows stay so.</summary>
    public static byte[] Renumber(ReadOnlySpan<byte> labels, int[] order)
    {
        var numbers = new byte[byte.MaxValue + 1];
        numbers[ClusteringResult.Unassigned] = ClusteringResult.Unassigned;
        for (var cluster = 0; cluster < order.Length; cluster++)
        {
            numbers[order[cluster]] = (byte)cluster;
        }

        var renumbered = new byte[labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            renumbered[row] = numbers[labels[row]];
        }

        return renumbered;
    }

    /// <summary>Blocks of <paramref name="width"/> numbers, one per cluster, in the new order.</summary>
    public static double[] Reorder(ReadOnlySpan<double> blocks, int[] order, int width)
    {
        var reordered = new double[blocks.Length];
        for (var cluster = 0; cluster < order.Length; cluster++)
        {
            blocks.Slice(order[cluster] * width, width).CopyTo(reordered.AsSpan(cluster * width));
        }

        return reordered;
    }

    /// <summary>
    /// The means, sizes and inertia of any labelling, numbered largest first, and the order that was used, for what else the algorithm
    /// knows by cluster. Every cluster must have rows.
    /// </summary>
    public static (
        ClusteringResult Clusters, int[] Order) Describe(FeatureMatrix matrix, ReadOnlySpan<byte> labels, int clusterCount, int iterations)
    {
        var means = ClusterMeans.Of(matrix, labels, clusterCount);
        var order = LargestFirst(means.Masses, means.Centroids);
        var renumbered = Renumber(labels, order);
        var centroids = Reorder(means.Centroids, order, matrix.Columns);
        int[] sizes = [.. order.Select(old => means.Counts[old])];
        return (new ClusteringResult(renumbered, centroids, sizes, ClusterMeans.Inertia(matrix, renumbered, centroids), iterations), order);
    }
}

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Numbers clusters so that chance plays no part: largest first.</summary>
internal static class ClusterOrder
{
    /// <summary>The result of a run, clusters by weight descending, ties by their centres' coordinates in turn.</summary>
    public static KMeansResult LargestFirst(Lloyd lloyd, int iterations)
    {
        var columns = lloyd.Centres.Length / lloyd.Counts.Length;
        var order = Enumerable.Range(0, lloyd.Counts.Length).ToArray();
        Array.Sort(order, Compare);

        var newNumber = new byte[order.Length];
        var centroids = new double[lloyd.Centres.Length];
        for (var cluster = 0; cluster < order.Length; cluster++)
        {
            newNumber[order[cluster]] = (byte)cluster;
            Centre(order[cluster]).CopyTo(centroids.AsSpan(cluster * columns));
        }

        var labels = lloyd.Labels.ToArray();
        for (var row = 0; row < labels.Length; row++)
        {
            labels[row] = newNumber[labels[row]];
        }

        return new KMeansResult(labels, centroids, [.. order.Select(old => lloyd.Counts[old])], lloyd.Inertia, iterations);

        ReadOnlySpan<double> Centre(int cluster) => lloyd.Centres.AsSpan(cluster * columns, columns);

        int Compare(int left, int right)
        {
            var byMass = lloyd.Masses[right].CompareTo(lloyd.Masses[left]);
            return byMass != 0 ? byMass : Centre(left).SequenceCompareTo(Centre(right));
        }
    }
}

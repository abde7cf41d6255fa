using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>Rows whose clusters are given, whatever an algorithm finds in the others. Immutable.</summary>
public sealed class GivenClusters
{
    /// <summary>Label of a row that is left to the algorithm.</summary>
    public const byte Free = byte.MaxValue;

    private readonly byte[] _labels;

    /// <summary>Wraps <paramref name="labels"/>; the caller gives the array away.</summary>
    /// <param name="labels">Per row of the matrix its given cluster, or <see cref="Free"/>.</param>
    /// <param name="count">How many clusters are given; each has a row.</param>
    public GivenClusters(byte[] labels, int count)
    {
        ArgumentNullException.ThrowIfNull(labels);
        (_labels, Count) = (labels, count);
        Rest = [.. Enumerable.Range(0, labels.Length).Where(row => labels[row] == Free)];
    }

    /// <summary>How many clusters are given.</summary>
    public int Count { get; }

    /// <summary>The rows that are left to the algorithm, ascending.</summary>
    public int[] Rest { get; }

    /// <summary>Per row of the matrix its given cluster, or <see cref="Free"/>.</summary>
    public ReadOnlySpan<byte> Labels => _labels;

    /// <summary>The same of some rows, in the given order.</summary>
    public GivenClusters Take(int[] rows) => new(Array.ConvertAll(rows, row => _labels[row]), Count);

    /// <summary>
    /// Those rows and, of each given cluster that none of them is of, its first row, ascending: a sample that no given cluster is missing
    /// from.
    /// </summary>
    public int[] Complete(int[] rows)
    {
        var seen = rows.Select(row => _labels[row]).ToHashSet();
        var first = Enumerable.Range(0, Count).Where(given => !seen.Contains((byte)given)).Select(given => Array.IndexOf(_labels, (byte)given));
        return [.. rows.Concat(first).Order()];
    }

    /// <summary>What an algorithm found in <see cref="Rest"/>, and the given clusters beside it, numbered largest first together.</summary>
    internal GivenClustersResult Join(FeatureMatrix matrix, ClusteringResult found)
    {
        var labels = Array.ConvertAll(_labels, given => given == Free ? ClusteringResult.Unassigned : (byte)(found.ClusterCount + given));
        for (var i = 0; i < Rest.Length; i++)
        {
            labels[Rest[i]] = found.Labels[i];
        }

        var (clusters, order) = ClusterOrder.Describe(matrix, labels, found.ClusterCount + Count, found.Iterations);
        return new GivenClustersResult(clusters, found, order);
    }
}

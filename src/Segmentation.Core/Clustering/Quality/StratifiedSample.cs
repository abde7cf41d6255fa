using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>Draws rows so that every cluster is seen: in proportion to its size, but small clusters more.</summary>
internal static class StratifiedSample
{
    /// <summary>A cluster gives at least so many rows, or all it has.</summary>
    public const int MinPerCluster = 50;

    /// <summary>About <paramref name="total"/> rows, ascending: more where small clusters need it.</summary>
    public static int[] Draw(ClusteringResult clustering, int total, int seed)
    {
        var random = new SeededRandom(seed);
        var left = clustering.Sizes.ToArray();
        var wanted = Array.ConvertAll(left, size => Math.Min(size, Math.Max(MinPerCluster, ShareOf(size))));
        var rows = new List<int>(wanted.Sum());
        for (var row = 0; row < clustering.Labels.Length; row++)
        {
            // Selection sampling (Knuth 3.4.2 S) within each cluster.
            var label = clustering.Labels[row];
            if (random.NextDouble() * left[label]-- < wanted[label])
            {
                wanted[label]--;
                rows.Add(row);
            }
        }

        return [.. rows];

        int ShareOf(int size) => (int)Math.Round((double)size * total / clustering.Labels.Length);
    }
}

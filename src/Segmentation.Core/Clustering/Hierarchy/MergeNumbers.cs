namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>Turns pairs of leaves into the merges of a dendrogram.</summary>
internal static class MergeNumbers
{
    /// <summary>
    /// Merges lowest first, pairs of one height in the order given, each of the two clusters that its leaves are in by then.
    /// </summary>
    /// <param name="pairs">A tree over all leaves: one pair fewer than leaves, and no circle.</param>
    /// <param name="leaves">How many leaves there are.</param>
    public static DendrogramMerge[] Give((int Left, int Right, double Height)[] pairs, int leaves)
    {
        var sets = new DisjointSets(leaves);
        var numbers = Enumerable.Range(0, leaves).ToArray();
        var sizes = Enumerable.Repeat(1, leaves).ToArray();
        var merges = new DendrogramMerge[pairs.Length];
        foreach (var (i, pair) in pairs.OrderBy(pair => pair.Height).Index())
        {
            var (left, right) = (sets.Find(pair.Left), sets.Find(pair.Right));
            var (lower, higher) = (Math.Min(numbers[left], numbers[right]), Math.Max(numbers[left], numbers[right]));
            merges[i] = new DendrogramMerge(lower, higher, pair.Height, sizes[left] + sizes[right]);
            var root = sets.Join(left, right);
            (numbers[root], sizes[root]) = (leaves + i, merges[i].Size);
        }

        return merges;
    }
}

using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>A leaf of a dendrogram: one row, or the rows of a branch that is not shown.</summary>
/// <param name="Row">Its first row in the matrix.</param>
/// <param name="Size">How many rows it stands for.</param>
public readonly record struct DendrogramLeaf(int Row, int Size);

/// <summary>Two clusters that become one. Leaves are numbered first; the i-th merge makes number "leaves + i".</summary>
/// <param name="Left">The lower number of the two.</param>
/// <param name="Right">The higher number.</param>
/// <param name="Height">Their distance, in units of the scaled features.</param>
/// <param name="Size">Rows of the new cluster.</param>
public readonly record struct DendrogramMerge(int Left, int Right, double Height, int Size);

/// <summary>The order in which clusters were merged, from single leaves to one, as scipy's <c>linkage</c> writes it.</summary>
public sealed class Dendrogram
{
    private readonly DendrogramLeaf[] _leaves;
    private readonly DendrogramMerge[] _merges;

    /// <summary>Takes the leaves, at least one, and the merges, one fewer, lowest first.</summary>
    internal Dendrogram(DendrogramLeaf[] leaves, DendrogramMerge[] merges) => (_leaves, _merges) = (leaves, merges);

    /// <summary>The leaves, by number.</summary>
    public IReadOnlyList<DendrogramLeaf> Leaves => _leaves;

    /// <summary>The merges by height, lowest first.</summary>
    public IReadOnlyList<DendrogramMerge> Merges => _merges;

    /// <summary>Into how many clusters it can be cut: leaves that differ, at most <see cref="KMeansOptions.MaxClusters"/>.</summary>
    public int MaxClusters => Math.Min(KMeansOptions.MaxClusters, 1 + _merges.Count(merge => merge.Height > 0));

    /// <summary>How many clusters there are when every merge up to <paramref name="height"/>, it included, is made; it may be more than
    /// <see cref="MaxClusters"/>.</summary>
    public int CutAt(double height) => _leaves.Length - _merges.Count(merge => merge.Height <= height);

    /// <summary>The cluster of each leaf when all but the last <paramref name="clusterCount"/> - 1 merges are made, numbered by their
    /// first leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1 cluster, or more than leaves or than
    /// <see cref="KMeansOptions.MaxClusters"/>.</exception>
    public byte[] Cut(int clusterCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusterCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(clusterCount, Math.Min(KMeansOptions.MaxClusters, _leaves.Length));
        var roots = RootsAfter(_leaves.Length - clusterCount);
        var numbers = new Dictionary<int, byte>();
        var labels = new byte[_leaves.Length];
        for (var leaf = 0; leaf < labels.Length; leaf++)
        {
            if (!numbers.TryGetValue(roots[leaf], out labels[leaf]))
            {
                labels[leaf] = (byte)numbers.Count;
                numbers.Add(roots[leaf], labels[leaf]);
            }
        }

        return labels;
    }

    /// <summary>
    /// The last <paramref name="merges"/> merges, for drawing. Its leaves are the branches below, numbered from left to right such that
    /// no lines cross: of two that are merged, the one with the lower first row is on the left.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="merges"/> is negative.</exception>
    public Dendrogram Top(int merges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(merges);
        var made = Math.Max(0, _merges.Length - merges);
        var branches = Branches();
        int[] leaves = [.. LeftToRight(branches, _leaves.Length + made)];
        var numbers = leaves.Select((branch, number) => (branch, number)).ToDictionary();
        var top = new DendrogramMerge[_merges.Length - made];
        for (var i = 0; i < top.Length; i++)
        {
            var merge = _merges[made + i];
            var (left, right) = (numbers[merge.Left], numbers[merge.Right]);
            top[i] = merge with { Left = Math.Min(left, right), Right = Math.Max(left, right) };
            numbers.Add(_leaves.Length + made + i, leaves.Length + i);
        }

        return new Dendrogram(Array.ConvertAll(leaves, branch => branches[branch]), top);
    }

    /// <summary>For each leaf the highest number it is part of after the first <paramref name="made"/> merges.</summary>
    private int[] RootsAfter(int made)
    {
        int[] roots = [.. Enumerable.Range(0, _leaves.Length + made)];
        for (var i = made - 1; i >= 0; i--)
        {
            roots[_merges[i].Left] = roots[_merges[i].Right] = roots[_leaves.Length + i];
        }

        return roots;
    }

    /// <summary>First row and size of every number.</summary>
    private DendrogramLeaf[] Branches()
    {
        var branches = new DendrogramLeaf[_leaves.Length + _merges.Length];
        _leaves.CopyTo(branches, 0);
        for (var i = 0; i < _merges.Length; i++)
        {
            var (left, right) = (branches[_merges[i].Left], branches[_merges[i].Right]);
            branches[_leaves.Length + i] = new DendrogramLeaf(Math.Min(left.Row, right.Row), left.Size + right.Size);
        }

        return branches;
    }

    /// <summary>The numbers under <paramref name="limit"/> that the last merge is made of.</summary>
    private IEnumerable<int> LeftToRight(DendrogramLeaf[] branches, int limit)
    {
        var waiting = new Stack<int>([branches.Length - 1]);
        while (waiting.TryPop(out var number))
        {
            if (number < limit)
            {
                yield return number;
                continue;
            }

            var merge = _merges[number - _leaves.Length];
            var isLeftFirst = branches[merge.Left].Row < branches[merge.Right].Row;
            waiting.Push(isLeftFirst ? merge.Right : merge.Left);
            waiting.Push(isLeftFirst ? merge.Left : merge.Right);
        }
    }
}

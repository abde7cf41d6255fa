namespace Segmentation.Core.Clustering;

/// <summary>Sets that grow together: the smaller joins the larger, and ways are halved when walked (Tarjan 1975).</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];
    private readonly int[] _sizes = [.. Enumerable.Repeat(1, count)];

    /// <summary>The member that stands for the set.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            member = _parents[member] = _parents[_parents[member]];
        }

        return member;
    }

    /// <summary>Makes one set of two, given by the members that stand for them, and gives back the member that stands for it.</summary>
    public int Join(int left, int right)
    {
        var (root, other) = _sizes[left] >= _sizes[right] ? (left, right) : (right, left);
        _sizes[root] += _sizes[other];
        return _parents[other] = root;
    }
}

namespace Segmentation.Core.Clustering;

/// <summary>Sets that grow together (Tarjan 1975), with paths halved on the way.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The member that stands for the set.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            member = _parents[member] = _parents[_parents[member]];
        }

        return member;
    }

    /// <summary>Makes one set of two that are given by the members that stand for them; gives back the one that stands for it.</summary>
    public int Join(int left, int right) => _parents[right] = left;
}

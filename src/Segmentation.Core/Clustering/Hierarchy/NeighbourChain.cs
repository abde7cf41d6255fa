namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>
/// Merges by chains of nearest neighbours: from any cluster go to its nearest, and on to that one's nearest, until two are each other's.
/// These can be merged at once, whatever else is nearer elsewhere, because no merge brings clusters nearer to others.
/// </summary>
internal sealed class NeighbourChain
{
    private readonly ILinkageSpace _space;
    private readonly bool[] _isGone;
    private readonly bool[] _isOnChain;
    private readonly List<(int Cluster, double Distance)> _chain = [];
    private int _highest;

    private NeighbourChain(ILinkageSpace space, int leaves) =>
        (_space, _isGone, _isOnChain, _highest) = (space, new bool[leaves], new bool[leaves], leaves - 1);

    /// <summary>All merges, lowest first.</summary>
    public static DendrogramMerge[] Run(ILinkageSpace space, int leaves, CancellationToken cancellationToken)
    {
        var chain = new NeighbourChain(space, leaves);
        var pairs = new (int Left, int Right, double Height)[leaves - 1];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = chain.NextPair(cancellationToken);
        }

        return MergeNumbers.Give(pairs, leaves);
    }

    private (int Left, int Right, double Height) NextPair(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_chain.Count == 0)
            {
                Push(HighestLeft(), double.PositiveInfinity);
            }

            var (last, before) = _chain[^1];
            var (next, distance) = _space.Nearest(last);

            // The cluster before is as near as any, or, by an error of rounding alone, one further back seems nearer: these two it is.
            if (distance >= before || _isOnChain[next])
            {
                return Merge(before);
            }

            Push(next, distance);
        }
    }

    private (int Left, int Right, double Height) Merge(double distance)
    {
        var (last, other) = (Pop(), Pop());
        var (gone, kept) = (Math.Min(last, other), Math.Max(last, other));
        _space.Merge(kept, gone);
        _isGone[gone] = true;
        return (gone, kept, _space.Height(distance));
    }

    private int HighestLeft()
    {
        while (_isGone[_highest])
        {
            _highest--;
        }

        return _highest;
    }

    private void Push(int cluster, double distance)
    {
        _chain.Add((cluster, distance));
        _isOnChain[cluster] = true;
    }

    private int Pop()
    {
        var cluster = _chain[^1].Cluster;
        _chain.RemoveAt(_chain.Count - 1);
        _isOnChain[cluster] = false;
        return cluster;
    }
}

namespace Segmentation.Core.Profiling.Rules;

/// <summary>
/// Finds, for each number of leaves, the part of a tree (what is left when branches are cut off) that is right for most rows. Dynamic
/// programming over the nodes from below: Bohanec and Bratko 1994.
/// </summary>
internal sealed class TreePruning
{
    private readonly IReadOnlyList<GrownNode> _nodes;
    private readonly int[][] _right;
    private readonly int[][] _leavesOfFirst;

    /// <summary>Looks at all numbers of leaves up to <paramref name="mostLeaves"/>.</summary>
    public TreePruning(IReadOnlyList<GrownNode> nodes, int mostLeaves)
    {
        _nodes = nodes;
        _right = new int[nodes.Count][];
        _leavesOfFirst = new int[nodes.Count][];
        for (var node = nodes.Count - 1; node >= 0; node--)
        {
            Solve(node, mostLeaves);
        }
    }

    /// <summary>Most leaves that there can be.</summary>
    public int MostLeaves => _right[0].Length - 1;

    /// <summary>The best tree with so many leaves, children behind their parents.</summary>
    public TreeNode[] Take(int leaves)
    {
        var taken = new List<TreeNode>();
        Copy(0, leaves, taken);
        return [.. taken];
    }

    private void Solve(int node, int mostLeaves)
    {
        var first = _nodes[node].FirstChild;
        var most = first == 0 ? 1 : Math.Min(mostLeaves, _right[first].Length + _right[first + 1].Length - 2);
        (_right[node], _leavesOfFirst[node]) = (new int[most + 1], new int[most + 1]);
        _right[node][1] = _nodes[node].Right;
        for (var leaves = 2; leaves <= most; leaves++)
        {
            var least = Math.Max(1, leaves - _right[first + 1].Length + 1);
            for (var mine = least; mine < leaves && mine < _right[first].Length; mine++)
            {
                var right = _right[first][mine] + _right[first + 1][leaves - mine];
                if (right > _right[node][leaves])
                {
                    (_right[node][leaves], _leavesOfFirst[node][leaves]) = (right, mine);
                }
            }
        }
    }

    private int Copy(int node, int leaves, List<TreeNode> taken)
    {
        var place = taken.Count;
        var grown = _nodes[node];
        var copy = new TreeNode(grown.Label, grown.End - grown.Start, grown.Right, null, 0, 0);
        taken.Add(copy);
        if (leaves > 1)
        {
            var mine = _leavesOfFirst[node][leaves];
            var first = Copy(grown.FirstChild, mine, taken);
            var second = Copy(grown.FirstChild + 1, leaves - mine, taken);
            taken[place] = copy with { Split = grown.Best!.Split, First = first, Second = second };
        }

        return place;
    }
}

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// A binary tree of centres: from the root, a row goes to the nearer child, ties to the first, until it comes to a leaf, its cluster.
/// </summary>
public sealed class CentroidTreeModel : ClusterModel
{
    private readonly CentroidTreeNode[] _nodes;

    /// <summary>The tree whose root is the first node; children stand behind their parents.</summary>
    internal CentroidTreeModel(CentroidTreeNode[] nodes)
    {
        _nodes = nodes;
        ClusterCount = nodes.Count(node => node.IsLeaf);
        Columns = nodes[0].Centre.Length;
    }

    /// <inheritdoc/>
    public override int ClusterCount { get; }

    /// <inheritdoc/>
    public override int Columns { get; }

    /// <summary>
    /// Distance of a row to the first of two children less that to the second: the row goes to the first unless this is positive.
    /// </summary>
    internal static double Excess(ReadOnlySpan<double> row, CentroidTreeNode first, CentroidTreeNode second) =>
        Distance(row, first.Centre) - Distance(row, second.Centre);

    /// <summary>
    /// How much farther than its sibling the worst turn on the way to each cluster is, in units of the scaled features; 0 for the cluster
    /// that the row goes to. The lowest other cost is so the narrowest turn on its own way.
    /// </summary>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        Span<double> worst = stackalloc double[_nodes.Length];
        worst[0] = 0;
        for (var i = 0; i < _nodes.Length; i++)
        {
            var node = _nodes[i];
            if (node.IsLeaf)
            {
                costs[node.Cluster] = worst[i];
                continue;
            }

            var excess = Excess(row, _nodes[node.FirstChild], _nodes[node.FirstChild + 1]);
            worst[node.FirstChild] = Math.Max(worst[i], excess);

            // On the border the second child costs a trace more, so that the row goes to the first.
            worst[node.FirstChild + 1] = Math.Max(worst[i], excess > 0 ? 0 : Math.Max(-excess, double.Epsilon));
        }
    }

    /// <summary>Differences of squared distances at the turn where the ways to the two clusters part.</summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        var parent = 0;
        while (WayTo(own, parent) is var mine && WayTo(other, parent) is var theirs && mine == theirs)
        {
            parent = mine;
        }

        var (near, far) = (_nodes[WayTo(own, parent)].Centre, _nodes[WayTo(other, parent)].Centre);
        for (var column = 0; column < parts.Length; column++)
        {
            parts[column] = SquaresApart(row[column], near[column], far[column]);
        }

        return 0;
    }

    private int WayTo(byte cluster, int parent) => _nodes[parent].FirstChild + (Leads(_nodes[parent].FirstChild, cluster) ? 0 : 1);

    private bool Leads(int node, byte cluster) => _nodes[node].IsLeaf
        ? _nodes[node].Cluster == cluster
        : Leads(_nodes[node].FirstChild, cluster) || Leads(_nodes[node].FirstChild + 1, cluster);

    private static double Distance(ReadOnlySpan<double> row, double[] centre)
    {
        var squares = 0.0;
        for (var column = 0; column < centre.Length; column++)
        {
            var difference = row[column] - centre[column];
            squares += difference * difference;
        }

        return Math.Sqrt(squares);
    }
}

/// <summary>One centre of a tree.</summary>
/// <param name="Centre">Mean of the rows that came by here.</param>
/// <param name="FirstChild">Place of the first of two children, who stand side by side; 0 for a leaf.</param>
/// <param name="Cluster">Number of a leaf's cluster; nothing otherwise.</param>
internal sealed record CentroidTreeNode(double[] Centre, int FirstChild, int Cluster)
{
    /// <summary>True where a way through the tree ends.</summary>
    public bool IsLeaf => FirstChild == 0;
}

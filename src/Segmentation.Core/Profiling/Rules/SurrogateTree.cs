using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>
/// A small tree of thresholds that stands in for a segmentation: it gives nearly the same segments by questions about single columns of the
/// file. Immutable.
/// </summary>
/// <param name="Nodes">The root first, children behind their parents.</param>
public sealed record SurrogateTree(ValueList<TreeNode> Nodes)
{
    /// <summary>Number of leaves.</summary>
    public int LeafCount => (Nodes.Count + 1) / 2;

    /// <summary>The labels that the tree can give, each once.</summary>
    public IEnumerable<byte> Labels => Nodes.Where(node => node.IsLeaf).Select(node => node.Label).Distinct();

    /// <summary>The share of all rows, 0 to 1, to which the tree gives their own segment.</summary>
    public double Fidelity => (double)Nodes.Where(node => node.IsLeaf).Sum(node => (long)node.Right) / Nodes[0].Rows;

    /// <summary>The label that the tree gives to a row of a frame with the tree's columns; <see cref="ClusteringResult.Unassigned"/> for none.</summary>
    public byte Classify(DataFrame frame, int row)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var node = Nodes[0];
        while (node.Split is { } split)
        {
            node = Nodes[IsFirst(split, frame[split.Column], row) ? node.First : node.Second];
        }

        return node.Label;
    }

    private static bool IsFirst(TreeSplit split, DataColumn column, int row) =>
        column.Missing[row] ? split.MissingFirst
        : split.Threshold is { } threshold ? ((NumberColumn)column)[row] < threshold
        : split.Categories!.Contains(((TextColumn)column)[row]!);
}

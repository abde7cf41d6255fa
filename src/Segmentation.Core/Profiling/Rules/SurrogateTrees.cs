using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>Trees of several sizes that stand in for one segmentation. Immutable.</summary>
public sealed class SurrogateTrees
{
    /// <summary>Most leaves offered, unless there are more segments.</summary>
    public const int UsualMostLeaves = 16;

    private const int GrownLeaves = 32;

    private readonly SurrogateTree[] _byLeaves;

    private SurrogateTrees(SurrogateTree[] byLeaves, int classes)
    {
        _byLeaves = byLeaves;
        LeastLeaves = Math.Min(classes, byLeaves.Length);
        SuggestedLeaves = byLeaves.Skip(LeastLeaves - 1).FirstOrDefault(tree => tree.Labels.Count() == classes)?.LeafCount ?? LeastLeaves;
    }

    /// <summary>Fewest leaves: one per segment, or what there is where no questions are left.</summary>
    public int LeastLeaves { get; }

    /// <summary>Fewest leaves with which every label has one; <see cref="LeastLeaves"/> where no size gives them all one.</summary>
    public int SuggestedLeaves { get; }

    /// <summary>Most leaves.</summary>
    public int MostLeaves => _byLeaves.Length;

    /// <summary>
    /// Finds trees that give the rows their segments. One is grown further than wanted, and for each number of leaves the branches are
    /// kept that are right for most rows. All rows count, and count once. Thresholds are round numbers where that changes nothing.
    /// </summary>
    /// <param name="frame">The file as it was read, so that the rules hold for its rows: numbers, categories and booleans may be asked for.</param>
    /// <param name="columns">The columns that may be asked for, each once.</param>
    /// <param name="rows">The rows that were clustered.</param>
    /// <param name="clustering">Their clusters. Rows without one are told apart as well.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SurrogateTrees Grow(
        DataFrame frame,
        IReadOnlyList<string> columns,
        RowSelection rows,
        ClusteringResult clustering,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(clustering);
        var classes = clustering.ClusterCount + (clustering.UnassignedRows > 0 ? 1 : 0);
        var labels = Array.ConvertAll(clustering.Labels, label => label == ClusteringResult.Unassigned ? (byte)(classes - 1) : label);
        BinnedColumn[] binned = [.. columns.Select(name => BinsOf(frame[name], rows, threads, cancellationToken))];
        var most = Math.Max(UsualMostLeaves, classes);
        var grown = TreeGrowth.Grow(binned, labels, classes, most + GrownLeaves - UsualMostLeaves, threads, cancellationToken);
        var pruning = new TreePruning(grown, most);
        SurrogateTree[] trees = [.. Enumerable.Range(1, pruning.MostLeaves).Select(leaves => TreeOf(pruning.Take(leaves), clustering))];
        return new SurrogateTrees(trees, classes);
    }

    /// <summary>The tree with so many leaves; the next smaller or larger one where that is not offered.</summary>
    public SurrogateTree At(int leaves) => _byLeaves[Math.Clamp(leaves, LeastLeaves, MostLeaves) - 1];

    private static BinnedColumn BinsOf(DataColumn column, RowSelection rows, int threads, CancellationToken cancellationToken) => column switch
    {
        NumberColumn numbers => BinnedColumn.Of(numbers, rows, threads, cancellationToken),
        TextColumn texts => BinnedColumn.Of(texts, rows, FeatureOptions.MaxCategories),
        _ => throw new ArgumentException($"'{column.Name}' holds neither numbers nor categories.", nameof(column)),
    };

    private static SurrogateTree TreeOf(TreeNode[] nodes, ClusteringResult clustering) => new(nodes
        .Select(node => node.Label == clustering.ClusterCount ? node with { Label = ClusteringResult.Unassigned } : node).ToValueList());
}

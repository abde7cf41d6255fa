using Segmentation.Core.Collections;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>All that a way through a tree asks of one column, in one: bounds of a number, or which categories.</summary>
/// <param name="Column">The column of the file.</param>
public sealed record RuleCondition(string Column)
{
    /// <summary>The number is this or more; null for no bound.</summary>
    public double? AtLeast { get; init; }

    /// <summary>The number is less than this; null for no bound.</summary>
    public double? Under { get; init; }

    /// <summary>The category is one of these; null where it is one of others, or a number.</summary>
    public ValueList<string>? In { get; init; }

    /// <summary>The category is none of these; null where it is one of some, or a number.</summary>
    public ValueList<string>? NotIn { get; init; }

    /// <summary>Whether a missing value will do.</summary>
    public bool AllowsMissing { get; init; } = true;

    /// <summary>Whether any row that was asked misses the value: only then is it worth a word to people.</summary>
    public bool SawMissing { get; init; }

    /// <summary>True where nothing but a missing value will do.</summary>
    public bool IsOnlyMissing => In is { Count: 0 } || AtLeast >= Under;

    /// <summary>This condition and one more answer.</summary>
    internal RuleCondition And(TreeSplit split, bool isFirst)
    {
        var both = this with
        {
            AllowsMissing = AllowsMissing && split.MissingFirst == isFirst,
            SawMissing = SawMissing || split.SawMissing,
        };
        return (split.Threshold, isFirst) switch
        {
            ({ } threshold, true) => both with { Under = Under < threshold ? Under : threshold },
            ({ } threshold, false) => both with { AtLeast = AtLeast > threshold ? AtLeast : threshold },
            (null, true) => both with
            {
                In = (In ?? split.Categories!).Intersect(split.Categories!).Except(NotIn ?? []).ToValueList(),
                NotIn = null,
            },
            _ when In is not null => both with { In = In.Except(split.Categories!).ToValueList() },
            _ => both with { NotIn = (NotIn ?? []).Union(split.Categories!).ToValueList() },
        };
    }
}

/// <summary>One way to a leaf: conditions that hold together.</summary>
/// <param name="Label">The label that the tree gives.</param>
/// <param name="Conditions">One per column asked, in the order in which the tree asks; none where it asks nothing.</param>
/// <param name="Rows">Rows of the data for which they hold.</param>
/// <param name="Right">How many of these have the label.</param>
public sealed record RuleLeaf(byte Label, ValueList<RuleCondition> Conditions, int Rows, int Right)
{
    /// <summary>The leaves of a tree, from its first to its last. Every row fits exactly one.</summary>
    public static ValueList<RuleLeaf> Of(SurrogateTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var leaves = new List<RuleLeaf>();
        Collect(tree, tree.Nodes[0], [], leaves);
        return leaves.ToValueList();
    }

    private static void Collect(SurrogateTree tree, TreeNode node, ValueList<RuleCondition> conditions, List<RuleLeaf> leaves)
    {
        if (node.Split is not { } split)
        {
            leaves.Add(new RuleLeaf(node.Label, conditions, node.Rows, node.Right));
            return;
        }

        Collect(tree, tree.Nodes[node.First], With(conditions, split, isFirst: true), leaves);
        Collect(tree, tree.Nodes[node.Second], With(conditions, split, isFirst: false), leaves);
    }

    private static ValueList<RuleCondition> With(ValueList<RuleCondition> conditions, TreeSplit split, bool isFirst) =>
        conditions.Any(condition => condition.Column == split.Column)
            ? conditions.Select(condition => condition.Column == split.Column ? condition.And(split, isFirst) : condition).ToValueList()
            : conditions.Add(new RuleCondition(split.Column).And(split, isFirst));
}

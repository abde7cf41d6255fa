using Segmentation.Core.Pipeline;

namespace Segmentation.Cli;

/// <summary>The tree that stands in for a segmentation, as a part of a report.</summary>
/// <param name="Leaves">Number of leaves.</param>
/// <param name="Fidelity">The share of clustered rows, 0 to 1, to which the tree gives their own segment.</param>
/// <param name="Sql">An SQL expression that gives the segment's number.</param>
internal sealed record TreeReport(int Leaves, double Fidelity, string Sql)
{
    public static TreeReport Of(RuleSet rules) => new(rules.Tree.LeafCount, rules.Tree.Fidelity, rules.ToSql());
}

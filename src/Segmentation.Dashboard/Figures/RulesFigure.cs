using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Rules;

namespace Segmentation.Dashboard.Figures;

/// <summary>A rule per segment, and how far the rules together can be trusted.</summary>
/// <param name="Agreement">How many customers the rules put where they are, in a sentence.</param>
/// <param name="Segments">One per segment, by number; the unassigned last.</param>
public sealed record RulesFigure(string Agreement, IReadOnlyList<SegmentRuleRow> Segments)
{
    /// <summary>The figure of one size of rules.</summary>
    public static RulesFigure Of(SegmentationSnapshot snapshot, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(rules);
        var frame = snapshot.Data.Frame;
        return new RulesFigure(
            $"These rules put {NumberText.Share(rules.Tree.Fidelity)} of the {snapshot.Noun.Many} into their own segment.",
            [.. snapshot.ByNumber.Select(profile => Row(profile.Number, profile.Name, [.. rules.LeavesOf(profile.Number)]))]);

        SegmentRuleRow Row(int number, string name, RuleLeaf[] leaves) => new(
            number,
            name,
            RuleText.Sentence(leaves, (column, value) => ValueText.Full(value, frame.TryGetColumn(column, out var found) ? found : null)),
            leaves.Length == 0 ? "" : Tell(leaves.Sum(leaf => leaf.Rows), leaves.Sum(leaf => leaf.Right)));

        string Tell(int rows, int right) => $"{snapshot.Noun.Count(rows)}, {NumberText.Share((double)right / rows)} of them rightly";
    }
}

/// <summary>One segment's rule.</summary>
/// <param name="Number">The segment's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sentence">The rule without its end; null where the segment is too small to have one at this size.</param>
/// <param name="Reach">Whom it fits.</param>
public sealed record SegmentRuleRow(int Number, string Name, string? Sentence, string Reach);

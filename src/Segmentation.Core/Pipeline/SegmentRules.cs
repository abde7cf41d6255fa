using Segmentation.Core.Collections;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Rules;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Rules that stand in for the segments of a snapshot, in several sizes. They ask for the columns that were clustered, as the file has
/// them: cleaning plays no part, so that they hold for its rows in a database as well.
/// </summary>
public sealed class SegmentRules
{
    private readonly SegmentationSnapshot _snapshot;
    private readonly SurrogateTrees _trees;

    private SegmentRules(SegmentationSnapshot snapshot, SurrogateTrees trees) => (_snapshot, _trees) = (snapshot, trees);

    /// <summary>Fewest leaves: one per segment, or what there is where no questions are left.</summary>
    public int LeastLeaves => _trees.LeastLeaves;

    /// <summary>Fewest leaves with which every segment has a rule; <see cref="LeastLeaves"/> where some are too small for one.</summary>
    public int SuggestedLeaves => _trees.SuggestedLeaves;

    /// <summary>Most leaves.</summary>
    public int MostLeaves => _trees.MostLeaves;

    /// <summary>Grows the trees, which takes a moment where there are many rows.</summary>
    public static SegmentRules Of(SegmentationSnapshot snapshot, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        string[] columns = [.. snapshot.Features.Columns.Select(column => column.Column).Distinct(StringComparer.Ordinal)];
        var trees = SurrogateTrees.Grow(
            snapshot.Data.Frame, columns, snapshot.Features.Rows, snapshot.Quality.Clustering, threads, cancellationToken);
        return new SegmentRules(snapshot, trees);
    }

    /// <summary>The rules with so many leaves, or the nearest number that there is.</summary>
    public RuleSet At(int leaves)
    {
        var tree = _trees.At(leaves);
        return new RuleSet(_snapshot, tree, RuleLeaf.Of(tree));
    }
}

/// <summary>The rules of one size. Immutable.</summary>
public sealed class RuleSet
{
    private readonly SegmentationSnapshot _snapshot;

    internal RuleSet(SegmentationSnapshot snapshot, SurrogateTree tree, ValueList<RuleLeaf> leaves) =>
        (_snapshot, Tree, Leaves) = (snapshot, tree, leaves);

    /// <summary>The tree.</summary>
    public SurrogateTree Tree { get; }

    /// <summary>Its leaves, each a conjunction of conditions.</summary>
    public ValueList<RuleLeaf> Leaves { get; }

    /// <summary>The leaves of a segment by its number; none where a segment is too small for a leaf of its own.</summary>
    public IEnumerable<RuleLeaf> LeavesOf(int segment) => Leaves.Where(leaf => _snapshot.NumberOf(leaf.Label) == segment);

    /// <summary>A segment's rule in a sentence without its end; null where it has none.</summary>
    /// <param name="segment">The segment's number.</param>
    /// <param name="number">Writes a number of a column; null writes all its digits.</param>
    public string? Sentence(int segment, Func<string, double, string>? number = null) => RuleText.Sentence(LeavesOf(segment), number);

    /// <summary>All rules as one SQL expression that gives the segment's number.</summary>
    public string ToSql() => RuleSql.Write(Leaves, _snapshot.NumberOf);

    /// <summary>All rules as filters, a line each.</summary>
    public string ToFilter() => RuleFilter.Write(Leaves, NameOf);

    /// <summary>All rules as JSON.</summary>
    public string ToJson() => RuleJson.Write(Tree, _snapshot.NumberOf, NameOf);

    /// <summary>The segment's number that the rules give to a row of the file.</summary>
    public int SegmentOf(int row) => _snapshot.NumberOf(Tree.Classify(_snapshot.Data.Frame, row));

    private string NameOf(byte label) => _snapshot.FindProfile(_snapshot.NumberOf(label))?.Name ?? SegmentProfile.UnassignedName;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>Rules as JSON, for programs.</summary>
public static class RuleJson
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Nobody puts this into a page, and names in other scripts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// <c>{ leaves, fidelity, rules: [{ segment, name, rows, right, conditions: [{ column, atLeast, under, in, notIn, missing }] }] }</c>,
    /// a rule per leaf; <c>missing</c> says whether a missing value will do.
    /// </summary>
    /// <param name="tree">The tree.</param>
    /// <param name="number">The number that a label goes by.</param>
    /// <param name="name">What it is called.</param>
    public static string Write(SurrogateTree tree, Func<byte, int> number, Func<byte, string> name)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(name);
        return JsonSerializer.Serialize(
            new
            {
                Leaves = tree.LeafCount,
                tree.Fidelity,
                Rules = RuleLeaf.Of(tree).Select(leaf => new
                {
                    Segment = number(leaf.Label),
                    Name = name(leaf.Label),
                    leaf.Rows,
                    leaf.Right,
                    Conditions = leaf.Conditions.Select(condition => new
                    {
                        condition.Column,
                        condition.AtLeast,
                        condition.Under,
                        condition.In,
                        condition.NotIn,
                        Missing = condition.AllowsMissing,
                    }),
                }),
            },
            s_options);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>Rules as plain filters, to be typed or pasted into the list builder of a program for customer relations.</summary>
public static class RuleFilter
{
    private static readonly JsonSerializerOptions s_quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A line per leaf: the segment, a colon, and conditions joined by AND. Leaves of one segment are alternatives. Names and texts
    /// stand in quotes, with a backslash before quotes and for line breaks.
    /// </summary>
    /// <param name="leaves">All leaves of a tree, or those of one segment.</param>
    /// <param name="name">What a label is called.</param>
    public static string Write(IEnumerable<RuleLeaf> leaves, Func<byte, string> name)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(name);
        var text = new StringBuilder();
        foreach (var leaf in leaves)
        {
            text.Append(CultureInfo.InvariantCulture, $"{OneLine(name(leaf.Label))}: {Conditions(leaf)}\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Conditions(RuleLeaf leaf) =>
        leaf.Conditions.Count == 0 ? "everybody" : string.Join(" AND ", leaf.Conditions.SelectMany(Parts));

    private static IEnumerable<string> Parts(RuleCondition condition)
    {
        var column = Quote(condition.Column);
        if (condition.IsOnlyMissing)
        {
            return [$"{column} is empty"];
        }

        var empty = condition is { AllowsMissing: true, SawMissing: true } ? " or is empty" : "";
        var parts = new List<string>();
        Add(condition.AtLeast is { } low ? $"{column} >= {low.ToString("R", CultureInfo.InvariantCulture)}" : null);
        Add(condition.Under is { } high ? $"{column} < {high.ToString("R", CultureInfo.InvariantCulture)}" : null);
        Add(condition.In is { } some ? $"{column} in ({string.Join(", ", some.Select(Quote))})" : null);
        Add(condition.NotIn is { } others ? $"{column} not in ({string.Join(", ", others.Select(Quote))})" : null);
        return parts;

        void Add(string? part) => parts.AddRange(part is null ? [] : [empty.Length == 0 ? part : $"({part}{empty})"]);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, s_quoting);

    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}

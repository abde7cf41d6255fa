using System.Globalization;
using System.Text;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>
/// Rules as an expression of standard SQL, as SQLite and PostgreSQL understand it. Columns of numbers must be numbers there, and missing
/// values NULL.
/// </summary>
public static class RuleSql
{
    /// <summary>
    /// <c>CASE WHEN ... THEN number ... END</c>: per leaf one line; every row meets exactly one, NULLs included.
    /// </summary>
    /// <param name="leaves">All leaves of a tree.</param>
    /// <param name="number">The number that a label goes by.</param>
    public static string Write(IReadOnlyList<RuleLeaf> leaves, Func<byte, int> number)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(number);
        var sql = new StringBuilder("CASE\n");
        foreach (var leaf in leaves)
        {
            sql.Append(CultureInfo.InvariantCulture, $"  WHEN {Where(leaf)} THEN {number(leaf.Label)}\n");
        }

        return sql.Append("END").ToString();
    }

    /// <summary>A name in quotes, whatever it holds.</summary>
    public static string Identifier(string name) => Quote(name, '"');

    /// <summary>A text in quotes, whatever it holds.</summary>
    public static string Text(string text) => Quote(text, '\'');

    private static string Where(RuleLeaf leaf) =>
        leaf.Conditions.Count == 0 ? "1 = 1" : string.Join(" AND ", leaf.Conditions.Select(Where));

    private static string Where(RuleCondition condition)
    {
        var column = Identifier(condition.Column);
        if (condition.IsOnlyMissing)
        {
            return $"{column} IS NULL";
        }

        string[] parts = [.. Parts(condition, column)];
        return condition.AllowsMissing
            ? $"({(parts.Length == 1 ? parts[0] : $"({string.Join(" AND ", parts)})")} OR {column} IS NULL)"
            : string.Join(" AND ", parts);
    }

    private static IEnumerable<string> Parts(RuleCondition condition, string column)
    {
        if (condition.In is { } some)
        {
            yield return $"{column} IN ({List(some)})";
        }

        if (condition.NotIn is { } others)
        {
            yield return $"{column} NOT IN ({List(others)})";
        }

        if (condition.AtLeast is { } low)
        {
            yield return $"{column} >= {Number(low)}";
        }

        if (condition.Under is { } high)
        {
            yield return $"{column} < {Number(high)}";
        }
    }

    private static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // No database holds a NUL in a text.
    private static string Quote(string text, char quote) =>
        quote + text.Replace("\0", "", StringComparison.Ordinal).Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal) + quote;
}

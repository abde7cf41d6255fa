using System.Globalization;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>Rules as people read them.</summary>
public static class RuleText
{
    private const double NeedsSeparators = 10_000;

    /// <summary>
    /// One segment in a sentence without its end: <c>Income at least 70 and Score under 50; or Age under 20</c>. Null without a leaf.
    /// </summary>
    /// <param name="leaves">The leaves of one segment.</param>
    /// <param name="number">Writes a number of a column; null writes all digits, with separators from 10,000 on.</param>
    public static string? Sentence(IEnumerable<RuleLeaf> leaves, Func<string, double, string>? number = null)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        string[] ways = [.. leaves.Select(leaf => Sentence(leaf, number ?? Plain))];
        return ways.Length == 0 ? null : string.Join("; or ", ways);
    }

    private static string Sentence(RuleLeaf leaf, Func<string, double, string> number) => leaf.Conditions.Count == 0
        ? "everybody"
        : string.Join(" and ", leaf.Conditions.Select(condition => Say(condition, value => number(condition.Column, value))));

    private static string Say(RuleCondition condition, Func<double, string> number)
    {
        var missing = condition is { AllowsMissing: true, SawMissing: true } ? " or missing" : "";
        return condition.IsOnlyMissing ? $"{condition.Column} missing" : $"{condition.Column} {What(condition, number)}{missing}";
    }

    private static string What(RuleCondition condition, Func<double, string> number) => condition switch
    {
        { AtLeast: { } low, Under: { } high } => $"from {number(low)} to under {number(high)}",
        { AtLeast: { } low } => $"at least {number(low)}",
        { Under: { } high } => $"under {number(high)}",
        { In: { } some } => $"is {string.Join(" or ", some)}",
        { NotIn.Count: 1 } => $"is not {condition.NotIn![0]}",
        _ => $"is none of {string.Join(", ", condition.NotIn!)}",
    };

    private static string Plain(string column, double value) =>
        value.ToString(Math.Abs(value) >= NeedsSeparators ? "#,0.###############" : "R", CultureInfo.InvariantCulture);
}

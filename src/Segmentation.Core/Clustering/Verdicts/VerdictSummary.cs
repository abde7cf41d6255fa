using System.Globalization;

namespace Segmentation.Core.Clustering.Verdicts;

/// <summary>Says in one sentence how far the criteria agree.</summary>
public static class VerdictSummary
{
    private static readonly string[] s_numbers = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>
    /// <c>Four of seven say 5; Calinski-Harabasz says 9; gap says there may be no clusters at all.</c> The number that most say comes
    /// first, ties to the smaller; what is not known yet is told last.
    /// </summary>
    public static string Of(IReadOnlyList<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        var heard = verdicts.Where(verdict => verdict.State != VerdictState.Pending).ToArray();
        if (heard.Length == 0)
        {
            return "Nothing has been looked at yet.";
        }

        var groups = heard.Where(verdict => verdict.State == VerdictState.Found).GroupBy(verdict => verdict.ClusterCount!.Value)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToArray();
        var parts = groups.Select((group, place) => place == 0 ? Most(group, heard.Length) : Says(group))
            .Append(Together(heard, VerdictState.NoClusters, "says there may be no clusters at all", "say there may be no clusters at all"))
            .Append(Together(heard, VerdictState.Undecided, "settles on no number", "settle on no number"))
            .Append(Together(verdicts, VerdictState.Pending, "is not known yet", "are not known yet"));
        return Capitalised(string.Join("; ", parts.Where(part => part.Length > 0))) + ".";
    }

    /// <summary>Its first part alone, without the full stop: what most say.</summary>
    public static string First(IReadOnlyList<Verdict> verdicts) => Of(verdicts).TrimEnd('.').Split(';')[0];

    private static string Most(IGrouping<int, Verdict> group, int heard)
    {
        var count = group.Count();
        return count == 1 ? Says(group)
            : count == heard ? In($"all {Word(heard)} say {group.Key}")
            : In($"{Word(count)} of {Word(heard)} say {group.Key}");
    }

    private static string Says(IGrouping<int, Verdict> group) => In($"{Names(group)} {(group.Count() == 1 ? "says" : "say")} {group.Key}");

    private static string Together(IReadOnlyList<Verdict> verdicts, VerdictState state, string one, string many)
    {
        var those = verdicts.Where(verdict => verdict.State == state).ToArray();
        return those.Length == 0 ? "" : $"{Names(those)} {(those.Length == 1 ? one : many)}";
    }

    private static string Names(IEnumerable<Verdict> verdicts)
    {
        string[] names = [.. verdicts.Select(verdict => InSentence(verdict.Kind))];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    // Names of people and abbreviations keep their capitals.
    private static string InSentence(VerdictKind kind) => kind is VerdictKind.CalinskiHarabasz or VerdictKind.DaviesBouldin or VerdictKind.Bic
        ? Verdict.NameOf(kind)
        : Verdict.NameOf(kind).ToLowerInvariant();

    private static string Word(int number) =>
        number < s_numbers.Length ? s_numbers[number] : number.ToString(CultureInfo.InvariantCulture);

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string In(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

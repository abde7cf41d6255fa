using System.Globalization;

namespace Segmentation.Core.Profiling.Actions;

/// <summary>What could be done with one segment, which rule says so, and why.</summary>
/// <param name="Action">What.</param>
/// <param name="Rule">The rule that fired, counted from 1; null when none did.</param>
/// <param name="Reason">The rule in words, and the numbers that made it hold.</param>
public sealed record ActionAdvice(MarketingAction Action, int? Rule, string Reason)
{
    // Of an equal share of the rows.
    private const double SmallSize = 0.5;
    private const double LargeSize = 1.5;

    /// <summary>The advice of <paramref name="table"/>.</summary>
    /// <param name="traits">The segment's, those of all columns.</param>
    /// <param name="share">The segment's of the rows, 0 to 1.</param>
    /// <param name="segments">How many segments there are.</param>
    /// <param name="meanings">What columns mean.</param>
    /// <param name="table">The rules.</param>
    public static ActionAdvice Of(
        IEnumerable<SegmentTrait> traits, double share, int segments, IEnumerable<KeyValuePair<string, ColumnMeaning>> meanings, ActionTable table)
    {
        ArgumentNullException.ThrowIfNull(traits);
        ArgumentNullException.ThrowIfNull(meanings);
        ArgumentNullException.ThrowIfNull(table);
        var evidence = EvidenceOf(traits, share, segments, meanings);
        foreach (var (place, rule) in table.Rules.Index())
        {
            if (rule.When.All(condition => evidence.TryGetValue(condition.Meaning, out var found) && found.Level == condition.Level))
            {
                var numbers = string.Join("; ", rule.When.Select(condition => evidence[condition.Meaning].Words).Distinct(StringComparer.Ordinal));
                return new ActionAdvice(rule.Action, place + 1, numbers.Length == 0 ? ActionWords.Of(rule) : $"{ActionWords.Of(rule)}: {numbers}");
            }
        }

        return new ActionAdvice(table.Otherwise, null, "no rule holds");
    }

    private static Dictionary<ColumnMeaning, (MeaningLevel Level, string Words)> EvidenceOf(
        IEnumerable<SegmentTrait> traits, double share, int segments, IEnumerable<KeyValuePair<string, ColumnMeaning>> meanings)
    {
        var byColumn = traits.Where(trait => trait.Category is null && !double.IsNaN(trait.Trait.Mean))
            .DistinctBy(trait => trait.Column).ToDictionary(trait => trait.Column, StringComparer.Ordinal);
        var evidence = meanings.Where(pair => byColumn.ContainsKey(pair.Key)).GroupBy(pair => pair.Value, pair => byColumn[pair.Key])
            .ToDictionary(group => group.Key, group => Judge(group.Key, [.. group]));
        evidence[ColumnMeaning.Size] = (
            share * segments <= SmallSize ? MeaningLevel.Low : share * segments >= LargeSize ? MeaningLevel.High : MeaningLevel.Average,
            string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} % of all"));
        return evidence;
    }

    // Several columns of one meaning count alike.
    private static (MeaningLevel Level, string Words) Judge(ColumnMeaning meaning, SegmentTrait[] columns)
    {
        var difference = columns.Average(Signed);
        var level = difference >= SegmentTrait.MinDifference ? MeaningLevel.High
            : difference <= -SegmentTrait.MinDifference ? MeaningLevel.Low
            : MeaningLevel.Average;
        var source = columns.Length == 1 ? columns[0].Column : string.Create(CultureInfo.InvariantCulture, $"{ActionWords.NameOf(meaning)} by {columns.Length} columns");
        return (level, string.Create(CultureInfo.InvariantCulture, $"{source} {difference:+0.00;-0.00;0.00} sd"));

        // A late date is a short time.
        double Signed(SegmentTrait column) =>
            column.IsDate && meaning is (ColumnMeaning.Recency or ColumnMeaning.Tenure) ? -column.Difference : column.Difference;
    }
}

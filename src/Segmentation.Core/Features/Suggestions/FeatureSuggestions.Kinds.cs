using Segmentation.Core.Collections;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Suggestions;

/// <summary>One function per kind of suggestion.</summary>
public static partial class FeatureSuggestions
{
    private const int FirstBirthYear = 1850;
    private const int MostChildren = 15;

    private static IEnumerable<FeatureSuggestion> Ages(DataFrame frame, ColumnTraits[] numbers, ExpressionScope scope)
    {
        if (scope.Today is not { } today || frame.Columns.Any(column => KeyNames.Words(column.Name) is ["age"]))
        {
            yield break;
        }

        var years = numbers.FirstOrDefault(column =>
            column is { IsInteger: true, Least: >= FirstBirthYear } && column.Most <= today.Year && column.HasWord(SuggestionWords.Birth));
        if (years is { } column)
        {
            yield return One(
                SuggestionKind.Age,
                "Age",
                $"year(today) - {column.Reference}",
                $"An age says more than a year of birth, and reads the same in every file: {today.Year} less {column.Name}.",
                new SuggestionEvidence("mean age", today.Year - column.Mean),
                new SuggestionEvidence("youngest", today.Year - column.Most),
                new SuggestionEvidence("oldest", today.Year - column.Least));
        }
    }

    private static IEnumerable<FeatureSuggestion> Tenures(DateColumn[] dates, ExpressionScope scope, DateOnly? chosen)
    {
        foreach (var column in dates.Where(column => column.Missing.Count < column.Length))
        {
            var words = KeyNames.Words(column.Name);
            var reference = ColumnReference.To(column.Name);
            if (words.Exists(SuggestionWords.Birth.Contains))
            {
                // The latest date of a file that holds nothing but birthdays is no day to count from.
                if (chosen is not null || dates.Length > 1)
                {
                    yield return One(
                        SuggestionKind.Age,
                        "Age",
                        $"floor(years_between({reference}, today))",
                        $"An age can be compared, and a date of birth cannot: full years from {column.Name} to today.");
                }
            }
            else if (words.Exists(SuggestionWords.Joining.Contains))
            {
                var today = scope.Today!.Value;
                var months = column.Values.ToArray().Where(date => date != DateTime.MinValue).Average(date => DateDifference.Months(date, today));
                yield return One(
                    SuggestionKind.Tenure,
                    "Months as customer",
                    $"months_between({reference}, today)",
                    $"How long somebody has been a customer can be compared, and a date cannot: months from {column.Name} to {today:yyyy-MM-dd}.",
                    new SuggestionEvidence("mean months", months));
            }
        }
    }

    private static FeatureSuggestion Total(ColumnGroup group) => One(
        SuggestionKind.Total,
        TotalName(group),
        group.Sum,
        group.IsMoney
            ? $"{group.Columns.Count} columns share {group.Label} in their names and hold parts of what a customer spends: their sum says how much."
            : $"{group.Columns.Count} columns share {group.Label} in their names: their sum says how much it is together.",
        new SuggestionEvidence("columns", group.Columns.Count),
        new SuggestionEvidence("mean of the sum", group.Mean));

    private static string TotalName(ColumnGroup group) =>
        group.IsMoney ? "Total spend" : group.IsPurchases ? "Total purchases" : $"Total {group.Label}";

    private static IEnumerable<FeatureSuggestion> Children(ColumnTraits[] numbers)
    {
        ColumnTraits[] found = [.. numbers.Where(column => IsChild(column) && column is { IsInteger: true, Least: >= 0, Most: <= MostChildren })];
        if (found.Length > 1)
        {
            yield return One(
                SuggestionKind.Children,
                "Children",
                string.Join(" + ", found.Select(column => column.Reference)),
                $"{Listed(found)} count children of different ages: together they say how large the household is.",
                new SuggestionEvidence("mean", found.Sum(column => column.Mean)));
        }
    }

    private static bool IsChild(ColumnTraits column) => column.HasWord(SuggestionWords.Child);

    private static IEnumerable<FeatureSuggestion> Counts(ColumnTraits[] numbers) =>
        ColumnGroup.Answers(numbers.Where(column => !IsChild(column))).Select(Count);

    private static FeatureSuggestion Count(ColumnGroup group) => One(
        SuggestionKind.Count,
        group.Columns.All(column => column.HasWord(SuggestionWords.Campaign)) ? "Accepted campaigns" : $"{group.Label} count",
        group.Sum,
        $"{group.Columns.Count} columns of 0 and 1 begin with {group.Label}: how many of them are 1 tells customers apart better than each alone.",
        new SuggestionEvidence("columns", group.Columns.Count),
        new SuggestionEvidence("mean count", group.Mean));

    private static IEnumerable<FeatureSuggestion> Ratios(ColumnTraits[] numbers, IReadOnlyList<ColumnGroup> amounts)
    {
        var spend = amounts.FirstOrDefault(group => group.IsMoney);
        var purchases = amounts.FirstOrDefault(group => group.IsPurchases);
        if (spend is not null && purchases is not null)
        {
            yield return One(
                SuggestionKind.Ratio,
                "Spend per purchase",
                $"({spend.Sum}) / ({purchases.Sum})",
                "Few large purchases and many small ones can come to the same sum: the amount per purchase tells them apart.",
                new SuggestionEvidence("mean spend", spend.Mean),
                new SuggestionEvidence("mean purchases", purchases.Mean));
        }

        if (spend is not null && numbers.FirstOrDefault(column => column.HasWord(SuggestionWords.Income) && column.Mean > 0) is { } income)
        {
            yield return One(
                SuggestionKind.Ratio,
                $"Spend by {income.Name}",
                $"({spend.Sum}) / {income.Reference}",
                $"Who spends much of a small {income.Name} is another customer than who spends little of a large one.",
                new SuggestionEvidence("mean spend", spend.Mean),
                new SuggestionEvidence($"mean {income.Name}", income.Mean));
        }
    }

    private static FeatureSuggestion Shares(ColumnGroup group) => new(
        SuggestionKind.Shares,
        $"Share of each {group.Label} column",
        group.Columns.Select(column => new DerivedColumn($"Share of {column.Name}", $"{column.Reference} / ({group.Sum})")).ToValueList(),
        $"What somebody likes shows in the shares, whatever the sum: {group.Columns.Count} columns, one for each of {group.Label}.",
        [
            .. group.Columns.OrderByDescending(column => column.Mean).Take(3)
                .Select(column => new SuggestionEvidence($"{column.Name}, share of all", column.Mean / group.Mean)),
        ]);

    private static IEnumerable<FeatureSuggestion> Logarithms(DataFrame frame, ColumnTraits[] numbers) => numbers
        .Where(column => column is { Least: >= 0, IsZeroOne: false, Skew: > LargeSkew } && !column.HasWord(SuggestionWords.Birth))
        .Select(column => (Column: column, After: ColumnTraits.LogarithmSkew((NumberColumn)frame[column.Name])))
        .Where(found => Math.Abs(found.After) < found.Column.Skew)
        .OrderByDescending(found => found.Column.Skew).Take(MaxLogarithms)
        .Select(found => One(
            SuggestionKind.Logarithm,
            $"Log of {found.Column.Name}",
            $"log(1 + {found.Column.Reference})",
            $"{found.Column.Name} has a long tail, and a few large values would decide the distances: its logarithm brings them closer.",
            new SuggestionEvidence("skew before", found.Column.Skew),
            new SuggestionEvidence("skew after", found.After)));

    private static string Listed(ColumnTraits[] columns) =>
        $"{string.Join(", ", columns[..^1].Select(column => column.Name))} and {columns[^1].Name}";
}

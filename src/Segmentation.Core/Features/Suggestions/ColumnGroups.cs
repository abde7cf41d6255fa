namespace Segmentation.Core.Features.Suggestions;

/// <summary>Columns whose names say that they belong together.</summary>
/// <param name="Label">What they share, as the first of them writes it: <c>Mnt</c>, <c>Purchases</c>.</param>
/// <param name="Columns">At least two, in the file's order.</param>
/// <param name="IsMoney">Whether they are amounts of money.</param>
internal sealed record ColumnGroup(string Label, IReadOnlyList<ColumnTraits> Columns, bool IsMoney)
{
    private const int LargestRatio = 100;

    /// <summary>The sum as an expression.</summary>
    public string Sum => string.Join(" + ", Columns.Select(column => column.Reference));

    /// <summary>The mean of the sum, where all are there.</summary>
    public double Mean => Columns.Sum(column => column.Mean);

    public bool IsPurchases => !IsMoney && Columns.All(column => column.HasWord(SuggestionWords.Purchase));

    /// <summary>
    /// Groups of amounts and counts, by what their names begin with (<c>MntWines</c>, <c>MntFruits</c>), or end with where they begin with a
    /// word that says only that they count (<c>NumWebPurchases</c>, <c>NumStorePurchases</c>) or with different words. A column is in one
    /// group; at least three make one, and their means lie within a factor of a hundred, or they would hardly have one unit.
    /// </summary>
    public static IReadOnlyList<ColumnGroup> Amounts(IEnumerable<ColumnTraits> columns)
    {
        ColumnTraits[] candidates =
        [
            .. columns.Where(column => column is { Count: > 0, Least: >= 0, Mean: > 0, IsZeroOne: false, Words.Count: > 1 }),
        ];
        var byPrefix = candidates.Where(column => !SuggestionWords.Counter.Contains(column.Words[0]) && column.Words[0].Length > 1)
            .GroupBy(column => column.Words[0]).Select(Of).Where(IsLikely).ToList();
        var taken = byPrefix.SelectMany(group => group.Columns).ToHashSet();
        var byUnit = candidates.Where(column => !taken.Contains(column) && column.Words[^1].Length > 1)
            .GroupBy(column => column.Words[^1]).Select(Of).Where(IsLikely);
        return [.. byPrefix, .. byUnit];
    }

    /// <summary>Groups of columns of 0 and 1 that begin with the same word, at least two.</summary>
    public static IReadOnlyList<ColumnGroup> Answers(IEnumerable<ColumnTraits> columns) =>
    [
        .. columns.Where(column => column.IsZeroOne && column.Words.Count > 1 && column.Words[0].Length > 1)
            .GroupBy(column => column.Words[0]).Where(group => group.Count() > 1).Select(Of),
    ];

    private static ColumnGroup Of(IGrouping<string, ColumnTraits> group) =>
        new(FirstWord(group.First().Name, group.Key), [.. group], group.All(column => column.HasWord(SuggestionWords.Money)));

    // What is told apart by numbers alone, as x_1 to x_9 are, may be anything.
    private static bool IsLikely(ColumnGroup group) =>
        group.Columns.Count > 2
        && group.Columns.Max(column => column.Mean) <= LargestRatio * group.Columns.Min(column => column.Mean)
        && (group.IsMoney || !group.Columns.All(column => column.Words.Skip(1).All(IsNumber)));

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);

    private static string FirstWord(string name, string word)
    {
        var place = name.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return place < 0 ? word : name.Substring(place, word.Length);
    }
}

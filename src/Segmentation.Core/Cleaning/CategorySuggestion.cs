using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Categories that look alike and may mean the same.</summary>
/// <param name="Column">Their column.</param>
/// <param name="From">The rarer spelling, to be read as <paramref name="To"/>.</param>
/// <param name="To">The more frequent spelling.</param>
/// <param name="Reason">Why they look alike: spaces, case, punctuation or accents, one letter, two letters.</param>
public sealed record CategorySuggestion(string Column, string From, string To, string Reason)
{
    // Near spellings are looked for among this many categories, the most frequent; equal ones among all.
    private const int MostCompared = 1000;

    /// <summary>
    /// Suggestions for a column of categories, the likeliest first: the same but for spaces, then but for case, then
    /// but for punctuation and accents, then near spellings, one letter apart or two in words of eight letters and more
    /// (Damerau-Levenshtein). Each category is suggested to become one other at most, never one that is rarer, so that all
    /// can be taken together. Texts with different digits and short words are left alone. Nothing is merged without a person.
    /// </summary>
    public static IReadOnlyList<CategorySuggestion> Find(TextColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var spellings = SpellingsOf(column);
        var alike = spellings.GroupBy(spelling => spelling.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1).Select(rarer => (From: rarer, To: group.First())))
            .Select(pair => (pair.From, pair.To, Likeness: pair.From.LikenessTo(pair.To)));
        var near = NearSpellings([.. spellings.DistinctBy(spelling => spelling.Key, StringComparer.Ordinal).Take(MostCompared)]);
        return [.. alike.Concat(near)
            .OrderBy(pair => pair.Likeness)
            .ThenByDescending(pair => pair.From.Count)
            .ThenBy(pair => pair.From.Text, StringComparer.Ordinal)
            .Select(pair => new CategorySuggestion(column.Name, pair.From.Text, pair.To.Text, Spelling.Reason(pair.Likeness)))];
    }

    /// <summary>The categories that occur, the most frequent first.</summary>
    private static Spelling[] SpellingsOf(TextColumn column)
    {
        var counts = new int[column.Dictionary.Count];
        foreach (var code in column.Codes)
        {
            if (code != TextColumn.MissingCode)
            {
                counts[code]++;
            }
        }

        return [.. column.Dictionary.Select((text, code) => new Spelling(text, counts[code]))
            .Where(spelling => spelling.Count > 0)
            .OrderByDescending(spelling => spelling.Count)
            .ThenBy(spelling => spelling.Text, StringComparer.Ordinal)];
    }

    /// <summary>For each spelling the nearest among those before it, the first of several.</summary>
    private static IEnumerable<(Spelling From, Spelling To, Likeness Likeness)> NearSpellings(Spelling[] spellings)
    {
        for (var rarer = 1; rarer < spellings.Length; rarer++)
        {
            var (best, likeness) = (-1, Likeness.None);
            for (var other = 0; other < rarer; other++)
            {
                if (spellings[rarer].NearnessTo(spellings[other]) is var found && found < likeness)
                {
                    (best, likeness) = (other, found);
                }
            }

            if (best >= 0)
            {
                yield return (spellings[rarer], spellings[best], likeness);
            }
        }
    }
}

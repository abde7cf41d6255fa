using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>
/// Names made from the evidence and nothing else. Two traits that are claimed, in words; a third, then degrees ("very high"), then
/// a number only where two segments would share a name. The same evidence gives the same names.
/// </summary>
public static class SegmentNames
{
    /// <summary>From so many standard deviations on a difference is a very large one.</summary>
    public const double VeryLarge = 1.5;

    private const int LongestCategory = 24;
    private const int Forms = 3;

    /// <summary>One name per segment, no two alike.</summary>
    /// <param name="evidence">Per segment its traits, strongest first, one per column.</param>
    /// <param name="noun">What those are called in whom nothing stands out.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<SegmentTrait>> evidence, RowNoun noun)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(noun);
        if (evidence.Count == 1)
        {
            return [$"All {noun.Many}"];
        }

        var claims = evidence.Select(traits => traits.Where(trait => trait.IsClaimed).ToArray()).ToArray();
        var forms = new int[claims.Length];
        var names = Names();
        for (var round = 1; round < Forms; round++)
        {
            foreach (var shared in Shared(names))
            {
                forms[shared]++;
            }

            names = Names();
        }

        return Unique(names);

        string[] Names() => [.. claims.Select((traits, segment) => Name(traits, forms[segment], noun))];
    }

    /// <summary>The same names, with a number behind those that come again, and behind those that are <paramref name="taken"/>.</summary>
    internal static string[] Unique(IReadOnlyList<string> names, IEnumerable<string>? taken = null)
    {
        var known = new HashSet<string>(taken ?? [], StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name =>
        {
            var free = name;
            for (var number = 2; !known.Add(free); number++)
            {
                free = $"{name} ({number})";
            }

            return free;
        })];
    }

    private static IEnumerable<int> Shared(string[] names) => names.Index()
        .GroupBy(pair => pair.Item, StringComparer.OrdinalIgnoreCase).Where(alike => alike.Count() > 1)
        .SelectMany(alike => alike.Select(pair => pair.Index));

    // Form 0 has two traits, form 1 a third, form 2 also how much.
    private static string Name(SegmentTrait[] claims, int form, RowNoun noun)
    {
        if (claims.Length == 0)
        {
            return $"Average {noun.Many}";
        }

        var text = string.Join(", ", claims.Take(form == 0 ? 2 : 3).Select(claim => Words(claim, hasDegree: form > 1)));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Words(SegmentTrait claim, bool hasDegree)
    {
        var column = ColumnWords.Of(claim.Column);
        var isAbove = claim.Difference > 0;
        if (claim.Category is { } category)
        {
            var often = !isAbove ? "seldom" : claim.Trait.Mean >= 0.5 ? "mostly" : "often";
            return $"{column} {often} {ColumnWords.Clip(PlainText.OneLine(category), LongestCategory)}";
        }

        if (claim.Trait.IsShare)
        {
            return $"{(isAbove ? "often" : "seldom")} {column}";
        }

        if (column == "age")
        {
            return $"{(hasDegree && Math.Abs(claim.Difference) >= VeryLarge ? "much " : "")}{(isAbove ? "older" : "younger")}";
        }

        var degree = hasDegree && Math.Abs(claim.Difference) >= VeryLarge ? "very " : "";
        return $"{degree}{(isAbove ? "high" : "low")} {column}";
    }
}

using System.Numerics;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>A column with gaps.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Missing">Rows without a value, at least 1.</param>
public sealed record GappyColumn(string Column, int Missing);

/// <summary>Columns that are missing together, and no others.</summary>
/// <param name="Columns">The columns, in the frame's order.</param>
/// <param name="Rows">Rows with exactly these gaps.</param>
public sealed record MissingPattern(ValueList<string> Columns, int Rows);

/// <summary>Which cells of some rows are missing, and which of them together.</summary>
public sealed class MissingPatterns
{
    /// <summary>Most columns that are looked at together, the emptiest first: as many as a word has bits.</summary>
    public const int MaxColumns = 64;

    /// <summary>Most patterns that are told, the most frequent first.</summary>
    public const int MaxPatterns = 12;

    private readonly int[] _together;

    private MissingPatterns(int rows, int complete, GappyColumn[] columns, int[] together, MissingPattern[] patterns, int others) =>
        (Rows, CompleteRows, Columns, _together, Patterns, OtherPatterns) = (rows, complete, columns, together, patterns, others);

    /// <summary>Rows that were looked at.</summary>
    public int Rows { get; }

    /// <summary>Rows with a value in all columns that were looked at.</summary>
    public int CompleteRows { get; }

    /// <summary>Columns with gaps, the emptiest first, ties in the frame's order; at most <see cref="MaxColumns"/> of them.</summary>
    public IReadOnlyList<GappyColumn> Columns { get; }

    /// <summary>The most frequent patterns; ties keep the order of their first rows.</summary>
    public IReadOnlyList<MissingPattern> Patterns { get; }

    /// <summary>How many patterns there are beside those.</summary>
    public int OtherPatterns { get; }

    /// <summary>Rows in which two of <see cref="Columns"/> are both missing, by their places.</summary>
    public int Together(int left, int right) => _together[(left * Columns.Count) + right];

    /// <summary>Looks at some rows of a frame.</summary>
    public static MissingPatterns Of(DataFrame frame, RowMask rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        var gappy = frame.Columns.Select(column => (Column: column, Missing: rows.CountMissing(column.Missing))).Where(entry => entry.Missing > 0)
            .OrderByDescending(entry => entry.Missing).Take(MaxColumns).ToArray();
        MissingMask[] masks = [.. gappy.Select(entry => entry.Column.Missing)];
        cancellationToken.ThrowIfCancellationRequested();
        var patterns = CountPatterns(masks, rows, cancellationToken);
        var complete = rows.Count - patterns.Sum(pattern => pattern.Count);
        var told = patterns.OrderByDescending(pattern => pattern.Count).Take(MaxPatterns)
            .Select(pattern => new MissingPattern(NamesOf(frame, [.. gappy.Select(entry => entry.Column)], pattern.Bits), pattern.Count));
        return new MissingPatterns(
            rows.Count,
            complete,
            [.. gappy.Select(entry => new GappyColumn(entry.Column.Name, entry.Missing))],
            CountTogether(masks, rows),
            [.. told],
            Math.Max(0, patterns.Count - MaxPatterns));
    }

    private static int[] CountTogether(MissingMask[] masks, RowMask rows)
    {
        var together = new int[masks.Length * masks.Length];
        for (var left = 0; left < masks.Length; left++)
        {
            for (var right = 0; right < masks.Length; right++)
            {
                for (var word = 0; word < rows.Words.Length; word++)
                {
                    together[(left * masks.Length) + right] += BitOperations.PopCount(rows.Words[word] & masks[left].Word(word) & masks[right].Word(word));
                }
            }
        }

        return together;
    }

    /// <summary>The patterns of rows with gaps, in the order of their first rows: a bit for each mask.</summary>
    private static List<(ulong Bits, int Count)> CountPatterns(MissingMask[] masks, RowMask rows, CancellationToken cancellationToken)
    {
        var (places, patterns) = (new Dictionary<ulong, int>(), new List<(ulong Bits, int Count)>());
        for (var word = 0; word < rows.Words.Length; word++)
        {
            var any = 0UL;
            foreach (var mask in masks)
            {
                any |= mask.Word(word);
            }

            for (var rest = any & rows.Words[word]; rest != 0; rest &= rest - 1)
            {
                Add(PatternOf(masks, word, BitOperations.TrailingZeroCount(rest)));
            }

            if (word % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return patterns;

        void Add(ulong bits)
        {
            if (!places.TryGetValue(bits, out var place))
            {
                places[bits] = place = patterns.Count;
                patterns.Add((bits, 0));
            }

            patterns[place] = (bits, patterns[place].Count + 1);
        }
    }

    private static ulong PatternOf(MissingMask[] masks, int word, int bit)
    {
        var pattern = 0UL;
        for (var mask = 0; mask < masks.Length; mask++)
        {
            pattern |= ((masks[mask].Word(word) >> bit) & 1) << mask;
        }

        return pattern;
    }

    private static ValueList<string> NamesOf(DataFrame frame, DataColumn[] columns, ulong bits)
    {
        var missing = columns.Where((_, place) => (bits >> place & 1) == 1).ToHashSet();
        return [.. frame.Columns.Where(missing.Contains).Select(column => column.Name)];
    }
}

using Segmentation.Core.Collections;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>Finds the best question about one column, from how often each label stands in each bin.</summary>
/// <param name="column">The column.</param>
/// <param name="classes">Number of labels.</param>
internal sealed class SplitSearch(BinnedColumn column, int classes)
{
    private readonly int[] _counts = new int[(column.Bins + 1) * classes];
    private readonly long[] _total = new long[classes];
    private readonly long[] _first = new long[classes];
    private Candidate _best;

    /// <summary>The best question for the given rows; null when none divides them.</summary>
    public BinSplit? Find(ReadOnlySpan<int> rows, byte[] labels)
    {
        Count(rows, labels);
        _best = default;
        if (column.Edges is not null)
        {
            Scan([.. Enumerable.Range(0, column.Bins)]);
            return _best.Order is null ? null : OfNumbers();
        }

        for (var label = 0; label < classes; label++)
        {
            Scan(ByShareOf(label));
        }

        return _best.Order is null ? null : OfCategories();
    }

    // Any threshold between the bins that rows of both sides are in divides these rows alike.
    private BinSplit OfNumbers()
    {
        var end = _best.End;
        var next = end + 1;
        while (next < column.Bins && Sum(CountsOf(next)) == 0)
        {
            next++;
        }

        // With nothing but missing values on the other side, any threshold from here on would do.
        var threshold = next == column.Bins ? column.Edges![end] : RoundNumber.Within(column.Edges![end], column.Edges[next - 1]);
        return new BinSplit(_best.Score, new TreeSplit(column.Name, threshold, null, _best.MissingFirst, HasMissing), bin => bin <= end);
    }

    // Where every category has a bin, the shorter list says the same.
    private BinSplit OfCategories()
    {
        int[] yes = _best.Order![..(_best.End + 1)];
        var isShorter = column.IsComplete && yes.Length > column.Levels!.Length - yes.Length;
        int[] asked = isShorter ? [.. Enumerable.Range(0, column.Levels!.Length).Except(yes)] : [.. yes.Order()];
        var categories = asked.Select(bin => column.Levels![bin]).ToValueList();
        var split = new TreeSplit(column.Name, null, categories, _best.MissingFirst != isShorter, HasMissing);
        return new BinSplit(_best.Score, split, asked.Contains);
    }

    private void Count(ReadOnlySpan<int> rows, byte[] labels)
    {
        Array.Clear(_counts);
        Array.Clear(_total);
        var codes = column.Codes;
        foreach (var row in rows)
        {
            _counts[(codes[row] * classes) + labels[row]]++;
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            _total[i % classes] += _counts[i];
        }
    }

    private bool HasMissing => Sum(CountsOf(column.MissingBin)) > 0;

    private Span<int> CountsOf(int bin) => _counts.AsSpan(bin * classes, classes);

    // For two labels the best set of categories is one of those that begin this order (Breiman et al. 1984); for more it is a good one.
    private int[] ByShareOf(int label) =>
    [
        .. Enumerable.Range(0, column.Levels!.Length).Where(bin => CountsOf(bin)[label] > 0)
            .OrderByDescending(bin => (double)CountsOf(bin)[label] / Sum(CountsOf(bin))),
        column.Bins - 1,
    ];

    // Every beginning of the order is tried as the yes, with missing values there and on the other side. The last bin is never asked for.
    private void Scan(int[] order)
    {
        var missing = Sum(CountsOf(column.MissingBin));
        Array.Clear(_first);
        var rows = 0L;
        for (var end = 0; end < order.Length - 1; end++)
        {
            var counts = CountsOf(order[end]);
            rows += Sum(counts);
            Add(counts, 1);
            if (Sum(counts) == 0 || rows == 0)
            {
                continue;
            }

            Offer(order, end, missingFirst: false);
            if (missing > 0)
            {
                Add(CountsOf(column.MissingBin), 1);
                Offer(order, end, missingFirst: true);
                Add(CountsOf(column.MissingBin), -1);
            }
        }
    }

    private void Add(ReadOnlySpan<int> counts, int sign)
    {
        for (var label = 0; label < counts.Length; label++)
        {
            _first[label] += sign * counts[label];
        }
    }

    private void Offer(int[] order, int end, bool missingFirst)
    {
        var score = Purity(out var first, out var second);
        if (first > 0 && second > 0 && (_best.Order is null || score > _best.Score))
        {
            _best = new Candidate(score, order, end, HasMissing ? missingFirst : first > second);
        }
    }

    // Gini: what is left of the sum of squared shares on both sides, times the rows; more is purer.
    private double Purity(out long first, out long second)
    {
        var (firstSquares, secondSquares) = (0.0, 0.0);
        (first, second) = (0, 0);
        for (var label = 0; label < classes; label++)
        {
            var (mine, other) = (_first[label], _total[label] - _first[label]);
            first += mine;
            second += other;
            firstSquares += (double)mine * mine;
            secondSquares += (double)other * other;
        }

        return first == 0 || second == 0 ? 0 : (firstSquares / first) + (secondSquares / second);
    }

    private static long Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private readonly record struct Candidate(double Score, int[]? Order, int End, bool MissingFirst);
}

/// <summary>A question, and how well it divides.</summary>
/// <param name="Score">How pure both sides are; more is better.</param>
/// <param name="Split">The question.</param>
/// <param name="IsFirst">Whether a bin's answer is yes; not asked for the bin of missing values.</param>
internal sealed record BinSplit(double Score, TreeSplit Split, Func<int, bool> IsFirst);

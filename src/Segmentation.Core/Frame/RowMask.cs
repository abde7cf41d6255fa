using System.Numerics;

namespace Segmentation.Core.Frame;

/// <summary>Some rows of a frame, one bit per row: quick to combine and to walk through. Immutable.</summary>
public sealed class RowMask
{
    private readonly ulong[] _words;

    private RowMask(int length, ulong[] words, int count) => (Length, _words, Count) = (length, words, count);

    /// <summary>Number of rows of the frame.</summary>
    public int Length { get; }

    /// <summary>Rows in the mask.</summary>
    public int Count { get; }

    /// <summary>True when no row was left out.</summary>
    public bool IsAll => Count == Length;

    /// <summary>64 rows a word, the lowest bit first; bits beyond <see cref="Length"/> are 0.</summary>
    internal ReadOnlySpan<ulong> Words => _words;

    /// <summary>True when <paramref name="row"/> is in the mask.</summary>
    public bool this[int row] => (_words[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>Every row of a frame with <paramref name="length"/> rows.</summary>
    public static RowMask All(int length)
    {
        var words = new ulong[WordsFor(length)];
        Array.Fill(words, ulong.MaxValue);
        if (length % 64 != 0)
        {
            words[^1] = (1UL << (length % 64)) - 1;
        }

        return new RowMask(length, words, length);
    }

    /// <summary>The rows of a selection.</summary>
    public static RowMask Of(RowSelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        if (selection.IsAll)
        {
            return All(selection.Total);
        }

        var words = new ulong[WordsFor(selection.Total)];
        for (var position = 0; position < selection.Count; position++)
        {
            words[selection[position] >> 6] |= 1UL << (selection[position] & 63);
        }

        return new RowMask(selection.Total, words, selection.Count);
    }

    /// <summary>The rows that are in both masks.</summary>
    /// <exception cref="ArgumentException">They are masks of frames of different lengths.</exception>
    public RowMask And(RowMask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Length != Length)
        {
            throw new ArgumentException($"A mask of {other.Length} rows does not fit one of {Length}.", nameof(other));
        }

        var words = new ulong[_words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = _words[word] & other._words[word];
        }

        return FromWords(Length, words);
    }

    /// <summary>The rows in ascending order.</summary>
    public int[] ToArray()
    {
        var rows = new int[Count];
        var collect = new Collector(rows);
        ForEach(ref collect, 0, Length);
        return rows;
    }

    /// <summary>A mask from its words; the caller gives the array away.</summary>
    internal static RowMask FromWords(int length, ulong[] words)
    {
        var count = 0;
        foreach (var word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return new RowMask(length, words, count);
    }

    /// <summary>The rows of this mask that have a value in a column.</summary>
    internal RowMask Without(MissingMask missing)
    {
        if (missing.Count == 0)
        {
            return this;
        }

        var words = new ulong[_words.Length];
        for (var word = 0; word < words.Length; word++)
        {
            words[word] = _words[word] & ~missing.Word(word);
        }

        return FromWords(Length, words);
    }

    /// <summary>Rows of this mask without a value in a column.</summary>
    internal int CountMissing(MissingMask missing)
    {
        var count = 0;
        for (var word = 0; missing.Count > 0 && word < _words.Length; word++)
        {
            count += BitOperations.PopCount(_words[word] & missing.Word(word));
        }

        return count;
    }

    /// <summary>Visits the mask's rows from <paramref name="start"/> to before <paramref name="end"/>, ascending.</summary>
    internal void ForEach<TVisitor>(ref TVisitor visitor, int start, int end)
        where TVisitor : struct, IRowVisitor
    {
        for (var first = start & ~63; first < end; first += 64)
        {
            var rest = _words[first >> 6] & Between(start - first, end - first);
            while (rest != 0)
            {
                visitor.Visit(first + BitOperations.TrailingZeroCount(rest));
                rest &= rest - 1;
            }
        }
    }

    private static ulong Between(int from, int to) =>
        (from <= 0 ? ulong.MaxValue : ulong.MaxValue << from) & (to >= 64 ? ulong.MaxValue : (1UL << to) - 1);

    private static int WordsFor(int length) => (length + 63) / 64;

    private struct Collector(int[] rows) : IRowVisitor
    {
        private int _next;

        public void Visit(int row) => rows[_next++] = row;
    }
}

/// <summary>What is done with each row of a mask; a struct, so that the compiler makes one loop of both.</summary>
internal interface IRowVisitor
{
    /// <summary>Takes one row.</summary>
    void Visit(int row);
}

using System.Numerics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Frame;

/// <summary>A condition made ready for one frame: asked for 64 rows at a time.</summary>
internal abstract class RowTest
{
    /// <summary>The bits of the rows that fulfil the condition: of <paramref name="count"/> rows from <paramref name="first"/> on.</summary>
    public abstract ulong Matches(int first, int count);

    /// <summary>The bits of the rows of which it cannot be said.</summary>
    public virtual ulong Unknown(int first) => 0;

    public static RowTest Of(RowCondition condition, DataFrame frame, RowGroups? segments) => condition switch
    {
        SegmentMember member => segments is null ? NoRow.Instance : new SegmentTest(segments, member.Number),
        _ when condition.Subject is null || !frame.TryGetColumn(condition.Subject, out _) => NoRow.Instance,
        MissingCell missing => new MissingTest(frame[missing.Column].Missing),
        NumberRange range when frame[range.Column] is NumberColumn column => new NumberTest(column, range),
        DateRange range when frame[range.Column] is DateColumn column => new DateTest(column, range),
        CategoryChoice choice when frame[choice.Column] is TextColumn column => new CategoryTest(column, choice),
        _ => NoRow.Instance,
    };

    /// <summary>The rows that pass all tests. Unknown is, as in SQL, what no test refuses and some test cannot decide.</summary>
    public static FilteredRows Run(RowTest[] tests, int rows, int threads, CancellationToken cancellationToken)
    {
        var words = new ulong[(rows + 63) / 64];
        var chunks = new Chunks(words.Length);
        var unknown = new int[chunks.Count];
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), RunChunk, cancellationToken);
        return new FilteredRows(RowMask.FromWords(rows, words), unknown.Sum());

        void RunChunk(int chunk)
        {
            for (var word = chunks.Start(chunk); word < chunks.End(chunk); word++)
            {
                var (yes, maybe) = Ask(tests, word * 64, Math.Min(64, rows - (word * 64)));
                words[word] = yes;
                unknown[chunk] += BitOperations.PopCount(maybe);
            }
        }
    }

    private static (ulong Yes, ulong Maybe) Ask(RowTest[] tests, int first, int count)
    {
        var yes = count == 64 ? ulong.MaxValue : (1UL << count) - 1;
        var possible = yes;
        foreach (var test in tests)
        {
            var matches = test.Matches(first, count);
            yes &= matches;
            possible &= matches | test.Unknown(first);
        }

        return (yes, possible & ~yes);
    }
}

/// <summary>Fulfilled by no row.</summary>
internal sealed class NoRow : RowTest
{
    public static NoRow Instance { get; } = new();

    public override ulong Matches(int first, int count) => 0;
}

internal sealed class MissingTest(MissingMask missing) : RowTest
{
    public override ulong Matches(int first, int count) => missing.Word(first >> 6);
}

internal sealed class NumberTest(NumberColumn column, NumberRange range) : RowTest
{
    private readonly double _from = range.From ?? double.NegativeInfinity;
    private readonly double _to = range.To is not { } to ? double.PositiveInfinity : range.IsUnder ? Math.BitDecrement(to) : to;

    // A comparison with NaN, which is what a missing cell holds, is false.
    public override ulong Matches(int first, int count)
    {
        var word = 0UL;
        var values = column.Values.Slice(first, count);
        for (var row = 0; row < values.Length; row++)
        {
            word |= (values[row] >= _from && values[row] <= _to ? 1UL : 0) << row;
        }

        return word;
    }

    public override ulong Unknown(int first) => column.Missing.Word(first >> 6);
}

internal sealed class DateTest(DateColumn column, DateRange range) : RowTest
{
    private readonly DateTime _from = range.From ?? DateTime.MinValue;
    private readonly DateTime? _before = range.Before;

    public override ulong Matches(int first, int count)
    {
        var word = 0UL;
        var values = column.Values.Slice(first, count);
        for (var row = 0; row < values.Length; row++)
        {
            word |= (values[row] >= _from && (_before is not { } before || values[row] < before) ? 1UL : 0) << row;
        }

        return word & ~Unknown(first);
    }

    public override ulong Unknown(int first) => column.Missing.Word(first >> 6);
}

internal sealed class CategoryTest : RowTest
{
    private readonly TextColumn _column;
    private readonly bool[] _isMember;

    public CategoryTest(TextColumn column, CategoryChoice choice)
    {
        var categories = choice.Categories.ToHashSet(StringComparer.Ordinal);
        _column = column;
        _isMember = [.. column.Dictionary.Select(text => categories.Contains(text) != choice.IsOther)];
    }

    public override ulong Matches(int first, int count)
    {
        var word = 0UL;
        var codes = _column.Codes.Slice(first, count);
        for (var row = 0; row < codes.Length; row++)
        {
            word |= (codes[row] != TextColumn.MissingCode && _isMember[codes[row]] ? 1UL : 0) << row;
        }

        return word;
    }

    public override ulong Unknown(int first) => _column.Missing.Word(first >> 6);
}

internal sealed class SegmentTest : RowTest
{
    private readonly RowGroups _segments;
    private readonly int _label;

    public SegmentTest(RowGroups segments, int number)
    {
        _segments = segments;
        _label = Enumerable.Range(0, segments.Numbers.Count).FirstOrDefault(place => segments.Numbers[place] == number, -1);
    }

    public override ulong Matches(int first, int count)
    {
        var word = 0UL;
        var labels = _segments.Labels.Slice(first, count);
        for (var row = 0; row < labels.Length; row++)
        {
            word |= (labels[row] == _label ? 1UL : 0) << row;
        }

        return word;
    }
}

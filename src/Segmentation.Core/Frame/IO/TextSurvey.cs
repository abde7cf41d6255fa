using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text.Unicode;

namespace Segmentation.Core.Frame.IO;

/// <summary>What one pass over a text's bytes tells.</summary>
/// <param name="Lines">Lines of the text, those in quotes and empty ones too.</param>
/// <param name="IsUtf8">Whether all bytes are valid UTF-8.</param>
/// <param name="HasPaddedQuotes">Whether padding stands in front of a quoted cell: a separator, spaces, a quote, a text.</param>
internal sealed record TextSurvey(long Lines, bool IsUtf8, bool HasPaddedQuotes)
{
    private const int BlockBytes = 1 << 20;

    private static readonly SearchValues<byte> s_betweenCells = SearchValues.Create(",;\t|\r\n"u8);

    /// <summary>Surveys a text; threads take its blocks in turn.</summary>
    public static TextSurvey Of(Stream stream, int threads, CancellationToken cancellationToken)
    {
        var blocks = new TextBlocks(stream);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var gate = new Lock();
        var all = new TextSurvey(0, true, false);
        try
        {
            Parallel.For(0, threads, parallel, _ =>
            {
                var part = Of(blocks, cancellationToken);
                lock (gate)
                {
                    all = all.Add(part);
                }
            });
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);   // what is wrong with the file, as a single thread would say it
        }

        return all with { Lines = all.Lines + (blocks.EndsLine ? 0 : 1), IsUtf8 = all.IsUtf8 && !blocks.EndsInCharacter };
    }

    private static TextSurvey Of(TextBlocks blocks, CancellationToken cancellationToken)
    {
        var part = new TextSurvey(0, true, false);
        var buffer = GC.AllocateUninitializedArray<byte>(BlockBytes);
        while (blocks.TryRead(buffer, out var block))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var added = buffer.AsSpan(block.Start, block.End - block.Start);
            part = new TextSurvey(
                part.Lines + CountLines(added, block.Before),
                part.IsUtf8 && Utf8.IsValid(buffer.AsSpan(0, block.Whole)),
                part.HasPaddedQuotes || FindPaddedQuote(added, block.Before));
        }

        return part;
    }

    private TextSurvey Add(TextSurvey other) =>
        new(Lines + other.Lines, IsUtf8 && other.IsUtf8, HasPaddedQuotes || other.HasPaddedQuotes);

    private static long CountLines(ReadOnlySpan<byte> block, byte before)
    {
        var returns = block.Count((byte)'\r');
        var pairs = returns == 0 ? 0 : block.Count("\r\n"u8);
        pairs += before == (byte)'\r' && block[0] == (byte)'\n' ? 1 : 0;
        return block.Count((byte)'\n') + returns - pairs;
    }

    // A quote at the very border of two blocks counts as padded, to be on the safe side.
    private static bool FindPaddedQuote(ReadOnlySpan<byte> block, byte before)
    {
        var text = block.TrimStart((byte)' ');
        if (text.StartsWith((byte)'"') && (text.Length < block.Length || before == (byte)' '))
        {
            return true;
        }

        for (var place = block.IndexOf(" \""u8); place >= 0; place = block.IndexOf(" \""u8))
        {
            var ahead = block[..place].TrimEnd((byte)' ');
            if (OpensCell(block[(place + 2)..]) && (ahead.IsEmpty || s_betweenCells.Contains(ahead[^1])))
            {
                return true;
            }

            block = block[(place + 2)..];
        }

        return false;
    }

    // Rather than closing one or being half of a doubled quote; what follows is the text behind the quote.
    private static bool OpensCell(ReadOnlySpan<byte> behind) =>
        behind is [(byte)'"', .. var rest]
            ? rest.IsEmpty || rest[0] == (byte)'"' || s_betweenCells.Contains(rest[0])
            : behind.Length > 0 && !s_betweenCells.Contains(behind[0]);
}

/// <summary>Where a block of text lies in its buffer.</summary>
/// <param name="Start">Where its bytes begin, behind those of a character that the block before it cut off.</param>
/// <param name="End">Behind its last byte.</param>
/// <param name="Whole">Behind its last character that is whole.</param>
/// <param name="Before">The byte in front of the block; a line feed in front of the text.</param>
internal readonly record struct TextBlock(int Start, int End, int Whole, byte Before);

/// <summary>Hands the blocks of a stream out to several threads.</summary>
internal sealed class TextBlocks(Stream stream)
{
    private readonly Lock _gate = new();
    private byte[] _cutOff = [];
    private byte _last = (byte)'\n';

    /// <summary>Whether what was read so far ends with a line break, or is nothing.</summary>
    public bool EndsLine => _last is (byte)'\n' or (byte)'\r';

    /// <summary>Whether what was read so far ends within a character.</summary>
    public bool EndsInCharacter => _cutOff.Length > 0;

    /// <summary>Reads the next block; false at the end.</summary>
    public bool TryRead(byte[] buffer, out TextBlock block)
    {
        lock (_gate)
        {
            var start = _cutOff.Length;
            _cutOff.CopyTo(buffer, 0);
            var end = start + stream.Read(buffer, start, buffer.Length - start);
            block = new TextBlock(start, end, WholeCharacters(buffer.AsSpan(0, end)), _last);
            if (end == start)
            {
                return false;
            }

            _cutOff = buffer[block.Whole..end];
            _last = buffer[end - 1];
            return true;
        }
    }

    // The block's length without a character that is cut off at its end.
    private static int WholeCharacters(ReadOnlySpan<byte> block)
    {
        for (var back = 1; back <= Math.Min(3, block.Length); back++)
        {
            var value = block[^back];
            var needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            if (value is < 0x80 or >= 0xC0)
            {
                return needed > back ? block.Length - back : block.Length;
            }
        }

        return block.Length;
    }
}

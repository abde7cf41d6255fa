using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Segmentation.Core.Frame.IO;

/// <summary>Which bytes stand for which characters in a text file: told from its byte order mark, zero bytes, and validity as UTF-8.</summary>
internal static class TextEncoding
{
    public const string Utf8 = "utf-8";
    public const string Utf16 = "utf-16";
    public const string Utf16BigEndian = "utf-16be";
    public const string Windows1252 = "windows-1252";

    /// <summary>What a byte order mark or the pattern of zero bytes says; null when they say nothing.</summary>
    public static string? FromStart(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Utf8;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Utf16;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Utf16BigEndian;
        }

        return FromZeroBytes(start);
    }

    /// <summary>The .NET encoding of a name that options and dialects use.</summary>
    /// <exception cref="UnusableDataException">The name is not one of the four.</exception>
    public static Encoding ByName(string name) => name switch
    {
        Utf8 => Encoding.UTF8,
        Utf16 => Encoding.Unicode,
        Utf16BigEndian => Encoding.BigEndianUnicode,
        Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        _ => throw new UnusableDataException($"The encoding '{name}' is not known. Choose {Utf8}, {Utf16}, {Utf16BigEndian} or {Windows1252}."),
    };

    // Western text in UTF-16 has a zero in nearly every second byte, and UTF-8 text has none at all.
    private static string? FromZeroBytes(ReadOnlySpan<byte> start)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        var pairs = start.Length / 2;
        return pairs == 0 ? null
            : odd * 10 > pairs * 6 && even * 10 < pairs ? Utf16
            : even * 10 > pairs * 6 && odd * 10 < pairs ? Utf16BigEndian
            : null;
    }
}

/// <summary>What one pass over a text's bytes tells: how many lines at most, and whether they are UTF-8.</summary>
internal sealed class TextSurvey
{
    private const int BlockBytes = 1 << 20;

    private static readonly SearchValues<byte> s_betweenCells = SearchValues.Create(",;\t|\r\n"u8);

    private long _lineFeeds;
    private long _returns;
    private long _pairs;
    private byte _last = (byte)'\n';

    public bool IsUtf8 { get; private set; } = true;

    /// <summary>Whether padding stands in front of a quoted cell somewhere: a separator, spaces and a quote before a text.</summary>
    public bool HasPaddedQuotes { get; private set; }

    /// <summary>Lines of the text, those in quotes and empty ones too.</summary>
    public long Lines => _lineFeeds + _returns - _pairs + (_last is (byte)'\n' or (byte)'\r' ? 0 : 1);

    public static TextSurvey Of(Stream stream, CancellationToken cancellationToken)
    {
        var survey = new TextSurvey();
        var buffer = new byte[BlockBytes];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            survey.CountLines(buffer.AsSpan(kept, read));
            var filled = buffer.AsSpan(0, kept + read);
            var whole = filled[..WholeCharacters(filled)];
            survey.IsUtf8 = survey.IsUtf8 && Utf8.IsValid(whole);
            filled[whole.Length..].CopyTo(buffer);
            kept = filled.Length - whole.Length;
        }

        survey.IsUtf8 = survey.IsUtf8 && kept == 0;
        return survey;
    }

    private void CountLines(ReadOnlySpan<byte> block)
    {
        _pairs += _last == (byte)'\r' && block[0] == (byte)'\n' ? 1 : 0;
        HasPaddedQuotes = HasPaddedQuotes || FindPaddedQuote(block);
        _lineFeeds += block.Count((byte)'\n');
        var returns = block.Count((byte)'\r');
        _returns += returns;
        _pairs += returns == 0 ? 0 : block.Count("\r\n"u8);
        _last = block[^1];
    }

    // A quote at the very border of two blocks counts as padded, to be on the safe side.
    private static bool FindPaddedQuote(ReadOnlySpan<byte> block)
    {
        if (block[0] is (byte)' ' or (byte)'"')
        {
            return block.Length > 1 && block.TrimStart((byte)' ').StartsWith((byte)'"');
        }

        for (var place = block.IndexOf(" \""u8); place >= 0; place = block.IndexOf(" \""u8))
        {
            var before = block[..place].TrimEnd((byte)' ');
            var opens = place + 2 < block.Length && block[place + 2] != (byte)'"' && !s_betweenCells.Contains(block[place + 2]);
            if (opens && (before.IsEmpty || s_betweenCells.Contains(before[^1])))
            {
                return true;
            }

            block = block[(place + 2)..];
        }

        return false;
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

using System.Text;

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

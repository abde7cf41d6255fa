namespace Segmentation.Core.Frame.IO;

/// <summary>The first bytes of a text as UTF-8, at least two lines of it.</summary>
internal sealed record TextSample(byte[] Bytes, bool IsWhole)
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the first line is Excel's <c>sep=</c>.</summary>
    public bool HasSeparatorLine => Start.StartsWith("sep="u8) && Start.Length > 5 && Start[5] is (byte)'\r' or (byte)'\n' && Start[4] < 0x80;

    /// <summary>The separator that the first line names; null when it names none.</summary>
    public char? NamedSeparator => HasSeparatorLine ? (char)Start[4] : null;

    private ReadOnlySpan<byte> Start => Bytes.AsSpan().StartsWith(s_mark) ? Bytes.AsSpan(s_mark.Length) : Bytes;

    /// <summary>Reads more of the file as long as it is one line; refuses a line beyond the limit without reading on.</summary>
    public static TextSample Take(DelimitedText text)
    {
        using var stream = text.OpenUtf8(out _);
        var buffer = new byte[text.Limits.SampleBytes];
        var length = 0;
        while (true)
        {
            length += stream.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
            if (length < buffer.Length || HasTwoLines(buffer))
            {
                return new TextSample(buffer[..length], length < buffer.Length);
            }

            if (length > text.Limits.MaxRecordBytes)
            {
                throw new UnusableDataException(
                    $"The first line is longer than {text.Limits.MaxRecordBytes >> 20} MB. This is no table, or its line ends are missing.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    /// <summary>The first rows as strings.</summary>
    public List<string[]> Records(DelimitedText text, int most) => text.ReadRecords(Bytes, IsWhole, most);

    private static bool HasTwoLines(ReadOnlySpan<byte> start)
    {
        var first = start.IndexOfAny((byte)'\n', (byte)'\r');
        return first >= 0 && start[Math.Min(first + 2, start.Length)..].IndexOfAny((byte)'\n', (byte)'\r') >= 0;
    }
}

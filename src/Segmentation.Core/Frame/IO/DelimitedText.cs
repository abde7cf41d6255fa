using CsvHelper;

namespace Segmentation.Core.Frame.IO;

/// <summary>A text file of cells with all that is known about how to read it: opens readers on it, as often as needed.</summary>
internal sealed record DelimitedText(FileContent Content, string Encoding, ReadingLimits Limits)
{
    /// <summary>Between cells; a space for runs of spaces.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the first line is Excel's <c>sep=</c>, to be passed over.</summary>
    public bool HasSeparatorLine { get; init; }

    /// <summary>Whether a quote may stand behind padding.</summary>
    public bool HasPaddedQuotes { get; init; }

    /// <summary>False to let every line break end a row, which saves a file with an unclosed quote.</summary>
    public bool AllowsLineBreaksInQuotes { get; init; } = true;

    /// <summary>The text as UTF-8 bytes. The caller disposes it.</summary>
    public Stream OpenUtf8(out FileStream file)
    {
        var stream = Content.OpenRead(out file);
        return Encoding == TextEncoding.Utf8
            ? stream
            : System.Text.Encoding.CreateTranscodingStream(stream, TextEncoding.ByName(Encoding), System.Text.Encoding.UTF8);
    }

    /// <summary>A reader of all rows, the names among them. The caller disposes it.</summary>
    public CsvReader OpenReader(out FileStream file, Action<CsvMalformedRecord>? onMalformed = null, bool tracksLines = false)
    {
        const int BufferBytes = 256 << 10;
        var stream = OpenUtf8(out file);
        return CsvReader.Create(
            Separator == ' ' ? new SpaceRunStream(stream) : stream,
            Options() with { OnMalformedRecord = onMalformed, TrackLineNumbers = tracksLines, BufferSize = BufferBytes });
    }

    /// <summary>The rows of the text's first bytes as strings, the last one left out when it may be cut off.</summary>
    public List<string[]> ReadRecords(byte[] start, bool isWhole, int most)
    {
        Stream stream = new MemoryStream(start, writable: false);
        using var reader = CsvReader.Create(Separator == ' ' ? new SpaceRunStream(stream) : stream, Options() with { MaxRecordSize = null });
        var records = new List<string[]>();
        while (records.Count < most && reader.Read())
        {
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.GetString(place).Trim())]);
        }

        if (!isWhole && records.Count is > 1 and var count && count < most)
        {
            records.RemoveAt(count - 1);
        }

        return records;
    }

    private CsvReaderOptions Options() => new()
    {
        Separator = HasSeparatorLine ? null : Separator == ' ' ? SpaceRunStream.Separator : Separator,
        DetectSeparatorHint = HasSeparatorLine,
        HasHeader = false,
        AllowLineBreaksInQuotes = AllowsLineBreaksInQuotes,
        TrimWhitespace = HasPaddedQuotes ? true : null,
        MaxRecordSize = Limits.MaxRecordBytes,
        ShouldSkipRecord = row => row.FieldCount <= 1 && row.RawRecord.TrimStart(" \t\x1A"u8).IsEmpty,
    };
}

using System.IO.Compression;

namespace Segmentation.Core.Frame.IO;

internal enum FileFormat
{
    Text,
    OpenXmlWorkbook,
    BinaryWorkbook,
}

/// <summary>A file on disk and what its first bytes say it is. Gzip is seen through.</summary>
internal sealed class FileContent
{
    private const int ProbeBytes = 4096;

    private static readonly (byte[] Magic, string What)[] s_refused =
    [
        ("%PDF"u8.ToArray(), "a PDF document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a picture"),
        ([0xFF, 0xD8, 0xFF], "a picture"),
        ("GIF8"u8.ToArray(), "a picture"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ("SQLite format 3"u8.ToArray(), "a database"),
        ("Rar!"u8.ToArray(), "an archive"),
        ([0x37, 0x7A, 0xBC, 0xAF], "an archive"),
        ("BZh"u8.ToArray(), "a bzip2 archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
        ("<!DOCTYPE"u8.ToArray(), "a web page or XML file"),
        ("<html"u8.ToArray(), "a web page"),
        ("<?xml"u8.ToArray(), "an XML file"),
    ];

    private readonly string _path;
    private readonly bool _isGzip;
    private readonly ReadingLimits _limits;

    private FileContent(string path, bool isGzip, ReadingLimits limits) => (_path, _isGzip, _limits) = (path, isGzip, limits);

    public FileFormat Format { get; private set; }

    public long Length { get; private init; }

    /// <summary>Looks at the file's first bytes.</summary>
    public static FileContent Open(string path, ReadingLimits limits)
    {
        try
        {
            return Probe(path, limits);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableDataException($"There is no file '{Path.GetFileName(path)}'. Check the path.", e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new UnusableDataException($"The file '{Path.GetFileName(path)}' cannot be opened: {e.Message}", e);
        }
    }

    /// <summary>The content from its first byte, unpacked if it was packed. The caller disposes it.</summary>
    public Stream OpenRead(out FileStream file)
    {
        file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return _isGzip
            ? new UnpackingStream(new GZipStream(file, CompressionMode.Decompress), file, _limits)
            : file;
    }

    /// <summary>As many of the first bytes as there are, at most <paramref name="count"/>.</summary>
    public byte[] ReadStart(int count)
    {
        using var stream = OpenRead(out _);
        var buffer = new byte[count];
        var length = stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
        Array.Resize(ref buffer, length);
        return buffer;
    }

    private static FileContent Probe(string path, ReadingLimits limits)
    {
        if (Directory.Exists(path))
        {
            throw new UnusableDataException($"'{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}' is a folder. Choose a file in it.");
        }

        var length = new FileInfo(path).Length;
        var packed = new FileContent(path, false, limits) { Length = length };
        var content = IsGzip(packed.ReadStart(2)) ? new FileContent(path, true, limits) { Length = length } : packed;
        content.Format = Recognise(content.ReadStart(ProbeBytes));
        return content;
    }

    private static bool IsGzip(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    private static FileFormat Recognise(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            throw new UnusableDataException("The file is empty. Choose a file with a row of names and rows of data.");
        }

        if (start.StartsWith("PK\x03\x04"u8))
        {
            return FileFormat.OpenXmlWorkbook;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return FileFormat.BinaryWorkbook;
        }

        RefuseOtherFormats(start);
        return FileFormat.Text;
    }

    private static void RefuseOtherFormats(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart(" \r\n\t"u8);
        foreach (var (magic, what) in s_refused)
        {
            if (text.StartsWith(magic))
            {
                throw new UnusableDataException($"This is {what}, not a table. Save the table as CSV or as a workbook (.xlsx) and choose that file.");
            }
        }

        if (IsJson(text))
        {
            throw new UnusableDataException("This is a JSON file, not a table. Save the table as CSV or as a workbook (.xlsx) and choose that file.");
        }

        if (IsGzip(start))
        {
            throw new UnusableDataException("The file is packed twice. Unpack it once and choose the result.");
        }

        if (TextEncoding.FromStart(start) is not (TextEncoding.Utf16 or TextEncoding.Utf16BigEndian) && LooksBinary(start))
        {
            throw new UnusableDataException("This is a binary file, not a table. Save the table as CSV or as a workbook (.xlsx) and choose that file.");
        }
    }

    // An object with a name, or a list of objects; a name of a column may begin with a bracket too.
    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? text[3..].TrimStart(" \r\n\t"u8) : text;
        return text is [(byte)'{', ..] && text[1..].TrimStart(" \r\n\t"u8) is [(byte)'"' or (byte)'}', ..]
            || (text is [(byte)'[', ..] && text[1..].TrimStart(" \r\n\t"u8) is [(byte)'{', ..]);
    }

    // Text has no zero bytes and hardly any other control characters than line breaks and tabs.
    private static bool LooksBinary(ReadOnlySpan<byte> start)
    {
        var controls = 0;
        foreach (var value in start)
        {
            controls += value < 0x20 && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0C or 0x1A) ? 1 : 0;
        }

        return start.Contains((byte)0) || controls * 20 > start.Length;
    }
}

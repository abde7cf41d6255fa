using System.Security.Cryptography;

namespace Segmentation.Core.Frame.IO;

/// <summary>Reads a file of customers, whatever its format: the one way into a <see cref="Dataset"/>.</summary>
public static class DatasetReader
{
    /// <summary>Reads a delimited text file or a workbook, either gzipped or not; the content decides, not the file's name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What a person decided about reading it.</param>
    /// <param name="name">What people call the file; its name on disk when null.</param>
    /// <param name="progress">Told the share that has been read, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UnusableDataException">The file is not there, no table, or beyond the limits.</exception>
    public static Dataset Read(
        string path,
        ReadingOptions options,
        string? name = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default) =>
        Read(path, options, ReadingLimits.Default, name, progress, cancellationToken);

    /// <summary>Reads a file within limits other than the default ones.</summary>
    /// <inheritdoc cref="Read(string, ReadingOptions, string?, IProgress{double}?, CancellationToken)"/>
    public static Dataset Read(
        string path,
        ReadingOptions options,
        ReadingLimits limits,
        string? name,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var content = FileContent.Open(path, limits);
        var hash = Task.Run(() => Hash(path, stop.Token), stop.Token);
        try
        {
            var table = content.Format == FileFormat.Text
                ? CsvSource.Read(content, options, limits, progress, cancellationToken)
                : WorkbookSource.Read(content, options, limits, progress, cancellationToken);
            progress?.Report(1);
            return Assemble(table, name ?? Path.GetFileName(path), hash.GetAwaiter().GetResult());
        }
        catch (IOException e)
        {
            throw new UnusableDataException($"The file '{Path.GetFileName(path)}' cannot be read to its end: {e.Message}", e);
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)hash).AsyncWaitHandle.WaitOne();
        }
    }

    private static Dataset Assemble(TableReading table, string name, string hash)
    {
        var frame = new DataFrame(table.Columns);
        return new Dataset
        {
            Name = name,
            Hash = hash,
            Frame = frame,
            Schema = Schema.Guess(frame),
            Dialect = table.Dialect,
            Issues = table.Issues,
            Sheets = table.Sheets,
            Sheet = table.Sheet,
        };
    }

    private static string Hash(string path, CancellationToken cancellationToken)
    {
        const int BlockBytes = 1 << 18;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockBytes];
        int read;
        while ((read = file.Read(block)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

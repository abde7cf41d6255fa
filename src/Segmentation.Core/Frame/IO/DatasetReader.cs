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
        var content = FileContent.Open(path, limits);
        try
        {
            var table = content.Format == FileFormat.Text
                ? CsvSource.Read(content, options, limits, progress, cancellationToken)
                : WorkbookSource.Read(content, options, limits, progress, cancellationToken);
            progress?.Report(1);
            return Assemble(table, name ?? Path.GetFileName(path));
        }
        catch (IOException e)
        {
            throw new UnusableDataException($"The file '{Path.GetFileName(path)}' cannot be read to its end: {e.Message}", e);
        }
    }

    private static Dataset Assemble(TableReading table, string name)
    {
        var frame = new DataFrame(table.Columns);
        var schema = Schema.Guess(frame);
        var key = RowKey.Find(frame, schema);
        return new Dataset
        {
            Name = name,
            Frame = frame,
            Schema = schema,
            Noun = RowNoun.Of(key),
            Dialect = table.Dialect,
            Issues = [.. RepeatedIdentifier.Find(key), .. table.Issues],
            Sheets = table.Sheets,
            Sheet = table.Sheet,
        };
    }
}

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
        throw new NotSupportedException();
}

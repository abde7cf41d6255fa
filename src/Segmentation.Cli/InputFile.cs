using System.CommandLine;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>The argument FILE that every command takes.</summary>
internal static class InputFile
{
    public static Argument<string> Argument() => new("FILE") { Description = "A CSV file or its kin, or a workbook (.xlsx, .xls); either may be gzipped." };

    /// <summary>The file at <paramref name="path"/>.</summary>
    /// <exception cref="UnusableDataException">There is none.</exception>
    public static FileInfo Of(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnusableDataException($"'{path}' is a folder. Name a file in it.");
        }

        return File.Exists(path) ? new FileInfo(path) : throw new UnusableDataException($"There is no file '{path}'.");
    }
}

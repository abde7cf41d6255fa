using System.CommandLine;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Cli;

/// <summary>The argument FILE that every command takes.</summary>
internal static class InputFile
{
    public static Argument<string> Argument() => new("FILE") { Description = "A CSV file or its kin, or a workbook (.xlsx, .xls); either may be gzipped." };

    /// <summary>Refuses the name of a sheet where there are none.</summary>
    /// <exception cref="UnusableDataException">The file is no workbook.</exception>
    public static void RefuseSheet(string? sheet, Dataset data)
    {
        if (sheet is not null && data.Sheet is null)
        {
            throw new UnusableDataException($"--sheet names the sheet of a workbook, and '{data.Name}' is a text file without sheets. Leave --sheet away.");
        }
    }

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

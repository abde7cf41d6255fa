using System.CommandLine;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Cli;

/// <summary>The argument FILE that every command takes.</summary>
internal static class InputFile
{
    private const int MostNotes = 10;

    private static readonly DataIssueKind[] s_losses =
    [
        DataIssueKind.UnclosedQuote, DataIssueKind.ShortRow, DataIssueKind.LongRow, DataIssueKind.BadEncoding, DataIssueKind.Misfit,
        DataIssueKind.Infinite, DataIssueKind.FormulaError, DataIssueKind.AmbiguousDates,
    ];

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

    /// <summary>
    /// Tells what of the file was not taken as it stands, a line each: who only reads the result must know that cells were lost or moved.
    /// </summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="data">The file with what is derived from it; all that is noteworthy about that is told.</param>
    /// <param name="error">Where it is told.</param>
    public static void WriteNotes(Dataset source, Dataset data, TextWriter error)
    {
        DataIssue[] losses = [.. data.Issues.Where(issue => s_losses.Contains(issue.Kind) || !source.Issues.Contains(issue))];
        foreach (var issue in losses.Take(MostNotes))
        {
            error.WriteLine(CommandLine.OneLine($"note: {issue.Message}"));
        }

        if (losses.Length > MostNotes)
        {
            error.WriteLine($"note: and {losses.Length - MostNotes} more; `segment describe` lists them all.");
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

using CsvHelper;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>Writes customers with their segments as a file for spreadsheets and other programs.</summary>
public static class SegmentExport
{
    private const int RowsBetweenReports = 4096;

    private static readonly string[] s_added = ["segment", "segment_name", "margin", "set_aside"];

    /// <summary>
    /// Writes one line per row of the file, in the file's order: its columns as the file wrote them, then <c>segment</c> (1 for the
    /// largest, 0 for unassigned rows; empty when set aside), <c>segment_name</c>, <c>margin</c> (see <see cref="SegmentMargins"/>) and
    /// <c>set_aside</c> (the reason or empty), and the memberships if they are asked for and known.
    /// UTF-8, lines end in CRLF, quotes where needed (RFC 4180). An added column whose name the file has already gets <c>_2</c>, <c>_3</c>...
    /// </summary>
    /// <param name="snapshot">What is written.</param>
    /// <param name="output">Written from its position on and left open.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="rows">The rows of the file to write, in this order; all when null.</param>
    /// <param name="progress">Told the share of rows written, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the writing; what has been written stays in <paramref name="output"/>.</param>
    /// <exception cref="UnusableDataException">A chosen column does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options or a row are beyond their limits.</exception>
    public static void WriteCsv(
        SegmentationSnapshot snapshot,
        Stream output,
        ExportOptions options,
        IReadOnlyList<int>? rows = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var frame = snapshot.Data.Frame;
        var columns = ColumnsOf(frame, options);
        using var writer = CsvWriter.Create(
            output, new CsvWriterOptions { Separator = options.Separator, WriteByteOrderMark = options.ByteOrderMark }, leaveOpen: true);
        var cells = new SpreadsheetCells(writer, options.EscapeFormulas);
        var memberships = options.Memberships ? SegmentMemberships.Of(snapshot, cancellationToken) : null;
        WriteHeader(writer, cells, frame, columns, memberships?.Count ?? 0);
        var count = rows?.Count ?? frame.Rows;
        for (var i = 0; i < count; i++)
        {
            if (i % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)i / count);
            }

            var row = rows is null ? i : rows[i];
            WriteRow(writer, cells, snapshot, columns, row);
            WriteMemberships(writer, memberships, row);
            writer.EndRecord();
        }

        writer.Flush();
        progress?.Report(1);
    }

    private static DataColumn[] ColumnsOf(DataFrame frame, ExportOptions options) => options.Columns is null
        ? [.. frame.Columns]
        : [.. options.Columns.Distinct(StringComparer.Ordinal).Select(name => frame.TryGetColumn(name, out var column)
            ? column
            : throw new UnusableDataException($"The list cannot be written: there is no column '{name}'."))];

    private static void WriteHeader(CsvWriter writer, SpreadsheetCells cells, DataFrame frame, DataColumn[] columns, int memberships)
    {
        foreach (var column in columns)
        {
            cells.WriteText(column.Name);
        }

        foreach (var name in s_added.Concat(Enumerable.Range(1, memberships).Select(segment => $"membership_{segment}")))
        {
            writer.WriteField(FreeName(frame, name));
        }

        writer.EndRecord();
    }

    private static string FreeName(DataFrame frame, string name)
    {
        var free = name;
        for (var number = 2; frame.TryGetColumn(free, out _); number++)
        {
            free = $"{name}_{number}";
        }

        return free;
    }

    private static void WriteRow(CsvWriter writer, SpreadsheetCells cells, SegmentationSnapshot snapshot, DataColumn[] columns, int row)
    {
        foreach (var column in columns)
        {
            cells.Write(column, row);
        }

        if (snapshot.SegmentOf(row) is { } segment)
        {
            writer.WriteField(segment);
            cells.WriteText(snapshot.ProfileOf(segment).Name);
        }
        else
        {
            writer.WriteField("");
            writer.WriteField("");
        }

        // Margins are kept in single precision; its shortest form is all the digits there are.
        writer.WriteField((float?)snapshot.MarginOf(row));
        cells.WriteText(snapshot.Cleaning.SetAside.ReasonOf(row) ?? "");
    }

    private static void WriteMemberships(CsvWriter writer, SegmentMemberships? memberships, int row)
    {
        for (var segment = 1; segment <= memberships?.Count; segment++)
        {
            writer.WriteField(memberships[row, segment]);
        }
    }
}

using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Segmentation.Core.Frame.IO;

/// <summary>Reads one sheet of a workbook, <c>.xlsx</c> or <c>.xls</c>. Its cells become texts and are judged like those of a text file.</summary>
internal sealed class WorkbookSource
{
    private const int RowsBetweenReports = 1024;

    private readonly ReadingOptions _options;
    private readonly ReadingLimits _limits;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly IssueCollector _issues = new();
    private SheetErrors? _errors;

    // The reader asks for Windows-1252 by name, which .NET knows only after this. Registering twice does nothing.
    static WorkbookSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookSource(ReadingOptions options, ReadingLimits limits, IProgress<double>? progress, CancellationToken cancellationToken) =>
        (_options, _limits, _progress, _cancellationToken) = (options, limits, progress, cancellationToken);

    public static TableReading Read(
        FileContent content, ReadingOptions options, ReadingLimits limits, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var source = new WorkbookSource(options, limits, progress, cancellationToken);
        using var stream = Load(content, limits);
        if (content.Format == FileFormat.OpenXmlWorkbook)
        {
            WorkbookArchive.Refuse(stream, limits);
        }

        try
        {
            source._errors = content.Format == FileFormat.OpenXmlWorkbook ? new SheetErrors(stream) : null;
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
            return source.Read(reader);
        }
        catch (Exception e) when (e is not (UnusableDataException or OperationCanceledException or OutOfMemoryException))
        {
            if (e is InvalidPasswordException || IsEncrypted(stream))
            {
                throw new UnusableDataException("The workbook is protected by a password. Save it without a password and choose it again.", e);
            }

            // A broken workbook fails in as many ways as it can be broken.
            throw new UnusableDataException("The workbook is broken and cannot be read. Open it in a spreadsheet program and save it again.", e);
        }
    }

    // A workbook with a password is one stream of this name in a compound file, whatever it is encrypted with ([MS-OFFCRYPTO] 2.3).
    private static bool IsEncrypted(Stream stream)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage").AsSpan();
        Span<byte> block = new byte[1 << 16];
        stream.Position = 0;
        var kept = 0;
        int read;
        while ((read = stream.Read(block[kept..])) > 0)
        {
            var seen = block[..(kept + read)];
            if (seen.IndexOf(name) >= 0)
            {
                return true;
            }

            // The name may lie across two blocks.
            kept = Math.Min(seen.Length, name.Length - 1);
            seen[^kept..].CopyTo(block);
        }

        return false;
    }

    private static Stream Load(FileContent content, ReadingLimits limits)
    {
        var stream = content.OpenRead(out _);
        if (stream.CanSeek)
        {
            return stream;
        }

        using (stream)
        {
            var memory = new MemoryStream();
            var block = new byte[1 << 16];
            int read;
            while ((read = stream.Read(block)) > 0)
            {
                memory.Write(block, 0, read);
                if (memory.Length > limits.MaxWorkbookBytes)
                {
                    throw WorkbookArchive.TooLarge(memory.Length);
                }
            }

            memory.Position = 0;
            return memory;
        }
    }

    private TableReading Read(IExcelDataReader reader)
    {
        var sheets = new List<string>();
        TableReading? table = null;
        do
        {
            sheets.Add(reader.Name);
            if (table is null && (_options.Sheet is null || reader.Name == _options.Sheet))
            {
                table = ReadSheet(reader, isChosen: _options.Sheet is not null);
            }
        }
        while (reader.NextResult());
        if (table is not null)
        {
            return table with { Sheets = sheets };
        }

        throw new UnusableDataException(_options.Sheet is null
            ? "All sheets of the workbook are empty. Choose a workbook with a row of names and rows of data."
            : $"The workbook has no sheet '{_options.Sheet}'. It has: {string.Join(", ", sheets.Select(sheet => $"'{sheet}'"))}.");
    }

    // Null for an empty sheet that nobody asked for.
    private TableReading? ReadSheet(IExcelDataReader reader, bool isChosen)
    {
        var sheet = SheetRows.Read(reader, _errors?.Of(reader.Name) ?? [], _limits, ReportProgress);
        if (sheet.Count == 0)
        {
            return isChosen ? throw new UnusableDataException($"The sheet '{reader.Name}' is empty. Choose another sheet.") : null;
        }

        var start = sheet.Records(TypeInference.MostCategories);
        var hasHeader = _options.HasHeader ?? HeaderDetection.HasHeader(start);
        var rows = sheet.Count - (hasHeader ? 1 : 0);
        if (rows == 0)
        {
            throw new UnusableDataException($"The sheet '{reader.Name}' holds a row of names and no rows of data. Add rows, or choose another sheet.");
        }

        return Build(sheet, hasHeader ? start[0] : null, rows) with { Sheet = reader.Name };
    }

    private TableReading Build(SheetRows sheet, string[]? header, int rows)
    {
        var skip = header is null ? 0 : 1;
        RowTable.RefuseTooLarge(header?.Length ?? 1, rows, _limits);
        using var table = new RowTable([], rows, 0, growsColumns: true, _limits);
        sheet.CopyTo(table.SingleParser, skip);
        var finished = new FinishedCells([.. table.Columns], rows, _limits.Threads);
        var dialect = new Dialect("", "", header is not null);
        var names = ColumnNames.Make(header, Math.Max(finished.KeptColumns(header?.Length ?? 0), header?.Length ?? 0), sheet.Line(0), _issues);
        var columns = finished.Infer(new TypeInference(_options, dialect, _limits, _issues), names, _ => []);
        ColumnFacts.Report(columns, _issues);
        return new TableReading(columns, dialect, _issues.Build(names, places => [.. places.Select(row => sheet.Line(row + skip))]));
    }

    private void ReportProgress(int row, int total)
    {
        if (row % RowsBetweenReports == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _progress?.Report(Math.Clamp(row / (double)Math.Max(total, 1), 0, 1));
        }
    }
}

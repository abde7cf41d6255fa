using CsvHelper;

namespace Segmentation.Core.Frame.IO;

/// <summary>Reads delimited text: finds out how it is written, then reads all rows on several threads.</summary>
internal sealed class CsvSource
{
    private const int ProbeBytes = 4096;
    private const int RecordsToLookAt = 2000;

    private readonly ReadingOptions _options;
    private readonly ReadingLimits _limits;
    private readonly FileContent _content;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly IssueCollector _issues = new();

    private CsvSource(
        FileContent content, ReadingOptions options, ReadingLimits limits, IProgress<double>? progress, CancellationToken cancellationToken) =>
        (_content, _options, _limits, _progress, _cancellationToken) = (content, options, limits, progress, cancellationToken);

    public static TableReading Read(
        FileContent content, ReadingOptions options, ReadingLimits limits, IProgress<double>? progress, CancellationToken cancellationToken) =>
        new CsvSource(content, options, limits, progress, cancellationToken).Read();

    private TableReading Read()
    {
        var told = _options.Encoding ?? TextEncoding.FromStart(_content.ReadStart(ProbeBytes));
        var text = new DelimitedText(_content, told ?? TextEncoding.Utf8, _limits);
        var sample = TextSample.Take(text);
        var survey = Survey(text);
        if (!survey.IsUtf8)
        {
            text = told is null ? text with { Encoding = TextEncoding.Windows1252 } : text;
            sample = told is null ? TextSample.Take(text) : sample;
            ReportBadEncoding(told);
        }

        text = text with { HasPaddedQuotes = survey.HasPaddedQuotes, HasSeparatorLine = _options.Separator is null && sample.HasSeparatorLine };
        text = text with { Separator = _options.Separator ?? sample.NamedSeparator ?? SeparatorDetection.Detect(text, sample.Bytes, sample.IsWhole) };
        try
        {
            return Read(text, sample, survey) ?? ReadWithoutLineBreaksInQuotes(text, sample, survey);
        }
        catch (CsvFormatException e)
        {
            throw new UnusableDataException(
                $"Row {e.RecordNumber:N0} is longer than {_limits.MaxRecordBytes >> 20} MB. This is no table, or its line ends are missing.", e);
        }
    }

    private TextSurvey Survey(DelimitedText text)
    {
        using var stream = text.OpenUtf8(out _);
        return TextSurvey.Of(stream, _limits.Threads, _cancellationToken);
    }

    private void ReportBadEncoding(string? told)
    {
        if (told is not null)
        {
            _issues.Add(
                DataIssueKind.BadEncoding, null, 1, null, null,
                $"The file holds bytes that are no text in {told}; they are shown as \uFFFD. Choose another encoding if letters look wrong.");
        }
    }

    // Null when a quote is never closed: half the file would end up in one cell.
    private TableReading? Read(DelimitedText text, TextSample sample, TextSurvey survey)
    {
        var plan = TablePlan.Make(text, sample.Records(text, RecordsToLookAt), survey.Lines, _options, _limits);
        var firstPass = new CsvPass(text, plan, _limits, _progress, _cancellationToken);
        using var table = new RowTable(plan.NewStorages(), plan.Capacity, plan.Skip, growsColumns: true, _limits);
        if (!firstPass.TryRead(table, out var rows))
        {
            ReportUnclosedQuote(firstPass.UnclosedRecord, text);
            return null;
        }

        if (rows == 0)
        {
            throw new UnusableDataException("The file holds a row of names and no rows of data. Add rows, or choose another file.");
        }

        var lines = new LineFinder(text, plan.Skip, rows + plan.Skip == survey.Lines);
        return Finish(text, plan, table, rows, lines);
    }

    private TableReading ReadWithoutLineBreaksInQuotes(DelimitedText text, TextSample sample, TextSurvey survey) =>
        Read(text with { AllowsLineBreaksInQuotes = false }, sample, survey)!;

    private void ReportUnclosedQuote(long record, DelimitedText text)
    {
        var line = LineFinder.LineOfRecord(text, record);
        _issues.AddAtLine(
            DataIssueKind.UnclosedQuote, null, 1, null, line,
            $"A quote that opens on line {line:N0} is never closed. Every line was read as a row of its own; check that line.");
    }

    private TableReading Finish(DelimitedText text, TablePlan plan, RowTable table, int rows, LineFinder lines)
    {
        var dialect = new Dialect(text.Separator.ToString(), text.Encoding, plan.Header is not null);
        var inference = new TypeInference(_options, dialect, _limits, _issues);
        var storages = table.Columns.ToArray();
        var finished = new FinishedCells(storages, rows, _limits.Threads);
        var names = ColumnNames.Make(plan.Header, finished.KeptColumns(plan.Header?.Count ?? 0), plan.HeaderLine(text), _issues);
        var columns = finished.Infer(inference, names, unsure => ReadAsTexts(text, plan, unsure, rows));
        RaggedRows.Report(table.Widths(), plan.Header?.Count, names.Length, _issues);
        ColumnFacts.Report(columns, _issues);
        return new TableReading(columns, dialect, _issues.Build(names, lines.LinesOf));
    }

    // What began like a column of numbers and is none is read once more, those columns only.
    private List<TextCells> ReadAsTexts(DelimitedText text, TablePlan plan, IReadOnlyList<int> places, int rows)
    {
        var storages = new ColumnStorage?[places.Max() + 1];
        foreach (var place in places)
        {
            storages[place] = new TextStorage(place, rows);
        }

        using var table = new RowTable(storages, rows, plan.Skip, growsColumns: false, _limits);
        new CsvPass(text, plan, _limits, null, _cancellationToken).TryRead(table, out _);
        return [.. places.Select(place => ((TextStorage)storages[place]!).Finish(rows))];
    }
}

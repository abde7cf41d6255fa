using CsvHelper;

namespace Segmentation.Core.Frame.IO;

/// <summary>One reading of a text from its first record to its last.</summary>
internal sealed class CsvPass(
    DelimitedText text, TablePlan plan, ReadingLimits limits, IProgress<double>? progress, CancellationToken cancellationToken)
{
    private const int RecordsBetweenReports = 4096;

    /// <summary>The record, counted from 1, whose quote is never closed; 0 when there is none.</summary>
    public long UnclosedRecord { get; private set; }

    /// <summary>Reads all rows into <paramref name="table"/>; false when a quote is never closed and swallowed lines.</summary>
    public bool TryRead(RowTable table, out int rows)
    {
        using var reader = text.OpenReader(out var file, NoteUnclosedQuote);
        var records = 0;
        try
        {
            foreach (var _ in reader.ParallelEnumerate(table.Parse, limits.Threads))
            {
                if (++records % RecordsBetweenReports == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(Math.Min(1, file.Position / (double)text.Content.Length));
                }
            }
        }
        catch (CsvFormatException e) when (text.AllowsLineBreaksInQuotes)
        {
            UnclosedRecord = e.RecordNumber;   // longer than a row may be, perhaps because of its quote
        }

        cancellationToken.ThrowIfCancellationRequested();
        rows = Math.Max(records - plan.Skip, 0);
        return UnclosedRecord == 0;
    }

    private void NoteUnclosedQuote(CsvMalformedRecord record)
    {
        var swallowsLines = record.Reason == CsvMalformedReason.UnterminatedQuote
            || (record.Reason == CsvMalformedReason.TextAfterClosingQuote && record.RawRecord.AsSpan().ContainsAny('\n', '\r'));
        if (text.AllowsLineBreaksInQuotes && swallowsLines && UnclosedRecord == 0)
        {
            UnclosedRecord = record.RecordNumber;
        }
    }
}

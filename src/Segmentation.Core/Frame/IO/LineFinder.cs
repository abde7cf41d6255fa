using CsvHelper;

namespace Segmentation.Core.Frame.IO;

/// <summary>Finds the lines of rows. Counting lines slows reading, so it is done afterwards, and only when something has to be pointed at.</summary>
internal sealed class LineFinder(DelimitedText text, int skip, bool oneLinePerRecord)
{
    /// <summary>The lines of <paramref name="rows"/>, both ascending.</summary>
    public IReadOnlyList<long> LinesOf(IReadOnlyList<int> rows)
    {
        if (oneLinePerRecord)
        {
            return [.. rows.Select(row => row + skip + 1L)];
        }

        var lines = new List<long>(rows.Count);
        using var reader = text.OpenReader(out _, tracksLines: true);
        while (lines.Count < rows.Count && reader.Read())
        {
            if (reader.RowNumber == rows[lines.Count] + skip + 1L)
            {
                lines.Add(reader.LineNumber);
            }
        }

        return lines;
    }

    /// <summary>The line on which a record, counted from 1, begins.</summary>
    public static long LineOfRecord(DelimitedText text, long record)
    {
        using var reader = text.OpenReader(out _, tracksLines: true);
        try
        {
            while (reader.Read() && reader.RowNumber < record)
            {
            }

            return reader.LineNumber;
        }
        catch (CsvFormatException e)
        {
            return e.LineNumber;
        }
    }
}

namespace Segmentation.Core.Frame.IO;

/// <summary>What the first rows tell about the whole table before it is read.</summary>
/// <param name="Header">The cells of the header; null without one.</param>
/// <param name="Skip">Records in front of the first row of data.</param>
/// <param name="Capacity">Rows at most.</param>
/// <param name="AreNumbers">Per column whether it begins as numbers.</param>
internal sealed record TablePlan(IReadOnlyList<string>? Header, int Skip, int Capacity, IReadOnlyList<bool> AreNumbers)
{
    public static TablePlan Make(DelimitedText text, List<string[]> records, long lines, ReadingOptions options, ReadingLimits limits)
    {
        var blank = records.FindIndex(record => record.Any(cell => cell.Length > 0));
        if (blank < 0)
        {
            throw new UnusableDataException("The file holds nothing but blank lines. Choose a file with a row of names and rows of data.");
        }

        var body = records.Skip(blank).ToList();
        var hasHeader = options.HasHeader ?? HeaderDetection.HasHeader(body);
        var header = hasHeader ? WithRowNames(body) : null;
        var data = body.Skip(hasHeader ? 1 : 0).ToList();
        var width = Math.Max(header?.Length ?? 0, data.Count == 0 ? 0 : data.Max(record => record.Length));
        var skip = blank + (hasHeader ? 1 : 0);
        var rows = Math.Max(lines - skip - (text.HasSeparatorLine ? 1 : 0), 0);
        RowTable.RefuseTooLarge(width, rows, limits);
        return new TablePlan(header, skip, (int)rows, [.. Enumerable.Range(0, width).Select(place => BeginsAsNumbers(data, place))]);
    }

    /// <summary>Empty storages for all columns.</summary>
    public IEnumerable<ColumnStorage> NewStorages() => AreNumbers.Select(
        (isNumber, place) => isNumber ? new NumberStorage(place, Capacity) : (ColumnStorage)new TextStorage(place, Capacity));

    /// <summary>The header's line in the file, 1 without one.</summary>
    public long HeaderLine(DelimitedText text) => Header is null ? 1 : LineFinder.LineOfRecord(text, Skip);

    // Some programs write row names without a name for their column, so every row is one cell longer than the header.
    private static string[] WithRowNames(List<string[]> body)
    {
        var header = body[0];
        var rest = body.Skip(1).ToList();
        return rest.Count > 0 && rest.TrueForAll(record => record.Length == header.Length + 1) && rest.Exists(record => record[^1].Length > 0)
            ? ["", .. header]
            : header;
    }

    // One stranger is enough to start with texts, from which any type can be told; the way back costs a second reading.
    private static bool BeginsAsNumbers(List<string[]> data, int place)
    {
        var present = data.Where(record => place < record.Length).Select(record => record[place]).Where(CellGuess.IsPresent).ToList();
        return present.Count > 0 && present.TrueForAll(CellGuess.IsPlainNumber);
    }
}

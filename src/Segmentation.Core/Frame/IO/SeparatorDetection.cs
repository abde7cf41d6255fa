namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Tells what stands between the cells of a text from its first rows: the candidate that cuts most rows into equally many
/// cells, the first row like the others, and into the most numbers and dates.
/// </summary>
internal static class SeparatorDetection
{
    private const int Records = 500;

    // A separator that most rows lack belongs to the texts.
    private const double LeastShare = 0.5;
    private const double LeastShareWithoutFirst = 0.7;

    /// <summary>The separator; a space for runs of spaces, a comma for a file of one column.</summary>
    public static char Detect(DelimitedText text, byte[] start, bool isWhole)
    {
        var lines = (text with { Separator = '\x1F' }).ReadRecords(start, isWhole, Records).Select(record => record[0]).ToList();
        var best = ",;\t|".Select(candidate => (candidate, score: Score(text with { Separator = candidate }, start, isWhole, lines)))
            .MaxBy(scored => scored.score);
        return best.score > 0 ? best.candidate
            : IsAligned(text with { Separator = ' ' }, start, isWhole, lines) ? ' '
            : ",;\t|".FirstOrDefault(candidate => !lines.Exists(line => line.Contains(candidate)), ',');
    }

    private static double Score(DelimitedText text, byte[] start, bool isWhole, List<string> lines)
    {
        var records = text.ReadRecords(start, isWhole, Records);
        var several = records.Where(record => record.Length > 1).ToList();
        if (several.Count == 0)
        {
            return 0;
        }

        var share = several.Count / (double)records.Count;
        var first = records.First(record => record.Length > 1 || record[0].Length > 0);
        var firstIsCut = first.Length > 1;
        var isOneColumn = !firstIsCut && records.Count > 1 && lines.Skip(1).All(line => line.Length == 0 || CellGuess.IsTyped(line));
        if (share < (firstIsCut ? LeastShare : LeastShareWithoutFirst) || isOneColumn)
        {
            return 0;
        }

        var common = several.GroupBy(record => record.Length).MaxBy(group => group.Count())!;
        var consistency = common.Count() / (double)several.Count;
        return (share * (1 + consistency + (first.Length == common.Key ? 1 : 0))) + TypedShare(several);
    }

    private static double TypedShare(List<string[]> records)
    {
        var cells = records.Take(100).SelectMany(record => record).Where(CellGuess.IsPresent).ToList();
        return cells.Count == 0 ? 0 : cells.Count(CellGuess.IsTyped) / (double)cells.Count;
    }

    // Words have spaces between them too, so a column of numbers is asked for.
    private static bool IsAligned(DelimitedText text, byte[] start, bool isWhole, List<string> lines)
    {
        var records = text.ReadRecords(start, isWhole, Records);
        if (records.Count == 0 || lines.Skip(1).All(line => line.Length == 0 || CellGuess.IsTyped(line)))
        {
            return false;
        }

        // The first row may be a header that has no name for the column of row names.
        var common = records.Skip(records.Count > 1 ? 1 : 0).GroupBy(record => record.Length).MaxBy(group => group.Count())!;
        return common.Key > 1 && common.Count() * 10 >= (records.Count - 1) * 9 && records[0].Length - common.Key is 0 or -1
            && Enumerable.Range(0, common.Key).Any(place => common.Count(record => CellGuess.IsTyped(record[place])) * 10 >= common.Count() * 9);
    }
}

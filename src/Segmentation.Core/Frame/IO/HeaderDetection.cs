namespace Segmentation.Core.Frame.IO;

/// <summary>Tells whether a table's first row holds names, from how it differs from the rows below.</summary>
internal static class HeaderDetection
{
    private const int Records = 500;

    /// <summary>True when the first record is unlike the others. A single record is a header when it holds words only.</summary>
    /// <param name="records">From the first record that is not blank.</param>
    public static bool HasHeader(IReadOnlyList<string[]> records)
    {
        var first = records[0];
        var rest = records.Skip(1).Take(Records).ToList();
        if (rest.Count == 0)
        {
            return !first.Any(CellGuess.IsTyped);
        }

        var votes = first.Select((cell, place) => Vote(cell, Below(rest, place))).ToList();
        if (votes.Contains(Likeness.Stranger))
        {
            return true;
        }

        var isLikeTheRest = votes.Contains(Likeness.SameType)
            || (votes.Contains(Likeness.SameText) && !rest.Exists(record => record.SequenceEqual(first)))
            || rest.Count(record => record.Length > first.Length) * 10 > rest.Count;
        return !isLikeTheRest;
    }

    private enum Likeness
    {
        /// <summary>Says nothing.</summary>
        Open,

        /// <summary>A word above numbers or dates.</summary>
        Stranger,

        /// <summary>A number or date above others.</summary>
        SameType,

        /// <summary>A text that recurs below.</summary>
        SameText,
    }

    private static List<string> Below(List<string[]> rest, int place) =>
        [.. rest.Where(record => place < record.Length).Select(record => record[place]).Where(CellGuess.IsPresent)];

    private static Likeness Vote(string cell, List<string> below)
    {
        if (below.Count == 0 || !CellGuess.IsPresent(cell))
        {
            return Likeness.Open;
        }

        if (below.Count(CellGuess.IsTyped) * 10 >= below.Count * 8)
        {
            return CellGuess.IsTyped(cell) ? Likeness.SameType : Likeness.Stranger;
        }

        return below.Contains(cell) ? Likeness.SameText : Likeness.Open;
    }
}

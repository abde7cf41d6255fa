namespace Segmentation.Core.Frame.IO;

/// <summary>A column of texts read as yes and no.</summary>
/// <param name="Reading">0 or 1 per distinct text.</param>
/// <param name="No">The word for no, as the file writes it.</param>
/// <param name="Yes">The word for yes, as the file writes it.</param>
internal sealed record BooleanReading(CodeReading<int> Reading, string No, string Yes);

/// <summary>Reads a column's distinct texts as one pair of words for no and yes. Numbers are no such words: 0 and 1 stay numbers.</summary>
internal static class BooleanInference
{
    private const int LongestWord = 5;

    private static readonly (string No, string Yes)[] s_pairs =
        [("false", "true"), ("no", "yes"), ("n", "y"), ("f", "t"), ("off", "on"), ("nein", "ja"), ("non", "oui"), ("não", "sim")];

    /// <summary>The pair, or null when more than one in a hundred values is none of its words, or a word is spelled in two ways.</summary>
    public static BooleanReading? Read(PresentTexts texts) =>
        texts.Present == 0 ? null : s_pairs.Select(pair => Read(texts, pair)).FirstOrDefault(reading => reading is not null);

    private static BooleanReading? Read(PresentTexts texts, (string No, string Yes) pair)
    {
        var reading = new CodeReading<int>([.. texts.States], new int[texts.States.Length]);
        string?[] spellings = [null, null];
        var misfits = 0L;
        for (var code = 0; code < reading.States.Length && PresentTexts.IsTolerable(misfits, texts.Present); code++)
        {
            if (reading.States[code] != CellState.Fits)
            {
                continue;
            }

            var word = texts.Cells.Texts[code].Length <= LongestWord ? texts.Cells.Texts.GetString(code) : "";
            var value = word.Equals(pair.Yes, StringComparison.OrdinalIgnoreCase) ? 1 : word.Equals(pair.No, StringComparison.OrdinalIgnoreCase) ? 0 : -1;
            if (value < 0)
            {
                reading.States[code] = CellState.Misfit;
                misfits += texts.Cells.Counts[code];
                continue;
            }

            if (spellings[value] is not null)
            {
                return null;
            }

            (reading.Values[code], spellings[value]) = (value, word);
        }

        // A single letter or word alone says little: all F may as well be a gender.
        var isPair = (spellings[0] is not null && spellings[1] is not null) || (pair.Yes == "true" && (spellings[0] ?? spellings[1]) is not null);
        return isPair && PresentTexts.IsTolerable(misfits, texts.Present)
            ? new BooleanReading(reading, spellings[0] ?? Like(spellings[1]!, pair.No), spellings[1] ?? Like(spellings[0]!, pair.Yes))
            : null;
    }

    // The word that never came, spelled as its partner is: TRUE, True or true.
    private static string Like(string partner, string word) =>
        char.IsLower(partner[0]) ? word
        : char.IsUpper(partner[^1]) ? word.ToUpperInvariant()
        : char.ToUpperInvariant(word[0]) + word[1..];
}

using System.Globalization;
using System.Text;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Why two categories look alike, the likeliest to mean the same first.</summary>
internal enum Likeness
{
    Spaces,
    Case,
    PunctuationOrAccents,
    OneLetter,
    TwoLetters,
    None,
}

/// <summary>A category in the forms under which it is compared, and how many rows have it.</summary>
internal sealed class Spelling
{
    private const int ShortestWord = 4;
    private const int LongWord = 8;
    private const int LongestCompared = 100;

    // The runtime knows no decompositions under invariant globalisation, so the letters of Latin-1 and Latin Extended-A
    // (U+00C0 to U+017F) stand here without their accents, in lower case; others are compared as they are.
    private const char FirstAccented = '\u00C0';
    private const string BaseLetters =
        "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþy"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸlllllll"
        + "lllnnnnnnnŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzſ";

    private readonly string _spaced;
    private readonly string _folded;
    private readonly string[] _words;
    private readonly bool _hasDigits;

    public Spelling(string text, int count)
    {
        (Text, Count) = (text, count);
        _spaced = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        _folded = _spaced.ToUpperInvariant().ToLowerInvariant();
        _words = WordsOf(_folded);
        _hasDigits = text.Any(char.IsDigit);
        Key = KeyOf();
    }

    public string Text { get; }

    public int Count { get; }

    /// <summary>Equal for categories that are the same but for spaces, case, punctuation and accents.</summary>
    public string Key { get; }

    public static string Reason(Likeness likeness) => likeness switch
    {
        Likeness.Spaces => "spaces",
        Likeness.Case => "case",
        Likeness.PunctuationOrAccents => "punctuation or accents",
        Likeness.OneLetter => "one letter",
        _ => "two letters",
    };

    /// <summary>In what two categories of the same <see cref="Key"/> differ.</summary>
    public Likeness LikenessTo(Spelling other) =>
        _spaced == other._spaced ? Likeness.Spaces
        : _folded == other._folded ? Likeness.Case
        : _folded.Replace(" ", "", StringComparison.Ordinal) == other._folded.Replace(" ", "", StringComparison.Ordinal) ? Likeness.Spaces
        : Likeness.PunctuationOrAccents;

    /// <summary>How near two categories of different keys are, word by word.</summary>
    public Likeness NearnessTo(Spelling other)
    {
        if (_hasDigits || other._hasDigits || _words.Length != other._words.Length || Key.Length > LongestCompared
            || Math.Abs(Key.Length - other.Key.Length) > 2)
        {
            return Likeness.None;
        }

        var letters = 0;
        for (var i = 0; i < _words.Length && letters <= 2; i++)
        {
            letters += LettersApart(_words[i], other._words[i]);
        }

        return letters switch { 1 => Likeness.OneLetter, 2 => Likeness.TwoLetters, _ => Likeness.None };
    }

    /// <summary>How many letters two words are apart; more than two when they are too far, too short, or one negates the other.</summary>
    private static int LettersApart(string left, string right)
    {
        const int TooFar = 3;
        if (left == right)
        {
            return 0;
        }

        var shorter = Math.Min(left.Length, right.Length);
        var isPrefixed = left.EndsWith(right, StringComparison.Ordinal) || right.EndsWith(left, StringComparison.Ordinal);
        if (shorter < ShortestWord || isPrefixed || Math.Abs(left.Length - right.Length) > 2)
        {
            return TooFar;
        }

        var distance = EditDistance.Between(left, right);
        return distance <= (shorter >= LongWord ? 2 : 1) ? distance : TooFar;
    }

    // Punctuation carries meaning beside digits (1-5, 1.5) and around a single letter (A-): it is left out of longer words only.
    private string KeyOf()
    {
        var letters = string.Concat(_words);
        return _hasDigits || letters.Length < 2 || _folded.Any(char.IsSymbol) ? _folded : letters;
    }

    private static string[] WordsOf(string folded)
    {
        var builder = new StringBuilder(folded.Length);
        foreach (var letter in folded)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                builder.Append(letter is '-' or '_' or '/' ? ' ' : WithoutAccent(letter));
            }
        }

        return [.. builder.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(letter => !char.IsPunctuation(letter))))
            .Where(word => word.Length > 0)];
    }

    private static char WithoutAccent(char letter) =>
        letter - FirstAccented is >= 0 and var place && place < BaseLetters.Length ? BaseLetters[place] : letter;
}

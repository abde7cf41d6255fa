using System.Text.RegularExpressions;

namespace Segmentation.Core.Profiling;

/// <summary>
/// A column's name as words within a sentence: what stands in brackets is taken for a unit and left out, underscores and camel case
/// are taken apart, and all is lower case but abbreviations. Nothing is translated or filled in: <c>MntWines</c> is "mnt wines".
/// </summary>
public static partial class ColumnWords
{
    /// <summary>Most characters of a column's words.</summary>
    public const int MaxLength = 32;

    private const int LongestAbbreviation = 4;

    /// <summary>The words of <paramref name="column"/>: <c>Annual Income (k$)</c> gives "annual income".</summary>
    public static string Of(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var plain = column.Length > 200 ? column[..200] : column;
        var words = Words(Brackets().Replace(plain, " "));
        words = words.Length > 0 ? words : Words(plain);
        return Clip(words.Length > 0 ? words : PlainText.OneLine(plain), MaxLength);
    }

    /// <summary>The words in lower case, one by one, what stands in brackets included; for whoever looks for a meaning in them.</summary>
    internal static HashSet<string> SetOf(string column) =>
        WordPattern().Matches(column.Length > 200 ? column[..200] : column).Select(match => match.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text, with an ellipsis for what is beyond <paramref name="longest"/> characters.</summary>
    internal static string Clip(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Half of a pair of surrogates is no text.
        return text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)].TrimEnd() + "…";
    }

    private static string Words(string text)
    {
        var isShouted = !text.Any(char.IsLower);
        return string.Join(' ', WordPattern().Matches(text).Select(match => match.Value).Select(word =>
            !isShouted && word.Length is > 1 and <= LongestAbbreviation && word.All(char.IsUpper) ? word : word.ToLowerInvariant()));
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\p{Lu}+(?![\p{Ll}\p{M}])|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lo}[\p{Lo}\p{M}]*|[0-9]+")]
    private static partial Regex WordPattern();
}

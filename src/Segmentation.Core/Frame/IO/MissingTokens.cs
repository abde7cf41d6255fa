using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>The words by which files say that a cell has no value, and those that say that a number has no end.</summary>
internal static class MissingTokens
{
    private const int Longest = 9;

    private static readonly HashSet<string> s_missing = new(StringComparer.Ordinal)
    {
        "NA", "N/A", "n/a", "NULL", "Null", "null", "NaN", "nan", "?", "-",
        "#DIV/0!", "#N/A", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!",
    };

    /// <summary>True for a word that stands for "no value".</summary>
    public static bool Contains(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Longest)
        {
            return false;
        }

        Span<char> text = stackalloc char[Longest];
        var length = Encoding.UTF8.GetChars(cell, text);
        return Contains(text[..length]);
    }

    /// <summary>True for a word that stands for "no value".</summary>
    public static bool Contains(ReadOnlySpan<char> cell) =>
        cell.Length is > 0 and <= Longest && s_missing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell);

    /// <summary>True for the error values of a spreadsheet's formulas.</summary>
    public static bool IsFormulaError(string text) => text[0] == '#' && Contains(text);

    /// <summary>True for infinity in words, and for numbers too large to compute with.</summary>
    public static bool IsInfinite(string text)
    {
        var unsigned = text.AsSpan().TrimStart("+-");
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase)
            || unsigned is "∞")
        {
            return true;
        }

        return unsigned.Length > 0 && char.IsAsciiDigit(unsigned[0])
            && unsigned.ContainsAny('e', 'E')
            && double.TryParse(unsigned, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
            && double.IsInfinity(value);
    }
}

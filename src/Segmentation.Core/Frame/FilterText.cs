using System.Globalization;

namespace Segmentation.Core.Frame;

/// <summary>Numbers, names and lists within the words of a filter.</summary>
internal static class FilterText
{
    private const int LongestName = 60;
    private const int MostListed = 3;

    /// <summary>Thousands apart from 10,000 on, so that years read as years.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var format = size is >= 1e15 or (> 0 and < 1e-3) ? "G4" : size >= 10_000 ? "#,##0.######" : "0.######";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A name cut where a file has it too long to read.</summary>
    public static string Cut(string text) => CutText.To(text, LongestName);

    /// <summary><c>a</c>, <c>a or b</c>, <c>a, b or c</c>; of more than three the first two and how many others.</summary>
    public static string List(IReadOnlyList<string> items, string word) => items.Count switch
    {
        0 => "",
        1 => Cut(items[0]),
        <= MostListed => $"{string.Join(", ", items.Take(items.Count - 1).Select(Cut))} {word} {Cut(items[^1])}",
        _ => $"{Cut(items[0])}, {Cut(items[1])} {word} {items.Count - 2} others",
    };
}

using System.Globalization;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Words and numbers as the ledger writes them.</summary>
internal static class LedgerText
{
    private const int LongestName = 60;
    private const int LongestExample = 100;

    /// <summary>A column's name or a category, cut when a file has it too long to read.</summary>
    public static string Name(string name) => CutText.To(name, LongestName);

    public static string Example(string cell) => CutText.To(cell, LongestExample);

    /// <summary>At most four decimals, thousands apart from 10,000 on, so that years read as years.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var format = size is >= 1e15 or (> 0 and < 1e-3) ? "G4" : size >= 10_000 ? "#,##0.####" : "0.####";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary><c>1 row</c>, <c>24 rows</c>.</summary>
    public static string Count(int count, string one) =>
        $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {one}{(count == 1 ? "" : "s")}";

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>; of more than four the first three and how many others.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        <= 4 => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
        _ => $"{string.Join(", ", items.Take(3))} and {items.Count - 3} others",
    };
}

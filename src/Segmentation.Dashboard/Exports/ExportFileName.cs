using System.Globalization;
using System.Text;

namespace Segmentation.Dashboard.Exports;

/// <summary>Names for downloads that every file system takes.</summary>
public static class ExportFileName
{
    /// <summary>Most characters taken from the name of the file that was read.</summary>
    public const int LongestStem = 80;

    private const string Unnamed = "customers";

    private static readonly string[] s_endings = [".gz", ".csv", ".tsv", ".txt", ".xlsx", ".xls"];

    /// <summary><c>online_retail.csv.gz</c> becomes <c>online_retail-segments.csv</c>, or <c>online_retail-selection.csv</c>.</summary>
    public static string Of(string name, bool isSelection)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"{Stem(name)}-{(isSelection ? "selection" : "segments")}.csv";
    }

    /// <summary><c>online_retail.csv.gz</c> becomes <c>online_retail-report.html</c>.</summary>
    public static string OfReport(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"{Stem(name)}-report.html";
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var rune in WithoutEndings(name).EnumerateRunes())
        {
            if (stem.Length + rune.Utf16SequenceLength > LongestStem)
            {
                break;
            }

            stem.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        var text = stem.ToString().Trim(' ', '.', '_');
        return text.Length == 0 ? Unnamed : text;
    }

    private static string WithoutEndings(string name)
    {
        foreach (var ending in s_endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return name;
    }

    // Format characters include the marks that turn a name's direction around and so hide its ending.
    private static bool IsSafe(Rune rune) =>
        !"\"*/:<>?\\|%;".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}

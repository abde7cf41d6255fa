using System.Globalization;
using System.Text;

namespace Segmentation.Dashboard.Uploads;

/// <summary>Names and sizes of uploads, fit to be shown and to be stored.</summary>
public static class UploadName
{
    public const int Longest = 200;
    private const string Unnamed = "upload";

    /// <summary>The last segment of a path, without control characters, at most 200 characters; <c>upload</c> when nothing is left.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsVisible))
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            clean.Append(rune.ToString());
        }

        var text = clean.ToString().Trim();
        return text.Trim('.').Length == 0 ? Unnamed : text;
    }

    /// <summary>A number of bytes as people read it: <c>4.4 MB</c>.</summary>
    public static string Size(long bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB"];
        double value = bytes;
        var unit = 0;
        while (value >= 1000 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        var digits = unit == 0 || value >= 100 ? "0" : "0.#";
        return $"{value.ToString(digits, CultureInfo.InvariantCulture)} {units[unit]}";
    }

    // Format characters include the marks that turn a name's direction around and so hide its ending.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

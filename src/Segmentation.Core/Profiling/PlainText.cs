using System.Text;

namespace Segmentation.Core.Profiling;

/// <summary>Text that a person typed or a file holds, as it may stand in a name: no control characters, nothing that turns the direction of
/// writing, no half of a character.</summary>
internal static class PlainText
{
    /// <summary>On one line: whatever separates words becomes one space.</summary>
    public static string OneLine(string text) => Clean(text, keepLines: false);

    /// <summary>The same with its line breaks, as <c>\n</c>.</summary>
    public static string Lines(string text) => Clean(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (keepLines && rune.Value == '\n')
            {
                clean.Append('\n');
            }
            else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                clean.Append(clean.Length > 0 && clean[^1] is not (' ' or '\n') ? " " : "");
            }
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }
}

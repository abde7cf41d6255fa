namespace Segmentation.Dashboard.Components.Controls;

/// <summary>Texts of a file that may be as long as the file likes, cut for places where a style sheet cannot.</summary>
public static class TextClip
{
    /// <summary>Most characters that are sent for a cell; its full text would be of no more use on a screen.</summary>
    public const int Longest = 300;

    /// <summary>Most characters of a name within a sentence or a label.</summary>
    public const int LongestName = 60;

    /// <summary>The text, with an ellipsis for what lies beyond <paramref name="longest"/> characters.</summary>
    public static string Of(string text, int longest = LongestName)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= longest)
        {
            return text;
        }

        // Half of a pair of surrogates is no text.
        return (char.IsHighSurrogate(text[longest - 1]) ? text[..(longest - 1)] : text[..longest]) + "…";
    }
}

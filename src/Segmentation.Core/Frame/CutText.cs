namespace Segmentation.Core.Frame;

/// <summary>Texts of a file that may be as long as the file likes, cut to be read.</summary>
public static class CutText
{
    /// <summary>The text, or its beginning and an ellipsis: at most <paramref name="most"/> characters, which is at least 2.</summary>
    public static string To(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= most)
        {
            return text;
        }

        // A pair of surrogates is one character to a reader.
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }
}

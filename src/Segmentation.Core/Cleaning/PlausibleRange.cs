namespace Segmentation.Core.Cleaning;

/// <summary>What values a column can hold, guessed from its name.</summary>
public static class PlausibleRange
{
    /// <summary>The range of ages, birth years and their like; null for a name that says nothing.</summary>
    public static AllowedRange? Of(string column) => throw new NotSupportedException(column);
}

using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>What a single cell looks like, for guesses about separator and header; a column's type is told from all its cells.</summary>
internal static class CellGuess
{
    /// <summary>Neither blank nor a word for "no value".</summary>
    public static bool IsPresent(string cell) => cell.Length > 0 && !MissingTokens.Contains(cell);

    /// <summary>A number or a date in any style.</summary>
    public static bool IsTyped(string cell) => cell.Length is > 0 and < 40 && (IsPlainNumber(cell) || NumberInference.IsStyled(cell) || WrittenDate.TryParse(cell, out _));

    /// <summary>A number as programs write it.</summary>
    public static bool IsPlainNumber(string cell)
    {
        var shape = new NumberShape();
        return PlainNumber.TryParse(Encoding.UTF8.GetBytes(cell), ref shape, out _);
    }
}

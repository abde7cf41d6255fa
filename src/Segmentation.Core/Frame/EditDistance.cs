namespace Segmentation.Core.Frame;

/// <summary>Damerau-Levenshtein distance in its restricted form, which edits no stretch of text twice (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <summary>The fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (twoAbove, above, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column < current.Length; column++)
        {
            current[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            (twoAbove, above, current) = (above, current, twoAbove);
            FillRow(row, left, right, twoAbove, above, current);
        }

        return current[right.Length];
    }

    private static void FillRow(
        int row, ReadOnlySpan<char> left, ReadOnlySpan<char> right, ReadOnlySpan<int> twoAbove, ReadOnlySpan<int> above, Span<int> current)
    {
        current[0] = row;
        for (var column = 1; column <= right.Length; column++)
        {
            var replaced = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
            var best = Math.Min(replaced, Math.Min(above[column], current[column - 1]) + 1);
            var isSwap = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
            current[column] = isSwap ? Math.Min(best, twoAbove[column - 2] + 1) : best;
        }
    }
}

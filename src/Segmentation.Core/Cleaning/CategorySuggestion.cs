using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Categories that look alike and may mean the same.</summary>
/// <param name="Column">Their column.</param>
/// <param name="From">The rarer spelling, to be read as <paramref name="To"/>.</param>
/// <param name="To">The more frequent spelling.</param>
/// <param name="Reason">Why they look alike: case, spaces, one letter.</param>
public sealed record CategorySuggestion(string Column, string From, string To, string Reason)
{
    /// <summary>Suggestions for a column of categories, the likeliest first. Nothing is merged without a person.</summary>
    public static IReadOnlyList<CategorySuggestion> Find(TextColumn column) => throw new NotSupportedException(column?.Name);
}

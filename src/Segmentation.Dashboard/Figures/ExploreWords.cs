using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>Says what stands out in a file, before anybody reads a chart.</summary>
public static class ExploreWords
{
    private const double WorthTelling = 0.1;
    private const double Skewed = 1;

    /// <summary>One sentence: the strongest association, what is missing most, what is most lopsided; as far as they are known.</summary>
    /// <param name="columns">The columns of the rows that are looked at.</param>
    /// <param name="matrix">How they go together; null while it is not known.</param>
    public static string Standouts(IReadOnlyList<ColumnStatistics> columns, AssociationMatrix? matrix)
    {
        ArgumentNullException.ThrowIfNull(columns);
        string?[] parts = [Strongest(matrix), Emptiest(columns), MostSkewed(columns, matrix)];
        var told = parts.OfType<string>().ToArray();
        return told.Length == 0
            ? matrix is null ? "Looking for what stands out …" : "Nothing stands out: no column is missing, lopsided or clearly tied to another."
            : char.ToUpperInvariant(told[0][0]) + string.Join("; ", told)[1..] + ".";
    }

    /// <summary>How many rows a filter leaves, and whom it cannot judge.</summary>
    public static string Left(int selected, int all, int unknown, RowNoun noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        var left = $"{NumberText.Count(selected)} of {noun.Count(all)} ({NumberText.Share(all == 0 ? 0 : (double)selected / all)})";
        return unknown == 0 ? left : $"{left}; {NumberText.Count(unknown)} more {(unknown == 1 ? "has" : "have")} no value there and {(unknown == 1 ? "is" : "are")} not among them";
    }

    private static string? Strongest(AssociationMatrix? matrix) =>
        matrix?.Pairs.Where(pair => pair.Strength >= WorthTelling).MaxBy(pair => pair.Strength) is { } pair
            ? $"{AssociationFigure.Short(pair.First)} and {AssociationFigure.Short(pair.Second)} go together most ({AssociationFigure.NameOf(pair.Measure)} {AssociationFigure.Text(pair.Value!.Value)})"
            : null;

    private static string? Emptiest(IReadOnlyList<ColumnStatistics> columns) => columns.MaxBy(column => column.MissingShare) is { Missing: > 0 } column
        ? $"{AssociationFigure.Short(column.Column)} is missing most often ({NumberText.Share(column.MissingShare)})"
        : null;

    // A key is lopsided or not by accident: only what the map of pairs looks at is told.
    private static string? MostSkewed(IReadOnlyList<ColumnStatistics> columns, AssociationMatrix? matrix)
    {
        var most = columns.Where(column => matrix is null || matrix.Columns.Contains(column.Column)).MaxBy(column => Math.Abs(column.Figures?.Skew ?? 0));
        return most?.Figures?.Skew is { } skew && Math.Abs(skew) > Skewed
            ? $"{AssociationFigure.Short(most.Column)} is the most lopsided ({StatisticsWords.Skew(skew)}, skew {NumberText.Rounded(skew)})"
            : null;
    }
}

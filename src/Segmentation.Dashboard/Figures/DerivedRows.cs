using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>A derived column as a list shows it.</summary>
/// <param name="Name">The name it was given.</param>
/// <param name="Expression">How it is computed.</param>
/// <param name="Gives">What its cells are, in words.</param>
/// <param name="Missing">Cells without a value.</param>
/// <param name="IsFeature">Whether the segments are found by it.</param>
/// <param name="Notes">What is noteworthy about it, a sentence each.</param>
public sealed record DerivedRow(string Name, string Expression, string Gives, int Missing, bool IsFeature, IReadOnlyList<string> Notes);

/// <summary>The derived columns of a picture.</summary>
public static class DerivedRows
{
    /// <summary>One row per derived column, in the recipe's order.</summary>
    public static IReadOnlyList<DerivedRow> Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var first = snapshot.Source.Frame.Columns.Count;
        var features = snapshot.Features.Columns.Select(feature => feature.Column).ToHashSet(StringComparer.Ordinal);
        return [.. snapshot.Recipe.Derived.Select((derived, place) =>
        {
            var column = snapshot.Data.Frame.Columns[first + place];
            var notes = snapshot.Data.Issues.Except(snapshot.Source.Issues).Where(issue => issue.Column == column.Name).Select(issue => issue.Message);
            return new DerivedRow(derived.Name, derived.Expression, Words(column), column.Missing.Count, features.Contains(column.Name), [.. notes]);
        })];
    }

    /// <summary>How many features there are, and how many of them were made: <c>6 features, 2 made</c>.</summary>
    public static string Summary(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var made = snapshot.Data.Frame.Columns.Skip(snapshot.Source.Frame.Columns.Count).Select(column => column.Name)
            .ToHashSet(StringComparer.Ordinal);
        string[] features = [.. snapshot.Features.Columns.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)];
        var count = features.Count(made.Contains);
        return $"{NumberText.Count(features.Length, "feature", "features")}, {(count == 0 ? "none" : NumberText.Count(count))} made";
    }

    private static string Words(DataColumn column) => column.Type switch
    {
        ColumnType.Integer => "whole numbers",
        ColumnType.Number => "numbers",
        ColumnType.Date => "dates",
        ColumnType.Boolean => "yes or no",
        ColumnType.Category => "categories",
        _ => "texts",
    };
}

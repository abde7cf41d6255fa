using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Components.Customers;

/// <summary>Which columns the grid shows.</summary>
internal static class GridColumns
{
    /// <summary>The column in front; null when rows have no name.</summary>
    public static string? Identifier(SegmentationSnapshot snapshot) =>
        snapshot.Schema.Identifier is { } name && snapshot.Data.Frame.TryGetColumn(name, out _) ? name : null;

    /// <summary>The features, unless toggled away, and then what was toggled on; both in the file's order.</summary>
    public static List<string> Shown(SegmentationSnapshot snapshot, HashSet<string> toggled)
    {
        var identifier = Identifier(snapshot);
        var features = snapshot.Features.Columns.Select(feature => feature.Column).ToHashSet(StringComparer.Ordinal);
        return snapshot.Data.Frame.Columns.Select(column => column.Name)
            .Where(column => column != identifier && features.Contains(column) != toggled.Contains(column))
            .OrderBy(column => features.Contains(column) ? 0 : 1).ToList();
    }
}

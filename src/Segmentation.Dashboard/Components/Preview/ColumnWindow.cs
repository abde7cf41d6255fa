using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Components.Preview;

/// <summary>The columns that a wide file shows at once.</summary>
/// <param name="Columns">Those that are shown, in the file's order.</param>
/// <param name="First">The place of the first among those that match, from 1; 0 when none does.</param>
/// <param name="Matching">Columns that match.</param>
/// <param name="Page">Which page it is, from 0.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record ColumnWindow(IReadOnlyList<DataColumn> Columns, int First, int Matching, int Page, int Pages)
{
    /// <summary>Most columns shown at once.</summary>
    public const int Size = 40;

    /// <summary>The columns whose names hold <paramref name="query"/>, without regard to case.</summary>
    /// <param name="columns">All columns.</param>
    /// <param name="query">What to look for; empty finds all.</param>
    /// <param name="page">Which page to show, from 0; the last when there are fewer.</param>
    public static ColumnWindow Of(IReadOnlyList<DataColumn> columns, string query, int page)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var matching = columns.Where(column => column.Name.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase)).ToArray();
        var pages = Math.Max(1, (matching.Length + Size - 1) / Size);
        var shown = Math.Clamp(page, 0, pages - 1);
        return new ColumnWindow([.. matching.Skip(shown * Size).Take(Size)], matching.Length == 0 ? 0 : (shown * Size) + 1, matching.Length, shown, pages);
    }
}

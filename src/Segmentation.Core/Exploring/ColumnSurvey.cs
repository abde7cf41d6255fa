using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>Looks at many columns at once, each on one thread.</summary>
public static class ColumnSurvey
{
    /// <summary>One overview per column, in their order.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">Names of columns of it.</param>
    /// <param name="rows">All rows that are looked at.</param>
    /// <param name="cleaning">How fences are drawn.</param>
    /// <param name="known">Fences that have been drawn already.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<ColumnOverview> Overviews(
        CodedFrame frame,
        IReadOnlyList<string> columns,
        RowMask rows,
        CleaningOptions cleaning,
        IReadOnlyList<OutlierFinding> known,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(cleaning);
        ArgumentNullException.ThrowIfNull(known);
        var drawn = known.ToDictionary(finding => finding.Column, finding => new Fences(finding.Lower, finding.Upper), StringComparer.Ordinal);
        var overviews = new ColumnOverview[columns.Count];
        Chunks.Run(columns.Count, Chunks.ThreadsFor(threads), Look, cancellationToken);
        return overviews;

        void Look(int place)
        {
            var column = columns[place];
            var options = cleaning.OutliersByColumn.TryGetValue(column, out var own) ? own : cleaning.Outliers;
            overviews[place] = ColumnOverview.Of(frame, column, rows, options, drawn.TryGetValue(column, out var fences) ? fences : null);
        }
    }

    /// <summary>Per column of <paramref name="overviews"/> and per part of the rows its statistics.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="overviews">Its columns over all rows that are looked at.</param>
    /// <param name="parts">Parts of those rows: what a filter leaves, or segments.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<IReadOnlyList<ColumnStatistics>> Statistics(
        CodedFrame frame,
        IReadOnlyList<ColumnOverview> overviews,
        IReadOnlyList<RowMask> parts,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(overviews);
        ArgumentNullException.ThrowIfNull(parts);
        var statistics = new ColumnStatistics[overviews.Count][];
        Chunks.Run(overviews.Count, Chunks.ThreadsFor(threads), Count, cancellationToken);
        return statistics;

        void Count(int place)
        {
            statistics[place] = new ColumnStatistics[parts.Count];
            for (var part = 0; part < parts.Count; part++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                statistics[place][part] = ColumnStatistics.Of(frame, overviews[place], parts[part]);
            }
        }
    }
}

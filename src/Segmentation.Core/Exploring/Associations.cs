using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>Measures how columns hang together, whatever their kinds.</summary>
public static class Associations
{
    // Fixed, so that sums are added in the same order on any number of threads; few, because each holds a table for every pair.
    private const int Parts = 16;

    /// <summary>All pairs of some columns: correlations of numbers and dates, Cramer's V of categories, the correlation ratio of both.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">At most <see cref="AssociationMatrix.MaxColumns"/> columns of it.</param>
    /// <param name="rows">The rows; those without a value in one of a pair's columns are left out of that pair.</param>
    /// <param name="byRank">Spearman's correlation in the place of Pearson's.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many columns.</exception>
    public static AssociationMatrix Of(
        CodedFrame frame,
        IReadOnlyList<ColumnOverview> columns,
        RowMask rows,
        bool byRank = false,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns.Count, AssociationMatrix.MaxColumns, nameof(columns));
        frame.Prepare([.. columns.Select(column => column.Column)], threads, cancellationToken);
        var ready = PairColumns.Of(frame, columns, rows, byRank, Chunks.ThreadsFor(threads), cancellationToken);
        var sums = new PairSums(ready, Walk(ready, rows, Chunks.ThreadsFor(threads), cancellationToken), byRank);
        var pairs = PairWalk.Pairs(columns.Count).ToArray();
        var found = new Association[pairs.Length];
        Chunks.Run(pairs.Length, Chunks.ThreadsFor(threads), Measure, cancellationToken);
        return new AssociationMatrix([.. columns.Select(column => column.Column)], found);

        // Ranks within a pair's own rows, and sums that rounding has eaten up, take a look of their own.
        void Measure(int pair)
        {
            var (first, second, _) = pairs[pair];
            found[pair] = sums.Find(first, second) ?? PairMeasures.Of(frame, columns[first], columns[second], rows, byRank);
        }
    }

    private static PairWalk Walk(PairColumns columns, RowMask rows, int threads, CancellationToken cancellationToken)
    {
        var walks = new PairWalk[Parts];
        var chunks = new Chunks(rows.Length);
        Chunks.Run(Parts, threads, WalkPart, cancellationToken);
        foreach (var later in walks.Skip(1))
        {
            walks[0].Add(later);
        }

        return walks[0];

        void WalkPart(int part)
        {
            walks[part] = new PairWalk(columns);
            for (var chunk = part * chunks.Count / Parts; chunk < (part + 1) * chunks.Count / Parts; chunk++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                walks[part].Add(rows, chunks.Start(chunk), chunks.End(chunk));
            }
        }
    }
}

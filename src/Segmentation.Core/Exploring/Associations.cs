using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>Measures how columns hang together, whatever their kinds.</summary>
public static class Associations
{
    /// <summary>All pairs of some columns: correlations of numbers and dates, Cramer's V of categories, the correlation ratio of both.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">Two to <see cref="AssociationMatrix.MaxColumns"/> columns of it.</param>
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
        var pairs = new Association?[columns.Count * Math.Max(0, columns.Count - 1) / 2];
        FillComplete(pairs, frame, columns, rows, byRank, Chunks.ThreadsFor(threads), cancellationToken);
        var open = (from first in Enumerable.Range(0, columns.Count)
                    from second in Enumerable.Range(first + 1, columns.Count - first - 1)
                    let place = AssociationMatrix.PlaceOf(first, second, columns.Count)
                    where pairs[place] is null
                    select (Place: place, First: columns[first], Second: columns[second])).ToArray();
        Chunks.Run(
            open.Length,
            Chunks.ThreadsFor(threads),
            i => pairs[open[i].Place] = PairMeasures.Of(frame, open[i].First, open[i].Second, rows, byRank),
            cancellationToken);
        return new AssociationMatrix([.. columns.Select(column => column.Column)], pairs!);
    }

    // Columns with a value in every row share their ranks and one walk over the rows.
    private static void FillComplete(
        Association?[] pairs, CodedFrame frame, IReadOnlyList<ColumnOverview> columns, RowMask rows, bool byRank, int threads, CancellationToken cancellationToken)
    {
        int[] complete =
        [
            .. Enumerable.Range(0, columns.Count)
                .Where(place => frame[columns[place].Column] is { HasOrder: true, Column.Missing: var missing } && rows.CountMissing(missing) == 0),
        ];
        var values = CompleteCorrelations.Of([.. complete.Select(place => frame[columns[place].Column])], rows, byRank, threads, cancellationToken);
        for (var first = 0; first < complete.Length; first++)
        {
            for (var second = first + 1; second < complete.Length; second++)
            {
                var value = values[AssociationMatrix.PlaceOf(first, second, complete.Length)];
                pairs[AssociationMatrix.PlaceOf(complete[first], complete[second], columns.Count)] = new Association(
                    columns[complete[first]].Column, columns[complete[second]].Column, PairMeasures.MeasureOf(byRank), value, rows.Count);
            }
        }
    }
}

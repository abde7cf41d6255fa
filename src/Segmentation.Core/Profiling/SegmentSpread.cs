using MathNet.Numerics.Statistics;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>How the values of a column lie in one segment. All NaN where it has none.</summary>
/// <param name="Count">Its rows that hold a value.</param>
/// <param name="Low">Quantile of 5 %, type 7, as the others.</param>
/// <param name="LowerQuartile">Quantile of 25 %.</param>
/// <param name="Median">Quantile of 50 %.</param>
/// <param name="UpperQuartile">Quantile of 75 %.</param>
/// <param name="High">Quantile of 95 %.</param>
/// <param name="Density">Share of its values in each of <see cref="ColumnSpread.Bins"/> bins of one width over the column's range.</param>
public sealed record SegmentSpread(
    int Count, double Low, double LowerQuartile, double Median, double UpperQuartile, double High, IReadOnlyList<double> Density);

/// <summary>How the values of one column lie in each segment.</summary>
/// <param name="Column">Its name.</param>
/// <param name="From">Lower end of the range that is shown: the lowest <see cref="SegmentSpread.Low"/>; of dates in days.</param>
/// <param name="To">Upper end: the highest <see cref="SegmentSpread.High"/>.</param>
/// <param name="Spreads">In the order of the profiles; empty for categories.</param>
/// <param name="Categories">Of a column of categories, most frequent first, rare ones as one; empty for numbers.</param>
/// <param name="Shares">Per segment the share of each category, 0 to 1, NaN where it has no value; empty for numbers.</param>
public sealed record ColumnSpread(
    string Column,
    double From,
    double To,
    IReadOnlyList<SegmentSpread> Spreads,
    IReadOnlyList<string> Categories,
    IReadOnlyList<IReadOnlyList<double>> Shares)
{
    /// <summary>Bins of a density.</summary>
    public const int Bins = 40;

    /// <summary>The spread of one column over the clustered rows.</summary>
    /// <param name="column">A column of the cleaned frame.</param>
    /// <param name="features">What was clustered.</param>
    /// <param name="quality">The clustering.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ColumnSpread Of(
        DataColumn column, FeatureSet features, ClusterQuality quality, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var rows = GroupedRows.Of(features, quality);
        return column is TextColumn texts ? OfCategories(texts, GroupCounts.Of(texts, rows, threads, cancellationToken), rows) : OfNumbers(column, rows);
    }

    private static ColumnSpread OfCategories(TextColumn column, GroupCounts counts, GroupedRows rows) => new(
        column.Name, 0, 1, [], counts.Categories,
        [.. Enumerable.Range(0, rows.Groups).Select(group => counts.Categories.Select((_, place) => counts[group, place] / (double)counts.InGroup(group)).ToArray())]);

    private static ColumnSpread OfNumbers(DataColumn column, GroupedRows rows)
    {
        var cells = new double[rows.Labels.Length];
        CellReaders.OfColumn(column, rows.Rows)(0, cells);
        var groups = Enumerable.Range(0, rows.Groups)
            .Select(group => Array.FindAll(Array.ConvertAll(rows.PositionsOf(group), position => cells[position]), value => !double.IsNaN(value))).ToArray();
        Parallel.ForEach(groups, Array.Sort);
        var present = groups.Where(group => group.Length > 0).ToArray();
        var from = present.Length == 0 ? 0 : present.Min(group => Quantile(group, 0.05));
        var to = present.Length == 0 ? 0 : present.Max(group => Quantile(group, 0.95));
        return new ColumnSpread(column.Name, from, to, [.. groups.Select(group => OfGroup(group, from, to))], [], []);
    }

    private static SegmentSpread OfGroup(double[] sorted, double from, double to)
    {
        var density = new double[Bins];
        foreach (var value in sorted)
        {
            if (value >= from && value <= to)
            {
                density[to > from ? Math.Min(Bins - 1, (int)((value - from) / (to - from) * Bins)) : 0] += 1.0 / sorted.Length;
            }
        }

        return new SegmentSpread(
            sorted.Length, Quantile(sorted, 0.05), Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), Quantile(sorted, 0.95), density);
    }

    private static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features.Selection;

/// <summary>Two features that say about the same.</summary>
/// <param name="Left">A feature's name.</param>
/// <param name="Right">The other's.</param>
/// <param name="Correlation">Pearson's, -1 to 1.</param>
public sealed record NearDuplicate(string Left, string Right, double Correlation);

/// <summary>Finds features that count twice: what both say weighs double in every distance.</summary>
public static class NearDuplicates
{
    /// <summary>From this absolute correlation on two features say about the same.</summary>
    public const double Threshold = 0.95;

    // A correlation of so many rows is right to about 0.001.
    private const int MaxRows = 50_000;

    /// <summary>
    /// The pairs of absolute correlation <paramref name="threshold"/> or more, the strongest first, then in the features' order. The features
    /// are those of the matrix, transformed and encoded; indicators of one column are no pair. Of many rows a fixed sample is looked at.
    /// </summary>
    public static IReadOnlyList<NearDuplicate> Find(FeatureSet features, double threshold = Threshold, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        var matrix = features.Matrix.Rows <= MaxRows ? features.Matrix : features.Matrix.Take(RowSample.Draw(features.Matrix.Rows, MaxRows, seed: 1));
        var correlations = Covariances.Correlations(matrix, cancellationToken);
        var columns = features.Columns;
        return
        [
            .. from left in Enumerable.Range(0, columns.Count)
               from right in Enumerable.Range(left + 1, columns.Count - left - 1)
               where columns[left].Column != columns[right].Column
               let correlation = Math.Clamp(correlations[left, right], -1, 1)
               where Math.Abs(correlation) >= threshold
               orderby Math.Abs(correlation) descending, left, right
               select new NearDuplicate(columns[left].Name, columns[right].Name, correlation),
        ];
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// A row belongs to the nearest centroid by the features that it has. The distance is scaled up to that of a whole row: the root of
/// the mean squared difference times the number of columns. A row with no feature at all belongs nowhere.
/// </summary>
public sealed class KPodModel : ClusterModel
{
    private readonly double[] _centroids;

    internal KPodModel(double[] centroids, int clusterCount) =>
        (_centroids, ClusterCount, Columns) = (centroids, clusterCount, centroids.Length / clusterCount);

    /// <inheritdoc/>
    public override int ClusterCount { get; }

    /// <inheritdoc/>
    public override int Columns { get; }

    internal override bool PassesOverMissing => true;

    /// <summary>As <see cref="ClusterModel.Assign"/>, for rows with missing cells, whose numbers are not looked at.</summary>
    /// <exception cref="ArgumentException">The columns are not the model's, or the mask is of another size.</exception>
    public byte[] Assign(FeatureMatrix rows, MissingCells missing, int threads = 0, CancellationToken cancellationToken = default) =>
        Assign(Blank(rows, missing), threads, cancellationToken);

    /// <summary>As <see cref="ClusterModel.Margins"/>, for rows with missing cells, whose numbers are not looked at.</summary>
    /// <exception cref="ArgumentException">The columns are not the model's, the mask is of another size, or there is not one label per
    /// row.</exception>
    public float[] Margins(
        FeatureMatrix rows, MissingCells missing, byte[] labels, int threads = 0, CancellationToken cancellationToken = default) =>
        Margins(Blank(rows, missing), labels, threads, cancellationToken);

    /// <summary>The rows with NaN, which <see cref="CostsOf"/> passes over, where a cell is missing.</summary>
    internal static FeatureMatrix Blank(FeatureMatrix rows, MissingCells missing)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(missing);
        if ((missing.Rows, missing.Columns) != (rows.Rows, rows.Columns))
        {
            throw new ArgumentException(
                $"A mask of {missing.Rows} x {missing.Columns} does not fit {rows.Rows} x {rows.Columns} cells.", nameof(missing));
        }

        Filled(rows, missing, 0).ThrowIfUnfit();
        return Filled(rows, missing, double.NaN);
    }

    private static FeatureMatrix Filled(FeatureMatrix rows, MissingCells missing, double number)
    {
        var cells = rows.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = missing[i % rows.Rows, i / rows.Rows] ? number : cells[i];
        }

        return new FeatureMatrix(rows.Rows, rows.Columns, cells, rows.IsWeighted ? rows.Weights.ToArray() : null);
    }

    /// <inheritdoc/>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            var (squares, observed) = (0.0, 0);
            for (var column = 0; column < row.Length; column++)
            {
                var difference = row[column] - _centroids[(cluster * row.Length) + column];
                if (!double.IsNaN(difference))
                {
                    squares += difference * difference;
                    observed++;
                }
            }

            costs[cluster] = observed == 0 ? double.NaN : Math.Sqrt(squares / observed * row.Length);
        }
    }

    /// <summary>Differences of squared distances over the cells that are there, scaled up alike; 0 for the others.</summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        var observed = 0;
        for (var column = 0; column < parts.Length; column++)
        {
            var part = SquaresApart(row[column], _centroids[(own * row.Length) + column], _centroids[(other * row.Length) + column]);
            observed += double.IsNaN(part) ? 0 : 1;
            parts[column] = double.IsNaN(part) ? 0 : part;
        }

        foreach (ref var part in parts)
        {
            part *= (double)row.Length / observed;
        }

        return 0;
    }

    /// <inheritdoc/>
    protected override byte Cheapest(ReadOnlySpan<double> costs) =>
        double.IsNaN(costs[0]) ? ClusteringResult.Unassigned : base.Cheapest(costs);
}

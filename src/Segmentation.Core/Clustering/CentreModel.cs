using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>A row belongs to the nearest of k centres: centroids, or the rows that stand for them.</summary>
/// <param name="centres">k x columns, row after row.</param>
/// <param name="clusterCount">k, at least 1.</param>
public sealed class CentreModel(double[] centres, int clusterCount) : ClusterModel
{
    /// <inheritdoc/>
    public override int ClusterCount => clusterCount;

    /// <inheritdoc/>
    public override int Columns { get; } = centres.Length / clusterCount;

    /// <summary>k x columns, row after row.</summary>
    public ReadOnlySpan<double> Centres => centres;

    /// <summary>Euclidean distances, in units of the scaled features.</summary>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            costs[cluster] = OrderedSums.Distance(row, centres.AsSpan(cluster * row.Length, row.Length));
        }
    }

    /// <summary>
    /// How far one cell of a row of cluster <paramref name="own"/> may move, downwards and upwards, before another centre is as near: the
    /// nearest of the planes that halve the way to the other centres. Infinite where there is none.
    /// </summary>
    /// <exception cref="ArgumentException">The columns are not the model's.</exception>
    public (double Down, double Up) RoomOf(ReadOnlySpan<double> row, byte own, int column)
    {
        var parts = new double[Columns];
        var (down, up) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var other = 0; other < clusterCount; other++)
        {
            // The margin falls by 2 (other - own) for every step upwards.
            var slope = 2 * (centres[(other * Columns) + column] - centres[(own * Columns) + column]);
            if (slope != 0)
            {
                Split(row, own, (byte)other, parts);
                var room = Math.Max(0, parts.Sum()) / Math.Abs(slope);
                (down, up) = slope < 0 ? (Math.Min(down, room), up) : (down, Math.Min(up, room));
            }
        }

        return (down, up);
    }

    /// <summary>The centres' own features: what a row has beyond the components is as far from each of them, and cancels out.</summary>
    internal override ClusterModel OfFeatures(PrincipalComponents components)
    {
        var features = new double[clusterCount * components.Count];
        for (var cluster = 0; cluster < clusterCount; cluster++)
        {
            components.Restore(centres.AsSpan(cluster * Columns, Columns), features.AsSpan(cluster * components.Count, components.Count));
        }

        return new CentreModel(features, clusterCount);
    }

    /// <summary>Differences of squared distances.</summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        for (var column = 0; column < parts.Length; column++)
        {
            parts[column] = SquaresApart(row[column], centres[(own * row.Length) + column], centres[(other * row.Length) + column]);
        }

        return 0;
    }
}

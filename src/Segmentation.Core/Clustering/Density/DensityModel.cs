namespace Segmentation.Core.Clustering.Density;

/// <summary>
/// A row belongs to the cluster with the nearest row that stands for it, of those clusters that reach so far; out of reach of all it is
/// <see cref="ClusteringResult.Unassigned"/>.
/// </summary>
internal sealed class DensityModel(ClusterShape[] shapes, int columns) : ClusterModel
{
    public override int ClusterCount => shapes.Length;

    public override int Columns => columns;

    /// <summary>Euclidean distances, in units of the scaled features.</summary>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            costs[cluster] = shapes[cluster].DistanceTo(row);
        }
    }

    public override string RestName => "how far the segment reaches";

    protected override byte Cheapest(ReadOnlySpan<double> costs)
    {
        var best = ClusteringResult.Unassigned;
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            var isBetter = best == ClusteringResult.Unassigned || costs[cluster] < costs[best];
            best = isBetter && costs[cluster] <= shapes[cluster].Reach ? (byte)cluster : best;
        }

        return best;
    }

    /// <summary>
    /// Differences of squared distances to the nearest rows that stand for the clusters. Of an unassigned row the squared distance to the
    /// nearest cluster, less the square of that cluster's reach.
    /// </summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        var far = shapes[other].NearestTo(row);
        var near = own == ClusteringResult.Unassigned ? row : shapes[own].NearestTo(row);
        for (var column = 0; column < parts.Length; column++)
        {
            parts[column] = SquaresApart(row[column], near[column], far[column]);
        }

        return own == ClusteringResult.Unassigned ? -shapes[other].Reach * shapes[other].Reach : 0;
    }
}

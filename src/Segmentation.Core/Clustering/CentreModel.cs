using System.Numerics.Tensors;

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
            costs[cluster] = TensorPrimitives.Distance(row, centres.AsSpan(cluster * row.Length, row.Length));
        }
    }
}

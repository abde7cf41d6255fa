using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Prepares the rows when first asked, and from then on only clusters them.</summary>
internal sealed class KMeansClusterer(FeatureMatrix matrix, KMeansOptions options) : Clusterer
{
    private readonly Lock _turn = new();
    private KMeansSweep? _sweep;

    public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken) =>
        SweepOnce(cancellationToken).At(clusterCount, cancellationToken);

    public override ClusteringResult? Preview(int clusterCount, CancellationToken cancellationToken) =>
        matrix.Rows > KMeans.PreviewedFromRows ? SweepOnce(cancellationToken).Preview(clusterCount, cancellationToken) : null;

    // Whoever comes while the rows are prepared waits for it; if that caller cancels, the next one in line prepares them.
    private KMeansSweep SweepOnce(CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            return _sweep ??= new KMeansSweep(matrix, options, cancellationToken);
        }
    }
}

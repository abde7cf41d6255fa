using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Prepares the rows when first asked, and from then on only clusters them.</summary>
internal sealed class KMeansClusterer(FeatureMatrix matrix, KMeansOptions options) : Clusterer
{
    private readonly Once<KMeansSweep> _sweep = new(token => new KMeansSweep(matrix, options, token));

    public override ClusteringResult Fit(int clusterCount, CancellationToken cancellationToken) =>
        _sweep.Get(cancellationToken).At(clusterCount, cancellationToken);

    public override ClusteringResult? Preview(int clusterCount, CancellationToken cancellationToken) =>
        matrix.Rows > KMeans.PreviewedFromRows ? _sweep.Get(cancellationToken).Preview(clusterCount, cancellationToken) : null;
}

using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>Every algorithm by name, asked in the same way, for what must be true of all of them.</summary>
internal static class Algorithms
{
    public const string Hdbscan = "HDBSCAN";

    private static readonly Dictionary<string, Func<FeatureMatrix, int, ClusteringResult>> s_fits = new()
    {
        ["k-means"] = (matrix, count) => KMeans.Fit(matrix, new KMeansOptions { ClusterCount = count }),
        ["k-means from a start"] = (matrix, count) => KMeans.FitFrom(matrix, FirstDifferentRows(matrix, count), new KMeansOptions { ClusterCount = count }),
        ["bisecting k-means"] = (matrix, count) => BisectingKMeans.Fit(matrix, new BisectingKMeansOptions { ClusterCount = count }),
        ["k-POD"] = (matrix, count) => KPod.Fit(matrix, NoneMissing(matrix), new KPodOptions { ClusterCount = count }),
        ["k-medoids"] = (matrix, count) => KMedoids.Fit(matrix, new KMedoidsOptions { ClusterCount = count }),
        ["k-prototypes"] = (matrix, count) => KPrototypes.Fit(matrix, new KPrototypesOptions { ClusterCount = count }),
        ["full mixture"] = (matrix, count) => GaussianMixture.Fit(matrix, Mixture(CovarianceShape.Full, count)),
        ["diagonal mixture"] = (matrix, count) => GaussianMixture.Fit(matrix, Mixture(CovarianceShape.Diagonal, count)),
        ["tied mixture"] = (matrix, count) => GaussianMixture.Fit(matrix, Mixture(CovarianceShape.Tied, count)),
        ["spherical mixture"] = (matrix, count) => GaussianMixture.Fit(matrix, Mixture(CovarianceShape.Spherical, count)),
        ["Ward's linkage"] = (matrix, count) => Agglomeration.Fit(matrix, new HierarchyOptions { Linkage = Linkage.Ward, ClusterCount = count }),
        ["average linkage"] = (matrix, count) => Agglomeration.Fit(matrix, new HierarchyOptions { Linkage = Linkage.Average, ClusterCount = count }),
        ["complete linkage"] = (matrix, count) => Agglomeration.Fit(matrix, new HierarchyOptions { Linkage = Linkage.Complete, ClusterCount = count }),
        [Hdbscan] = (matrix, _) => Core.Clustering.Density.Hdbscan.Fit(matrix, new DensityOptions { MinClusterSize = 5 }),
    };

    public static TheoryData<string> Names { get; } = [.. s_fits.Keys];

    public static ClusteringResult Fit(string name, FeatureMatrix matrix, int clusterCount) => s_fits[name](matrix, clusterCount);

    private static GaussianMixtureOptions Mixture(CovarianceShape shape, int count) => new() { Shape = shape, ClusterCount = count };

    private static MissingCells NoneMissing(FeatureMatrix matrix) => MissingCells.Where(matrix.Rows, matrix.Columns, (_, _) => false);

    private static double[] FirstDifferentRows(FeatureMatrix matrix, int count)
    {
        var rows = Enumerable.Range(0, matrix.Rows).Where(row => matrix.WeightOf(row) > 0)
            .Select(row => Enumerable.Range(0, matrix.Columns).Select(column => matrix[row, column]).ToArray());
        return [.. rows.DistinctBy(row => string.Join(';', row)).Take(count).SelectMany(row => row)];
    }
}

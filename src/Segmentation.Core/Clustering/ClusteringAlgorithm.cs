namespace Segmentation.Core.Clustering;

/// <summary>The ways in which segments can be found.</summary>
public enum ClusteringAlgorithm
{
    /// <summary>Around means: <see cref="Centroids.KMeans"/>, and <see cref="Centroids.KPod"/> where cells are missing.</summary>
    KMeans,

    /// <summary>Around rows of the data: <see cref="Medoids.KMedoids"/>.</summary>
    KMedoids,

    /// <summary>Overlapping normal distributions: <see cref="Mixtures.GaussianMixture"/>.</summary>
    GaussianMixture,

    /// <summary>A tree of merges, cut: <see cref="Hierarchy.Agglomeration"/>.</summary>
    Hierarchy,

    /// <summary>Dense regions of any shape: <see cref="Density.Hdbscan"/>.</summary>
    Hdbscan,

    /// <summary>Around means and most frequent categories: <see cref="Prototypes.KPrototypes"/>.</summary>
    KPrototypes,

    /// <summary>Means, found by splitting in two again and again: <see cref="Centroids.BisectingKMeans"/>.</summary>
    BisectingKMeans,
}

/// <summary>What sets the algorithms apart for those who ask.</summary>
public static class ClusteringAlgorithms
{
    /// <summary>True where the number of clusters is found and not given.</summary>
    public static bool FindsCount(this ClusteringAlgorithm algorithm) => algorithm == ClusteringAlgorithm.Hdbscan;

    /// <summary>
    /// True where <see cref="ClusteringOptions.Restarts"/> counts. The others need no starts, or make a fixed number: each takes long and
    /// begins at a good place.
    /// </summary>
    public static bool UsesRestarts(this ClusteringAlgorithm algorithm) =>
        algorithm is ClusteringAlgorithm.KMeans or ClusteringAlgorithm.KPrototypes or ClusteringAlgorithm.BisectingKMeans;

    /// <summary>True where rows with missing cells can be clustered as they are.</summary>
    public static bool KeepsMissing(this ClusteringAlgorithm algorithm) => algorithm == ClusteringAlgorithm.KMeans;
}

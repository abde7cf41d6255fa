namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>Clusters and their distances while they are being merged. At first cluster i is leaf i.</summary>
internal interface ILinkageSpace
{
    /// <summary>The other cluster nearest to one of at least two, and its distance, the same number from both sides.</summary>
    (int Other, double Distance) Nearest(int cluster);

    /// <summary>Makes one of two; it goes by the number of <paramref name="kept"/>, the higher one.</summary>
    void Merge(int kept, int gone);

    /// <summary>The height in the dendrogram of a distance.</summary>
    double Height(double distance);
}

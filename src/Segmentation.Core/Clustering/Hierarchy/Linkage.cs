namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>How far two clusters are from each other. All three never put a merge below those it is made of.</summary>
public enum Linkage
{
    /// <summary>By how much the inertia grows: sqrt(2 a b / (a + b)) times the distance of the centroids, a and b the weights (Ward
    /// 1963, heights as scipy's).</summary>
    Ward,

    /// <summary>The mean of all distances between their rows, weighted by the rows' weights.</summary>
    Average,

    /// <summary>The largest distance between their rows; weights play no part.</summary>
    Complete,
}

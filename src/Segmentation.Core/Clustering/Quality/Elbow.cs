namespace Segmentation.Core.Clustering.Quality;

/// <summary>Where a curve bends most: Kneedle (Satopaa, Albrecht, Irwin and Raghavan 2011), as in kneed 0.8.6, with S = 1.</summary>
public static class Elbow
{
    /// <summary>The x of the knee of a decreasing convex curve, such as inertia over k; null when there is none.</summary>
    public static double? Find(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => throw new NotSupportedException();
}

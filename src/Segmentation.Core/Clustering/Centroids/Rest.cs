namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Where one start came to rest: k x columns centres, row after row, and the inertia around them.</summary>
internal sealed record Rest(double[] Centres, double Inertia, int Iterations);

namespace Segmentation.Core.Clustering.Quality;

/// <summary>How much closer rows are to their own cluster than to the next: (b - a) / max(a, b), from -1 to 1 (Rousseeuw 1987).</summary>
/// <param name="Mean">Weighted mean over all rows; over the sample, each cluster counted by its true size, when
/// <paramref name="IsSampled"/>.</param>
/// <param name="ByCluster">Mean per cluster.</param>
/// <param name="Rows">The rows looked at, ascending.</param>
/// <param name="Values">The silhouette of each of <paramref name="Rows"/>; 0 for a cluster of one.</param>
/// <param name="IsSampled">True when <paramref name="Rows"/> are a stratified sample and not all rows.</param>
public sealed record SilhouetteResult(double Mean, double[] ByCluster, int[] Rows, double[] Values, bool IsSampled);

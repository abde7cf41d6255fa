namespace Segmentation.Core.Clustering.Quality;

/// <summary>How much lower the inertia is than that of rows without any clusters, by number of clusters.</summary>
/// <param name="Gaps">For k = 1, 2 ...: the references' mean logarithm of the inertia less that of the rows. It ends before the first k
/// whose inertia is 0, which has no logarithm.</param>
/// <param name="Errors">For each k the population deviation of the references' logarithms times sqrt(1 + 1/B).</param>
/// <param name="References">B, how many references these are of.</param>
/// <param name="IsSampled">True when a sample stands for the rows.</param>
public sealed record GapResult(double[] Gaps, double[] Errors, int References, bool IsSampled)
{
    /// <summary>
    /// The smallest k with Gap(k) >= Gap(k + 1) - s(k + 1); 1 says that there are no clusters. Null when no k of those looked at will do.
    /// </summary>
    public int? ClusterCount
    {
        get
        {
            for (var count = 1; count < Gaps.Length; count++)
            {
                if (Gaps[count - 1] >= Gaps[count] - Errors[count])
                {
                    return count;
                }
            }

            return null;
        }
    }
}

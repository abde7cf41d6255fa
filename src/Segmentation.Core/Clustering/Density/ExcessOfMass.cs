namespace Segmentation.Core.Clustering.Density;

/// <summary>
/// Chooses clusters that do not overlap and together are most stable (Campello, Moulavi and Sander 2013). A cluster as stable as all its
/// parts together is taken whole. Everything in one cluster is chosen only where nothing ever splits.
/// </summary>
internal static class ExcessOfMass
{
    /// <summary>For each cluster the chosen one that it is, or is a part of; -1 where there is none.</summary>
    public static int[] Choose(List<CondensedCluster> clusters)
    {
        if (clusters.Count == 1)
        {
            return [0];
        }

        var isBest = BetterThanItsParts(clusters);
        var chosen = new int[clusters.Count];
        chosen[0] = -1;
        for (var cluster = 1; cluster < chosen.Length; cluster++)
        {
            var above = chosen[clusters[cluster].Parent];
            chosen[cluster] = above < 0 && isBest[cluster] ? cluster : above;
        }

        return chosen;
    }

    private static bool[] BetterThanItsParts(List<CondensedCluster> clusters)
    {
        var isBest = new bool[clusters.Count];
        var ofParts = new double[clusters.Count];
        for (var cluster = clusters.Count - 1; cluster > 0; cluster--)
        {
            isBest[cluster] = clusters[cluster].Stability >= ofParts[cluster];
            ofParts[clusters[cluster].Parent] += isBest[cluster] ? clusters[cluster].Stability : ofParts[cluster];
        }

        return isBest;
    }
}

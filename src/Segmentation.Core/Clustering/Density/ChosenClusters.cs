using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Core.Clustering.Density;

/// <summary>The clusters chosen from a condensed tree, in no meaningful order.</summary>
/// <param name="Labels">Per row its cluster or <see cref="ClusteringResult.Unassigned"/>.</param>
/// <param name="Probabilities">Per row its density over the greatest of its cluster, at most 1; 0 when unassigned.</param>
/// <param name="Persistence">Per cluster its stability over its weight times the greatest density of all.</param>
internal sealed record ChosenClusters(byte[] Labels, double[] Probabilities, double[] Persistence)
{
    /// <summary>Chooses by excess of mass, at most <see cref="KMeansOptions.MaxClusters"/>: the heaviest.</summary>
    public static ChosenClusters Of(CondensedTree tree, double[] weights)
    {
        var chosen = ExcessOfMass.Choose(tree.Clusters);
        int[] owners = Array.ConvertAll(tree.ClusterOf, cluster => chosen[cluster]);
        var masses = new double[tree.Clusters.Count];
        for (var row = 0; row < owners.Length; row++)
        {
            masses[owners[row] < 0 ? 0 : owners[row]] += owners[row] < 0 ? 0 : weights[row];
        }

        int[] kept = [.. Enumerable.Range(0, masses.Length).Where(cluster => masses[cluster] > 0)
            .OrderByDescending(cluster => masses[cluster]).Take(KMeansOptions.MaxClusters)];
        var numbers = kept.Select((cluster, number) => (cluster, (byte)number)).ToDictionary();
        byte[] labels = [.. owners.Select(owner => numbers.GetValueOrDefault(owner, ClusteringResult.Unassigned))];
        var densest = tree.Clusters.Max(cluster => cluster.Death);
        return new ChosenClusters(
            labels,
            [.. labels.Select((label, row) => label == ClusteringResult.Unassigned ? 0 : Depth(row))],
            [.. kept.Select(cluster => Of(cluster).Stability / (masses[cluster] * densest))]);

        CondensedCluster Of(int cluster) => tree.Clusters[cluster];

        double Depth(int row) => Math.Min(1, tree.Densities[row] / Of(owners[row]).Death);
    }
}

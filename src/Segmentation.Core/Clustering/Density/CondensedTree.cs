using Segmentation.Core.Clustering.Hierarchy;

namespace Segmentation.Core.Clustering.Density;

/// <summary>A cluster that lives from one density to another. A density is one over a distance.</summary>
/// <param name="parent">The cluster it is a part of, or -1.</param>
/// <param name="birth">Density from which on it is a cluster of its own.</param>
internal sealed class CondensedCluster(int parent, double birth)
{
    public int Parent => parent;

    public double Birth { get; } = birth;

    /// <summary>Density at which the last of it falls apart.</summary>
    public double Death { get; private set; } = birth;

    /// <summary>Excess of mass: sum over its rows of weight times the range of densities in which they belong to it.</summary>
    public double Stability { get; private set; }

    /// <summary>Rows of the given weight leave it, to be unassigned or a cluster of their own.</summary>
    public void Lose(double mass, double density)
    {
        Stability += mass * (density - Birth);
        Death = Math.Max(Death, density);
    }
}

/// <summary>
/// What becomes of the clusters as the density asked for grows (Campello, Moulavi and Sander 2013): a cluster loses rows that are too few
/// to be one, or splits into at least two, or falls apart. Merges of one height are undone at once, so that it does not matter
/// which of several minimum spanning trees they are from.
/// </summary>
internal sealed class CondensedTree
{
    private readonly DendrogramMerge[] _merges;
    private readonly double[] _cores;
    private readonly double[] _masses;
    private readonly double _minMass;
    private readonly double _densestDistance;
    private readonly Stack<(int Node, int Cluster)> _waiting = new();

    private CondensedTree(DendrogramMerge[] merges, double[] cores, double[] weights, double minMass)
    {
        (_merges, _cores, _minMass) = (merges, cores, minMass);
        _masses = [.. weights, .. new double[merges.Length]];
        for (var i = 0; i < merges.Length; i++)
        {
            _masses[weights.Length + i] = _masses[merges[i].Left] + _masses[merges[i].Right];
        }

        // Equal rows have no distance, and would outweigh everything: they count as if half as far as the nearest others.
        var nearest = merges.Select(merge => merge.Height).Concat(cores).Where(height => height > 0).DefaultIfEmpty(2).Min();
        _densestDistance = nearest / 2;
        (ClusterOf, Densities) = (new int[weights.Length], new double[weights.Length]);
    }

    /// <summary>All clusters, parents before their parts; the first is everything.</summary>
    public List<CondensedCluster> Clusters { get; } = [new(parent: -1, birth: 0)];

    /// <summary>For each row the last cluster it belongs to.</summary>
    public int[] ClusterOf { get; }

    /// <summary>For each row the density at which it leaves that.</summary>
    public double[] Densities { get; }

    /// <summary>Condenses the merges of a spanning tree.</summary>
    /// <param name="merges">Over all rows, lowest first; heights are mutual reachability.</param>
    /// <param name="cores">Core distance of each row, at which a row that is heavy enough to be a cluster falls apart.</param>
    /// <param name="weights">Weight of each row.</param>
    /// <param name="minMass">Least weight of a cluster.</param>
    public static CondensedTree Of(DendrogramMerge[] merges, double[] cores, double[] weights, double minMass)
    {
        var tree = new CondensedTree(merges, cores, weights, minMass);
        tree._waiting.Push((tree._masses.Length - 1, 0));
        while (tree._waiting.TryPop(out var next))
        {
            tree.Follow(next.Node, next.Cluster);
        }

        return tree;
    }

    /// <summary>Follows a cluster to its end.</summary>
    private void Follow(int node, int cluster)
    {
        while (node >= _cores.Length)
        {
            var density = Density(_merges[node - _cores.Length].Height);
            var parts = PartsOf(node).ToLookup(part => _masses[part] >= _minMass);
            foreach (var part in parts[false])
            {
                Drop(part, cluster, density);
            }

            if (parts[true].Count() != 1)
            {
                Split(parts[true], cluster, density);
                return;
            }

            node = parts[true].Single();
        }

        Drop(node, cluster, Density(_cores[node]));
    }

    private void Split(IEnumerable<int> parts, int cluster, double density)
    {
        foreach (var part in parts)
        {
            Clusters[cluster].Lose(_masses[part], density);
            _waiting.Push((part, Clusters.Count));
            Clusters.Add(new CondensedCluster(cluster, density));
        }
    }

    private void Drop(int node, int cluster, double density)
    {
        Clusters[cluster].Lose(_masses[node], density);
        var waiting = new Stack<int>([node]);
        while (waiting.TryPop(out var part))
        {
            if (part < _cores.Length)
            {
                (ClusterOf[part], Densities[part]) = (cluster, density);
            }
            else
            {
                waiting.Push(_merges[part - _cores.Length].Left);
                waiting.Push(_merges[part - _cores.Length].Right);
            }
        }
    }

    /// <summary>What is left of a node when all its merges of one height are undone.</summary>
    private List<int> PartsOf(int node)
    {
        var height = _merges[node - _cores.Length].Height;
        var (parts, waiting) = (new List<int>(), new Stack<int>([node]));
        while (waiting.TryPop(out var part))
        {
            if (part >= _cores.Length && _merges[part - _cores.Length].Height == height)
            {
                waiting.Push(_merges[part - _cores.Length].Left);
                waiting.Push(_merges[part - _cores.Length].Right);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    private double Density(double distance) => 1 / (distance > 0 ? distance : _densestDistance);
}

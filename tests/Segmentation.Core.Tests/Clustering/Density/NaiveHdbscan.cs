using Segmentation.Core.Clustering;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering.Density;

/// <summary>
/// HDBSCAN* from its definition: all mutual reachabilities in a table, and at each of them, from the largest on, the connected parts of
/// the graph of those that are smaller. No spanning tree, and nothing shared with the code it checks.
/// </summary>
internal sealed class NaiveHdbscan
{
    private readonly double[] _weights;
    private readonly double[,] _reach;
    private readonly double _minMass;
    private readonly double _zero;
    private readonly double[] _densities;

    public NaiveHdbscan(FeatureMatrix matrix, double minMass, double sampleMass)
    {
        _minMass = minMass;
        _weights = matrix.IsWeighted ? matrix.Weights.ToArray() : [.. Enumerable.Repeat(1.0, matrix.Rows)];
        var all = Enumerable.Range(0, matrix.Rows).ToArray();
        double[] cores = [.. all.Select(row => Core(matrix, row, sampleMass))];
        _reach = new double[matrix.Rows, matrix.Rows];
        foreach (var (left, right) in all.SelectMany(left => all.Select(right => (left, right))))
        {
            _reach[left, right] = Math.Max(Distance(matrix, left, right), Math.Max(cores[left], cores[right]));
        }

        var positive = _reach.Cast<double>().Where(reach => reach > 0);
        _zero = positive.DefaultIfEmpty(2).Min() / 2;
        _densities = new double[matrix.Rows];
        Labels = [.. Enumerable.Repeat(ClusteringResult.Unassigned, matrix.Rows)];
        var root = Follow(all, 0);
        Node[] chosen = root.Parts.Count == 0 ? [root] : [.. root.Parts.SelectMany(part => Best(part).Chosen)];
        foreach (var (number, node) in chosen.Index())
        {
            Array.ForEach(node.Rows, row => Labels[row] = (byte)number);
        }

        var densest = _densities.Max();
        Persistence = [.. chosen.Select(node => node.Stability / (Mass(node.Rows) * densest))];
        Probabilities = [.. all.Select(row => Labels[row] == ClusteringResult.Unassigned ? 0 : Math.Min(1, _densities[row] / chosen[Labels[row]].Death))];
    }

    public byte[] Labels { get; }

    public double[] Persistence { get; }

    public double[] Probabilities { get; }

    /// <summary>True when a cluster is as stable as its parts but for rounding, so that either may be chosen.</summary>
    public bool IsClose { get; private set; }

    public static double Distance(FeatureMatrix matrix, int left, int right) =>
        Math.Sqrt(Enumerable.Range(0, matrix.Columns).Sum(column => Math.Pow(matrix[left, column] - matrix[right, column], 2)));

    public static double Core(FeatureMatrix matrix, int row, double sampleMass)
    {
        double[] nearest = [.. Enumerable.Range(0, matrix.Rows).Select(other => Distance(matrix, row, other)).Order()];
        return nearest.Cast<double?>().FirstOrDefault(radius => MassWithin(radius!.Value) >= sampleMass) ?? nearest[^1];

        double MassWithin(double radius) => Enumerable.Range(0, matrix.Rows).Where(other => Distance(matrix, row, other) <= radius)
            .Sum(other => matrix.IsWeighted ? matrix.Weights[other] : 1);
    }

    public static List<int[]> Connected(int[] rows, Func<int, int, bool> areLinked)
    {
        var parts = new List<int[]>();
        var left = rows.ToHashSet();
        while (left.Count > 0)
        {
            var part = new List<int> { left.First() };
            left.Remove(part[0]);
            for (var i = 0; i < part.Count; i++)
            {
                int[] linked = [.. left.Where(row => areLinked(part[i], row))];
                part.AddRange(linked);
                left.ExceptWith(linked);
            }

            parts.Add([.. part]);
        }

        return parts;
    }

    private Node Follow(int[] rows, double birth)
    {
        var node = new Node(rows);
        for (var now = rows; ;)
        {
            var (height, parts) = Fall(now);
            var density = 1 / (height > 0 ? height : _zero);
            int[][] large = [.. parts.Where(part => Mass(part) >= _minMass)];
            var staying = large.Length == 1 ? large[0] : [];
            int[] leaving = [.. now.Except(staying)];
            node.Stability += Mass(leaving) * (density - birth);
            node.Death = density;
            Array.ForEach([.. leaving.Except(large.SelectMany(part => part))], row => _densities[row] = density);
            if (large.Length != 1)
            {
                node.Parts.AddRange(large.Select(part => Follow(part, density)));
                return node;
            }

            now = staying;
        }
    }

    /// <summary>The largest height at which the rows fall apart, and into what; a single row does at its core distance, into
    /// nothing.</summary>
    private (double Height, List<int[]> Parts) Fall(int[] rows)
    {
        if (rows.Length == 1)
        {
            return (_reach[rows[0], rows[0]], []);
        }

        foreach (var height in rows.SelectMany(left => rows.Where(right => right != left).Select(right => _reach[left, right])).Distinct().OrderDescending())
        {
            var parts = Connected(rows, (left, right) => _reach[left, right] < height);
            if (parts.Count > 1)
            {
                return (height, parts);
            }
        }

        throw new InvalidOperationException("Below the least height no two rows are linked.");
    }

    private (double Stability, Node[] Chosen) Best(Node node)
    {
        var parts = node.Parts.Select(Best).ToArray();
        var together = parts.Sum(part => part.Stability);
        IsClose |= node.Parts.Count > 0 && Math.Abs(together - node.Stability) < 1e-9;
        return node.Stability >= together ? (node.Stability, [node]) : (together, [.. parts.SelectMany(part => part.Chosen)]);
    }

    private double Mass(int[] rows) => rows.Sum(row => _weights[row]);

    private sealed class Node(int[] rows)
    {
        public int[] Rows => rows;

        public List<Node> Parts { get; } = [];

        public double Stability { get; set; }

        public double Death { get; set; }
    }
}

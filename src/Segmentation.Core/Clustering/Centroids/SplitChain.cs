using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// One start more for every number of clusters: that of one cluster fewer, with the cluster of the largest inertia split in two, and
/// brought to rest. It finds small groups far from the others, which starts drawn by chance rarely do.
/// </summary>
internal sealed class SplitChain(KMeansRows rows, KMeansOptions options, double threshold)
{
    // Beyond any restart's stream.
    private const int FirstStream = 1 << 30;
    private const int Candidates = 8;

    private readonly Lock _gate = new();
    private readonly List<Rest> _links = [];

    // Those of the last link.
    private byte[] _labels = [];

    /// <summary>Where the chain's start for so many clusters came to rest.</summary>
    public Rest At(int clusters, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            while (_links.Count < clusters)
            {
                _links.Add(Next(cancellationToken));
            }

            return _links[clusters - 1];
        }
    }

    private Rest Next(CancellationToken cancellationToken)
    {
        var matrix = rows.Matrix;
        var start = new double[matrix.Columns];
        matrix.CopyRow(0, start);
        start = _links.Count == 0 ? start : Split(_links[^1].Centres);
        var lloyd = new Lloyd(rows, start, _links.Count + 1, Chunks.ThreadsFor(options.Threads));
        var iterations = lloyd.Run(options.MaxIterations, threshold, cancellationToken);
        var rest = lloyd.RestAfter(iterations, cancellationToken);
        _labels = lloyd.Labels.ToArray();
        return rest;
    }

    private double[] Split(double[] centres)
    {
        var matrix = rows.Matrix;
        var distances = EmptyClusters.DistancesToOwnCentre(matrix, _labels, centres);
        for (var row = 0; row < distances.Length && matrix.IsWeighted; row++)
        {
            distances[row] *= matrix.Weights[row];
        }

        var worst = Worst(_labels, distances, centres.Length / matrix.Columns);
        int[] members = [.. Enumerable.Range(0, _labels.Length).Where(row => _labels[row] == worst)];
        var random = new SeededRandom(options.Seed, FirstStream + _links.Count);
        var best = Enumerable.Range(0, Candidates).Select(_ => Draw(members, distances, random)).MinBy(row => Potential(members, distances, row));
        var added = new double[matrix.Columns];
        matrix.CopyRow(best, added);
        return [.. centres, .. added];
    }

    private static int Worst(byte[] labels, double[] distances, int clusters)
    {
        var inertias = new double[clusters];
        for (var row = 0; row < labels.Length; row++)
        {
            inertias[labels[row]] += distances[row];
        }

        return Array.IndexOf(inertias, inertias.Max());
    }

    /// <summary>A row by weight times squared distance to its centre.</summary>
    private static int Draw(int[] members, double[] distances, SeededRandom random)
    {
        var target = random.NextDouble() * members.Sum(row => distances[row]);
        foreach (var row in members)
        {
            target -= distances[row];
            if (target < 0)
            {
                return row;
            }
        }

        return members[^1];
    }

    /// <summary>The cluster's inertia with a centre more at <paramref name="candidate"/>.</summary>
    private double Potential(int[] members, double[] distances, int candidate)
    {
        var matrix = rows.Matrix;
        var sum = 0.0;
        foreach (var row in members)
        {
            var squares = 0.0;
            for (var column = 0; column < matrix.Columns; column++)
            {
                var difference = matrix[row, column] - matrix[candidate, column];
                squares += difference * difference;
            }

            sum += Math.Min(distances[row], squares * matrix.WeightOf(row));
        }

        return sum;
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Clustering.Centroids;

/// <summary>
/// Lloyd's iterations as one would write them first, row by row, every sum anew: what the fast one must agree with. Fused
/// multiply-add in column order, so that equal distances are equal in both.
/// </summary>
internal sealed class NaiveLloyd(FeatureMatrix matrix, double[] start, int clusters)
{
    private readonly int[] _labels = [.. Enumerable.Repeat(-1, matrix.Rows)];

    public double[] Centres { get; } = (double[])start.Clone();

    public double Inertia => Rows.Sum(row => Weight(row) * Distance(row, _labels[row]));

    private IEnumerable<int> Rows => Enumerable.Range(0, matrix.Rows);

    private IEnumerable<int> Clusters => Enumerable.Range(0, clusters);

    public void Run(int maxIterations)
    {
        var moved = true;
        for (var iteration = 0; iteration < maxIterations && moved && Assign(); iteration++)
        {
            FillEmptyClusters();
            moved = MoveCentres();
        }

        Assign();
    }

    /// <summary>Labels with clusters numbered by weight descending, then by coordinates.</summary>
    public byte[] LabelsLargestFirst()
    {
        var order = Clusters
            .OrderByDescending(cluster => Members(cluster).Sum(Weight))
            .ThenBy(cluster => cluster, Comparer<int>.Create((left, right) => Centre(left).SequenceCompareTo(Centre(right))))
            .ToList();
        return [.. _labels.Select(label => (byte)order.IndexOf(label))];
    }

    private bool Assign()
    {
        var changed = false;
        foreach (var row in Rows)
        {
            var nearest = Clusters.MinBy(cluster => Distance(row, cluster));
            changed |= nearest != _labels[row];
            _labels[row] = nearest;
        }

        return changed;
    }

    private void FillEmptyClusters()
    {
        var farthest = Rows.OrderByDescending(row => Distance(row, _labels[row])).ToList();
        foreach (var empty in Clusters.Where(cluster => !Members(cluster).Any()).ToList())
        {
            var row = farthest.First(row => Members(_labels[row]).Count() > 1);
            farthest.Remove(row);
            _labels[row] = empty;
        }
    }

    private bool MoveCentres()
    {
        var before = (double[])Centres.Clone();
        for (var i = 0; i < Centres.Length; i++)
        {
            var (cluster, column) = (i / matrix.Columns, i % matrix.Columns);
            Centres[i] = Members(cluster).Sum(row => Weight(row) * matrix[row, column]) / Members(cluster).Sum(Weight);
        }

        return !before.SequenceEqual(Centres);
    }

    private IEnumerable<int> Members(int cluster) => Rows.Where(row => _labels[row] == cluster);

    private double Weight(int row) => matrix.IsWeighted ? matrix.Weights[row] : 1;

    private ReadOnlySpan<double> Centre(int cluster) => Centres.AsSpan(cluster * matrix.Columns, matrix.Columns);

    private double Distance(int row, int cluster)
    {
        var sum = 0.0;
        for (var column = 0; column < matrix.Columns; column++)
        {
            var difference = matrix[row, column] - Centres[(cluster * matrix.Columns) + column];
            sum = Math.FusedMultiplyAdd(difference, difference, sum);
        }

        return sum;
    }
}

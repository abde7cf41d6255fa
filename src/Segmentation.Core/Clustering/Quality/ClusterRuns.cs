using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>
/// Rows copied so that each cluster is one run of whole tiles: a sum of distances to a cluster is then a loop without
/// a look at labels. Filled up with zeros of weight zero.
/// </summary>
internal sealed class ClusterRuns
{
    /// <summary>Sorts the given rows, whose labels are <paramref name="labels"/>, stably by cluster.</summary>
    public ClusterRuns(FeatureMatrix matrix, byte[] labels, int clusters)
    {
        Columns = matrix.Columns;
        Starts = new int[clusters + 1];
        Masses = new double[clusters];
        Counts = new int[clusters];
        foreach (var label in labels)
        {
            Counts[label]++;
        }

        for (var cluster = 0; cluster < clusters; cluster++)
        {
            Starts[cluster + 1] = Starts[cluster] + RowTiles.RoundUp(Counts[cluster]);
        }

        Length = Starts[clusters];
        Cells = new double[Length * Columns];
        Weights = new double[Length];
        Rows = new int[Length];
        Array.Fill(Rows, -1);
        Place(matrix, labels);
    }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Places in all runs together.</summary>
    public int Length { get; }

    /// <summary>Column-major, <see cref="Length"/> numbers a column.</summary>
    public double[] Cells { get; }

    /// <summary>Weight at each place, 0 where it is only filled up.</summary>
    public double[] Weights { get; }

    /// <summary>Row at each place, -1 where it is only filled up.</summary>
    public int[] Rows { get; }

    /// <summary>First place of each cluster, and the end of the last.</summary>
    public int[] Starts { get; }

    /// <summary>Weight of each cluster.</summary>
    public double[] Masses { get; }

    /// <summary>Rows of each cluster.</summary>
    public int[] Counts { get; }

    private void Place(FeatureMatrix matrix, byte[] labels)
    {
        var next = Starts.AsSpan(0, Counts.Length).ToArray();
        var places = new int[labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            var place = places[row] = next[labels[row]]++;
            Rows[place] = row;
            Weights[place] = matrix.WeightOf(row);
            Masses[labels[row]] += Weights[place];
        }

        for (var column = 0; column < Columns; column++)
        {
            var source = matrix.Column(column);
            var target = Cells.AsSpan(column * Length, Length);
            for (var row = 0; row < source.Length; row++)
            {
                target[places[row]] = source[row];
            }
        }
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>How far each row is from each medoid, and which two are nearest.</summary>
internal sealed class MedoidDistances
{
    // With a single medoid there is no next one; this much beyond twice the longest distance, no row is nearer to any other.
    private const double BeyondAll = 2 * (1 + 1e-9);

    private readonly FeatureMatrix _matrix;
    private readonly double[] _all;
    private readonly byte[] _secondLabels;
    private double _beyond;

    /// <summary>Makes room for one matrix and number of medoids.</summary>
    public MedoidDistances(FeatureMatrix matrix, int clusters)
    {
        _matrix = matrix;
        var padded = RowTiles.RoundUp(matrix.Rows);
        _all = new double[clusters * matrix.Rows];
        _secondLabels = new byte[padded];
        Medoids = new int[clusters];
        Nearest = new double[padded];
        Second = new double[padded];
        Labels = new byte[padded];
        Removal = new double[clusters];
    }

    /// <summary>The row of each medoid.</summary>
    public int[] Medoids { get; }

    /// <summary>
    /// Per row the distance to its nearest medoid; ties to the lower number. Filled up with 0 to whole tiles, as all that is per row.
    /// </summary>
    public double[] Nearest { get; }

    /// <summary>Per row the distance to the second nearest medoid.</summary>
    public double[] Second { get; }

    /// <summary>Per row the number of its nearest medoid.</summary>
    public byte[] Labels { get; }

    /// <summary>Per medoid what the loss would grow by without it.</summary>
    public double[] Removal { get; }

    /// <summary>Sum over rows of weight times distance to the nearest medoid.</summary>
    public double Loss { get; private set; }

    /// <summary>Measures everything from the given medoids, one row each.</summary>
    public void Begin(int[] medoids)
    {
        for (var medoid = 0; medoid < medoids.Length; medoid++)
        {
            Measure(medoid, medoids[medoid]);
        }

        _beyond = BeyondAll * _all.Max();
        for (var row = 0; row < _matrix.Rows; row++)
        {
            FindTwo(row);
        }

        AddUp();
    }

    /// <summary>Puts another row in a medoid's place.</summary>
    public void Replace(int medoid, int by)
    {
        Measure(medoid, by);
        var distances = _all.AsSpan(medoid * _matrix.Rows, _matrix.Rows);
        for (var row = 0; row < distances.Length; row++)
        {
            if (Labels[row] == medoid || _secondLabels[row] == medoid || distances[row] <= Second[row])
            {
                FindTwo(row);
            }
        }

        AddUp();
    }

    private void Measure(int medoid, int from)
    {
        Medoids[medoid] = from;
        var distances = _all.AsSpan(medoid * _matrix.Rows, _matrix.Rows);
        distances.Clear();
        for (var column = 0; column < _matrix.Columns; column++)
        {
            var cells = _matrix.Column(column);
            for (var row = 0; row < cells.Length; row++)
            {
                var difference = cells[row] - cells[from];
                distances[row] += difference * difference;
            }
        }

        foreach (ref var distance in distances)
        {
            distance = Math.Sqrt(distance);
        }
    }

    private void FindTwo(int row)
    {
        var (nearest, second) = (double.PositiveInfinity, double.PositiveInfinity);
        var (label, next) = (0, 0);
        for (var medoid = 0; medoid < Medoids.Length; medoid++)
        {
            var distance = _all[(medoid * _matrix.Rows) + row];
            if (distance < nearest)
            {
                (second, next, nearest, label) = (nearest, label, distance, medoid);
            }
            else if (distance < second)
            {
                (second, next) = (distance, medoid);
            }
        }

        (Nearest[row], Labels[row]) = (nearest, (byte)label);
        (Second[row], _secondLabels[row]) = (Medoids.Length > 1 ? second : _beyond, (byte)next);
    }

    private void AddUp()
    {
        Array.Clear(Removal);
        Loss = 0;
        for (var row = 0; row < _matrix.Rows; row++)
        {
            var weight = _matrix.WeightOf(row);
            Removal[Labels[row]] += weight * (Second[row] - Nearest[row]);
            Loss += weight * Nearest[row];
        }
    }
}

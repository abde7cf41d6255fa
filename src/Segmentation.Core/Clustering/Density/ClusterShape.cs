using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>A few rows that stand for a cluster of any shape, and how far it reaches about them.</summary>
internal sealed class ClusterShape
{
    private const int Lanes = CompactRows.Lanes;

    private readonly double[] _cells;
    private readonly int _stride;

    private ClusterShape(double[] cells, int stride, double reach) => (_cells, _stride, Reach) = (cells, stride, reach);

    /// <summary>Rows at most so far from a row that stands for the cluster belong to it.</summary>
    public double Reach { get; }

    /// <summary>
    /// The densest row, and then again and again the row farthest from those chosen (Gonzalez 1985): they follow the cluster wherever it
    /// goes. It reaches as far as its row farthest from them, and beyond it as far as the largest core distance of its rows.
    /// </summary>
    /// <param name="rows">All rows of the cluster, at least one.</param>
    /// <param name="coreSquares">Squares of their core distances.</param>
    /// <param name="count">How many rows are to stand for it; fewer do where fewer differ.</param>
    public static ClusterShape Of(FeatureMatrix rows, double[] coreSquares, int count)
    {
        var chosen = new List<int>();
        var squares = new double[rows.Rows];
        Array.Fill(squares, double.PositiveInfinity);
        var next = Array.IndexOf(coreSquares, coreSquares.Min());
        while (chosen.Count < count && squares[next] > 0)
        {
            chosen.Add(next);
            Approach(rows, next, squares);
            next = Array.IndexOf(squares, squares.Max());
        }

        return StandingFor(rows.Take([.. chosen]), Math.Sqrt(squares[next]) + Math.Sqrt(coreSquares.Max()));
    }

    /// <summary>The same shape with another reach.</summary>
    public ClusterShape WithReach(double reach) => new(_cells, _stride, reach);

    /// <summary>Distance of a row to the nearest row that stands for the cluster.</summary>
    public unsafe double DistanceTo(ReadOnlySpan<double> row)
    {
        var nearest = Vector512.Create(double.PositiveInfinity);
        fixed (double* cells = _cells, point = row)
        {
            for (var place = 0; place < _stride; place += Lanes)
            {
                nearest = Vector512.MinNative(nearest, CompactRows.Squares(cells + place, _stride, point, row.Length));
            }
        }

        return Math.Sqrt(CompactRows.Lowest(nearest, default).Distance);
    }

    /// <summary>The nearest row that stands for the cluster; ties to the one that was chosen first.</summary>
    public double[] NearestTo(ReadOnlySpan<double> row)
    {
        var (best, nearest) = (0, double.PositiveInfinity);
        for (var place = 0; place < _stride; place++)
        {
            var squares = 0.0;
            for (var column = 0; column < row.Length; column++)
            {
                var difference = row[column] - _cells[(column * _stride) + place];
                squares += difference * difference;
            }

            (best, nearest) = squares < nearest ? (place, squares) : (best, nearest);
        }

        var found = new double[row.Length];
        for (var column = 0; column < found.Length; column++)
        {
            found[column] = _cells[(column * _stride) + best];
        }

        return found;
    }

    private static ClusterShape StandingFor(FeatureMatrix points, double reach)
    {
        var stride = (points.Rows + Lanes - 1) / Lanes * Lanes;
        var cells = new double[stride * points.Columns];
        Array.Fill(cells, double.PositiveInfinity);
        for (var column = 0; column < points.Columns; column++)
        {
            points.Column(column).CopyTo(cells.AsSpan(column * stride));
        }

        return new ClusterShape(cells, stride, reach);
    }

    private static void Approach(FeatureMatrix rows, int chosen, double[] squares)
    {
        var distances = new double[squares.Length];
        for (var column = 0; column < rows.Columns; column++)
        {
            var cells = rows.Column(column);
            var cell = cells[chosen];
            for (var row = 0; row < distances.Length; row++)
            {
                distances[row] += (cells[row] - cell) * (cells[row] - cell);
            }
        }

        for (var row = 0; row < distances.Length; row++)
        {
            squares[row] = Math.Min(squares[row], distances[row]);
        }
    }
}

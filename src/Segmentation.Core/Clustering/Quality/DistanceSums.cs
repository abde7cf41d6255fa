using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>For a block of rows the weighted sums of their distances to the rows of each cluster.</summary>
internal sealed unsafe class DistanceSums
{
    /// <summary>Rows of a block: few enough that their running sums stay in the first cache.</summary>
    public const int BlockRows = 64;

    private const int Quads = BlockRows / TileDistances.Points;

    private readonly ClusterRuns _runs;
    private readonly double[] _points;
    private readonly double[] _sums;

    public DistanceSums(ClusterRuns runs)
    {
        _runs = runs;
        _points = new double[BlockRows * runs.Columns];
        _sums = new double[BlockRows * runs.Counts.Length];
    }

    /// <summary>The sum for one row of the block and one cluster.</summary>
    public double this[int row, int cluster] => _sums[(cluster * BlockRows) + row];

    /// <summary>Computes the sums for the rows from place <paramref name="start"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(int start)
    {
        Pack(start);
        var running = stackalloc Vector512<double>[BlockRows];
        fixed (double* cells = _runs.Cells, weights = _runs.Weights, points = _points)
        {
            for (var cluster = 0; cluster < _runs.Counts.Length; cluster++)
            {
                new Span<Vector512<double>>(running, BlockRows).Clear();
                for (var place = _runs.Starts[cluster]; place < _runs.Starts[cluster + 1]; place += RowTiles.Height)
                {
                    AddTile(cells + place, weights + place, points, running);
                }

                for (var row = 0; row < BlockRows; row++)
                {
                    _sums[(cluster * BlockRows) + row] = Vector512.Sum(running[row]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTile(double* cells, double* weights, double* points, Vector512<double>* running)
    {
        var lower = Vector512.Load(weights);
        var upper = Vector512.Load(weights + 8);
        for (var quad = 0; quad < Quads; quad++)
        {
            var d = TileDistances.Compute(cells, _runs.Length, points, _runs.Columns);
            running[0] = Add(Add(running[0], lower, d.Lower0), upper, d.Upper0);
            running[1] = Add(Add(running[1], lower, d.Lower1), upper, d.Upper1);
            running[2] = Add(Add(running[2], lower, d.Lower2), upper, d.Upper2);
            running[3] = Add(Add(running[3], lower, d.Lower3), upper, d.Upper3);
            running += TileDistances.Points;
            points += TileDistances.Points * _runs.Columns;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Add(Vector512<double> sum, Vector512<double> weights, Vector512<double> squares) =>
        Vector512.FusedMultiplyAdd(weights, Vector512.Sqrt(squares), sum);

    private void Pack(int start)
    {
        Array.Clear(_points);
        for (var column = 0; column < _runs.Columns; column++)
        {
            for (var row = 0; row < Math.Min(BlockRows, _runs.Length - start); row++)
            {
                var (quad, lane) = Math.DivRem(row, TileDistances.Points);
                _points[(((quad * _runs.Columns) + column) * TileDistances.Points) + lane] = _runs.Cells[(column * _runs.Length) + start + row];
            }
        }
    }
}

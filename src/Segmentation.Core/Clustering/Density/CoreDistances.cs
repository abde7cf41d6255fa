using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>How far each row has to reach to have enough rows about it: a small core distance is a dense place (Campello, Moulavi and
/// Sander 2013).</summary>
internal static unsafe class CoreDistances
{
    /// <summary>
    /// For each row the square of the least distance within which rows of weight <paramref name="mass"/> lie, its own among them; that
    /// of the farthest row where all together weigh less.
    /// </summary>
    public static double[] Squares(FeatureMatrix matrix, double mass, int threads, CancellationToken cancellationToken)
    {
        var tiles = new RowTiles(matrix);
        var cores = new double[matrix.Rows];
        var quads = (matrix.Rows + TileDistances.Points - 1) / TileDistances.Points;
        Chunks.Run(quads, Chunks.ThreadsFor(threads), Measure, cancellationToken);
        return cores;

        void Measure(int quad)
        {
            var first = quad * TileDistances.Points;
            var count = Math.Min(TileDistances.Points, matrix.Rows - first);
            var nearest = Nearest(tiles, first, count, mass);
            for (var i = 0; i < count; i++)
            {
                cores[first + i] = nearest[i].Radius;
            }
        }
    }

    private static NearestMass[] Nearest(RowTiles tiles, int first, int count, double mass)
    {
        var (matrix, columns) = (tiles.Matrix, tiles.Matrix.Columns);
        var points = new double[count * columns];
        for (var i = 0; i < count; i++)
        {
            matrix.CopyRow(first + i, points.AsSpan(i * columns));
        }

        var packed = new double[TileDistances.PackedLength(count, columns)];
        TileDistances.Pack(points, columns, packed);
        fixed (double* pointer = packed)
        {
            var tile = new NearestTile(pointer, columns, mass);
            tiles.Run(ref tile, 0, matrix.Rows);
            return tile.Nearest;
        }
    }

    /// <summary>Offers the rows of each tile to four points.</summary>
    private readonly struct NearestTile(double* points, int columns, double mass) : ITileKernel
    {
        public readonly NearestMass[] Nearest = [new(mass), new(mass), new(mass), new(mass)];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
        {
            var d = TileDistances.Compute(cells, stride, points, columns);
            Offer(0, d.Lower0, d.Upper0, lowerWeights, upperWeights, count);
            Offer(1, d.Lower1, d.Upper1, lowerWeights, upperWeights, count);
            Offer(2, d.Lower2, d.Upper2, lowerWeights, upperWeights, count);
            Offer(3, d.Lower3, d.Upper3, lowerWeights, upperWeights, count);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Offer(
            int point,
            Vector512<double> lower,
            Vector512<double> upper,
            Vector512<double> lowerWeights,
            Vector512<double> upperWeights,
            int count)
        {
            var nearest = Nearest[point];
            if (Vector512.LessThanAny(Vector512.MinNative(lower, upper), Vector512.Create(nearest.Limit)))
            {
                OfferEach(nearest, lower, lowerWeights, Math.Min(count, 8));
                OfferEach(nearest, upper, upperWeights, count - 8);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void OfferEach(NearestMass nearest, Vector512<double> squares, Vector512<double> weights, int count)
        {
            for (var lane = 0; lane < count; lane++)
            {
                nearest.Offer(squares[lane], weights[lane]);
            }
        }
    }

    /// <summary>The nearest rows whose weights together are enough.</summary>
    private sealed class NearestMass(double enough)
    {
        private readonly PriorityQueue<double, double> _farthestFirst = new();
        private double _mass;

        /// <summary>What is not nearer than this changes nothing.</summary>
        public double Limit { get; private set; } = double.PositiveInfinity;

        /// <summary>Square of the distance to the farthest of them.</summary>
        public double Radius => _farthestFirst.TryPeek(out _, out var priority) ? -priority : double.PositiveInfinity;

        public void Offer(double square, double weight)
        {
            if (square >= Limit)
            {
                return;
            }

            _farthestFirst.Enqueue(weight, -square);
            _mass += weight;
            while (_mass - _farthestFirst.Peek() >= enough)
            {
                _mass -= _farthestFirst.Dequeue();
            }

            Limit = _mass >= enough ? Radius : Limit;
        }
    }
}

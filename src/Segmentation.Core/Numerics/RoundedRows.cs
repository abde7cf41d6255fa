using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>
/// A copy of a matrix in single precision, half as large and twice as fast to read, for kernels that look first and compute exactly
/// only where rounding might decide. Centred near the columns' means and scaled to about [-1, 1], so that a large common offset
/// costs no digits; a row so far out that it overflows is left to exact kernels. Tile after tile, each column by column: one stream
/// through memory.
/// </summary>
internal sealed unsafe class RoundedRows
{
    private const float Unit = 1f / (1 << 24);
    private const float Slack = 1.01f;
    // Rounding of a sum of squares, for as many columns as there can be.
    private const float Rounding = 1.02f;
    private const int SampleRows = 1000;
    private const double Farthest = 1e37;

    private readonly FeatureMatrix _matrix;
    private readonly RowTiles _tiles;
    private readonly double[] _centre;
    private readonly float[] _cells;
    private readonly float[] _squaredLengths;
    private readonly Chunks _chunks;

    /// <summary>Copies the matrix behind <paramref name="tiles"/> on so many threads.</summary>
    public RoundedRows(RowTiles tiles, int threads, CancellationToken cancellationToken)
    {
        var matrix = tiles.Matrix;
        (_tiles, _matrix) = (tiles, matrix);
        _chunks = new Chunks(matrix.Rows);
        _centre = [.. Enumerable.Range(0, matrix.Columns).Select(CentreOf)];
        _cells = GC.AllocateUninitializedArray<float>(checked(RowTiles.RoundUp(matrix.Rows) * matrix.Columns));
        _squaredLengths = new float[RowTiles.RoundUp(matrix.Rows) / RowTiles.Height];
        var widest = Enumerable.Range(0, matrix.Columns).Select(Widest).DefaultIfEmpty(0).Max();
        Scale = widest > 0 ? 1 / widest : 1;
        Chunks.Run(_chunks.Count, threads, CopyChunk, cancellationToken);
    }

    /// <summary>A scaled length is this times the true one.</summary>
    public double Scale { get; }

    /// <summary>Tile by tile, column by column, <see cref="RowTiles.Height"/> numbers; the last tile is filled up with zeros.</summary>
    public ReadOnlySpan<float> Cells => _cells;

    /// <summary>Per tile at least the squared length of its longest row.</summary>
    public ReadOnlySpan<float> SquaredLengths => _squaredLengths;

    /// <summary>
    /// A squared distance that was computed as ‖c‖² - 2 x·c + ‖x‖² is off by at most this share of itself and
    /// <see cref="LengthError"/> of the squared length of x. For sums of D terms in single precision the error is at most
    /// (D + 6) u ((‖c‖ + ‖x‖)² + ‖x‖²), u = 2^-24, and ‖c‖ is at most the distance and ‖x‖ together.
    /// </summary>
    public float RelativeError => 2 * (_matrix.Columns + 6) * Unit * Slack;

    /// <summary>See <see cref="RelativeError"/>.</summary>
    public float LengthError => 9 * (_matrix.Columns + 6) * Unit * Slack;

    /// <summary>Numbers that packed points take.</summary>
    public int PackedLength(int points) => TileDistances.PackedLength(points, _matrix.Columns + 1);

    /// <summary>
    /// Lays points out four by four, centred and scaled as the rows are: their squared lengths, then column by column -2 times their
    /// coordinates. The last four are filled up with points at infinity.
    /// </summary>
    public void Pack(ReadOnlySpan<double> points, Span<float> packed)
    {
        packed.Clear();
        var columns = _matrix.Columns;
        for (var point = 0; point * (columns + 1) < packed.Length; point++)
        {
            var (group, place) = Math.DivRem(point, TileDistances.Points);
            var target = packed[((group * (columns + 1) * TileDistances.Points) + place)..];
            target[0] = float.PositiveInfinity;
            if (point * columns < points.Length)
            {
                PackPoint(points.Slice(point * columns, columns), target);
            }
        }
    }

    private void PackPoint(ReadOnlySpan<double> point, Span<float> target)
    {
        var squares = 0.0;
        for (var column = 0; column < point.Length; column++)
        {
            var coordinate = (point[column] - _centre[column]) * Scale;
            squares += coordinate * coordinate;
        }

        // A point too far away for single precision stays at infinity.
        for (var column = 0; column < point.Length && squares < Farthest; column++)
        {
            target[0] = (float)squares;
            target[(column + 1) * TileDistances.Points] = (float)(-2 * (point[column] - _centre[column]) * Scale);
        }
    }

    // Any place among the rows will do, and about their width.
    private double CentreOf(int column) => Sampled(column).Average();

    private double Widest(int column) => Sampled(column).Max(cell => Math.Abs(cell - _centre[column]));

    private IEnumerable<double> Sampled(int column)
    {
        var step = Math.Max(1, _matrix.Rows / SampleRows);
        for (var row = 0; row < _matrix.Rows; row += step)
        {
            yield return _matrix[row, column];
        }
    }

    private void CopyChunk(int chunk)
    {
        fixed (float* cells = _cells, squaredLengths = _squaredLengths)
        fixed (double* centre = _centre)
        {
            var kernel = new RoundTile { Cells = cells, SquaredLengths = squaredLengths, Centre = centre, Columns = _matrix.Columns, Scale = Scale };
            _tiles.Run(ref kernel, _chunks.Start(chunk), _chunks.End(chunk));
        }
    }

    private struct RoundTile : ITileKernel
    {
        public float* Cells;
        public float* SquaredLengths;
        public double* Centre;
        public int Columns;
        public double Scale;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Compute(
            double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
        {
            var target = Cells + ((nint)row * Columns);
            var squares = Vector512<float>.Zero;
            for (var column = 0; column < Columns; column++)
            {
                var centre = Vector512.Create(Centre[column]);
                var rounded = Vector512.Narrow((Vector512.Load(cells) - centre) * Scale, (Vector512.Load(cells + 8) - centre) * Scale);
                Vector512.Store(rounded, target);
                squares += rounded * rounded;
                cells += stride;
                target += RowTiles.Height;
            }

            // The zeros that fill the last tile lie somewhere; they count as rows here, which does no harm.
            SquaredLengths[row / RowTiles.Height] = TensorPrimitives.Max(new ReadOnlySpan<float>(&squares, RowTiles.Height)) * Rounding;
        }
    }
}

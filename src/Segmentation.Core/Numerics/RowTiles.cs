using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>
/// A feature matrix seen as tiles of 16 rows, without copying it: only the last rows that do not fill a tile are copied,
/// and filled up with zeros of weight zero, so that kernels need no second loop for the rest.
/// </summary>
internal sealed unsafe class RowTiles
{
    /// <summary>Rows in a tile: two vectors of eight.</summary>
    public const int Height = 16;

    private readonly FeatureMatrix _matrix;
    private readonly double[] _tail;
    private readonly double[] _tailWeights = new double[Height];

    /// <summary>Views <paramref name="matrix"/>.</summary>
    public RowTiles(FeatureMatrix matrix)
    {
        _matrix = matrix;
        _tail = new double[Height * matrix.Columns];
        var start = matrix.Rows & ~(Height - 1);
        var count = matrix.Rows - start;
        for (var column = 0; column < matrix.Columns; column++)
        {
            matrix.Column(column)[start..].CopyTo(_tail.AsSpan(column * Height));
        }

        for (var i = 0; i < count; i++)
        {
            _tailWeights[i] = matrix.WeightOf(start + i);
        }
    }

    /// <summary>The matrix that is looked at.</summary>
    public FeatureMatrix Matrix => _matrix;

    /// <summary>The next multiple of <see cref="Height"/>.</summary>
    public static int RoundUp(int rows) => (rows + Height - 1) & ~(Height - 1);

    /// <summary>Hands the tiles of rows <paramref name="start"/> (a multiple of the height) to <paramref name="end"/> to the kernel, in
    /// order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TKernel>(ref TKernel kernel, int start, int end)
        where TKernel : struct, ITileKernel
    {
        fixed (double* cells = _matrix.Cells, weights = _matrix.Weights, tail = _tail, tailWeights = _tailWeights)
        {
            var row = start;
            for (; row <= end - Height; row += Height)
            {
                var lower = weights == null ? Vector512<double>.One : Vector512.Load(weights + row);
                var upper = weights == null ? Vector512<double>.One : Vector512.Load(weights + row + 8);
                kernel.Compute(cells + row, _matrix.Rows, row, Height, lower, upper);
            }

            if (row < end)
            {
                kernel.Compute(tail, Height, row, end - row, Vector512.Load(tailWeights), Vector512.Load(tailWeights + 8));
            }
        }
    }
}

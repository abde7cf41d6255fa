using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>Arithmetic on one tile of rows. A struct, so that <see cref="RowTiles.Run"/> is compiled for each kernel by itself;
/// optimised at once, because vectors are very slow in code that waits for its second compilation.</summary>
internal unsafe interface ITileKernel
{
    /// <summary>Works on the <see cref="RowTiles.Height"/> rows that begin at <paramref name="row"/>.</summary>
    /// <param name="cells">First column of the first row; the next column lies <paramref name="stride"/> further.</param>
    /// <param name="stride">Numbers from one column to the next.</param>
    /// <param name="row">Number of the first row.</param>
    /// <param name="count">How many rows are real; the others are zeros of weight zero.</param>
    /// <param name="lowerWeights">Weights of the first eight rows.</param>
    /// <param name="upperWeights">Weights of the last eight rows.</param>
    void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights);
}

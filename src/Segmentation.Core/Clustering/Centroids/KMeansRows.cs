using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>The rows of one matrix as the kernels want them, made once for all starts and all numbers of clusters.</summary>
internal sealed class KMeansRows
{
    /// <summary>Looks at <paramref name="matrix"/> in tiles, and rounds it where a kernel is to look at rounded rows first.</summary>
    public KMeansRows(
        FeatureMatrix matrix, KernelWidth width = KernelWidth.Widest, int threads = 1, CancellationToken cancellationToken = default)
    {
        Tiles = new RowTiles(matrix);
        Width = width == KernelWidth.Widest ? Widest() : width;
        Rounded = Width == KernelWidth.Exact || matrix.Rows == 0
            ? null
            : new RoundedRows(Tiles, Chunks.ThreadsFor(threads), cancellationToken);
    }

    /// <summary>The rows.</summary>
    public RowTiles Tiles { get; }

    /// <summary>The rows in single precision; null for <see cref="KernelWidth.Exact"/>.</summary>
    public RoundedRows? Rounded { get; }

    /// <summary>Never <see cref="KernelWidth.Widest"/>.</summary>
    public KernelWidth Width { get; }

    /// <summary>The matrix that is looked at.</summary>
    public FeatureMatrix Matrix => Tiles.Matrix;

    private static KernelWidth Widest() => (Vector512.IsHardwareAccelerated, Vector256.IsHardwareAccelerated, Vector128.IsHardwareAccelerated) switch
    {
        (true, _, _) => KernelWidth.Bits512,
        (_, true, _) => KernelWidth.Bits256,
        (_, _, true) => KernelWidth.Bits128,
        _ => KernelWidth.Scalar,
    };
}

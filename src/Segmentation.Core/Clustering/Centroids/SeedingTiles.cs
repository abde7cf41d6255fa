using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>What the sum of weight times squared distance to the nearest centre would be with each of four candidates added.</summary>
internal unsafe struct PotentialTile : ITileKernel
{
    public double* Candidates;
    public int Columns;

    /// <summary>Per row its squared distance to the nearest centre so far.</summary>
    public double* Closest;
    private Vector512<double> _sum0;
    private Vector512<double> _sum1;
    private Vector512<double> _sum2;
    private Vector512<double> _sum3;

    /// <summary>The sum for one of the four candidates.</summary>
    public readonly double Potential(int candidate) => Vector512.Sum(candidate switch { 0 => _sum0, 1 => _sum1, 2 => _sum2, _ => _sum3 });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var d = TileDistances.Compute(cells, stride, Candidates, Columns);
        var lower = Vector512.Load(Closest + row);
        var upper = Vector512.Load(Closest + row + 8);
        _sum0 += (lowerWeights * Vector512.MinNative(lower, d.Lower0)) + (upperWeights * Vector512.MinNative(upper, d.Upper0));
        _sum1 += (lowerWeights * Vector512.MinNative(lower, d.Lower1)) + (upperWeights * Vector512.MinNative(upper, d.Upper1));
        _sum2 += (lowerWeights * Vector512.MinNative(lower, d.Lower2)) + (upperWeights * Vector512.MinNative(upper, d.Upper2));
        _sum3 += (lowerWeights * Vector512.MinNative(lower, d.Lower3)) + (upperWeights * Vector512.MinNative(upper, d.Upper3));
    }
}

/// <summary>Takes a new centre in: lowers each row's distance to the nearest centre, and notes the chance of the rows of each
/// tile.</summary>
internal unsafe struct ClosestTile : ITileKernel
{
    /// <summary>The new centre, packed with three points at infinity.</summary>
    public double* Centre;
    public int Columns;
    public double* Closest;

    /// <summary>Per row weight times squared distance, to which its chance of being drawn is proportional.</summary>
    public double* Chances;

    /// <summary>Sum of the chances of each tile.</summary>
    public double* TileChances;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Compute(
        double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var d = TileDistances.Compute(cells, stride, Centre, Columns);
        var lower = Vector512.MinNative(Vector512.Load(Closest + row), d.Lower0);
        var upper = Vector512.MinNative(Vector512.Load(Closest + row + 8), d.Upper0);
        Vector512.Store(lower, Closest + row);
        Vector512.Store(upper, Closest + row + 8);
        Vector512.Store(lower *= lowerWeights, Chances + row);
        Vector512.Store(upper *= upperWeights, Chances + row + 8);
        TileChances[row / RowTiles.Height] = Vector512.Sum(lower + upper);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>
/// What four candidates would change in the loss, were they medoids: <see cref="Gain"/> whatever medoid they replaced, and
/// <see cref="Shifts"/> by which one. Distances are computed afresh each time: that is faster than to read n x n of them from memory.
/// </summary>
internal unsafe struct SwapTile : ITileKernel
{
    /// <summary>The candidates as packed by <see cref="TileDistances.Pack"/>.</summary>
    public double* Candidates;
    public int Columns;

    /// <summary>Per row the distance to its medoid.</summary>
    public double* Nearest;

    /// <summary>Per row the distance to the next medoid.</summary>
    public double* Second;

    /// <summary>Per row the number of its medoid.</summary>
    public byte* Labels;

    /// <summary>For each of the four candidates, per medoid: what its rows would lose less, were it the one replaced.</summary>
    public double* Shifts;

    /// <summary>Number of medoids.</summary>
    public int Clusters;
    private Vector512<double> _gain0;
    private Vector512<double> _gain1;
    private Vector512<double> _gain2;
    private Vector512<double> _gain3;

    /// <summary>Sum over rows nearer to the candidate than to their medoid, of weight times the difference; negative.</summary>
    public readonly double Gain(int candidate) =>
        Vector512.Sum(candidate switch { 0 => _gain0, 1 => _gain1, 2 => _gain2, _ => _gain3 });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var d = TileDistances.Compute(cells, stride, Candidates, Columns);
        Add(d.Lower0, d.Upper0, row, Shifts, lowerWeights, upperWeights, ref _gain0);
        Add(d.Lower1, d.Upper1, row, Shifts + Clusters, lowerWeights, upperWeights, ref _gain1);
        Add(d.Lower2, d.Upper2, row, Shifts + (2 * Clusters), lowerWeights, upperWeights, ref _gain2);
        Add(d.Lower3, d.Upper3, row, Shifts + (3 * Clusters), lowerWeights, upperWeights, ref _gain3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(
        Vector512<double> lower, Vector512<double> upper, int row, double* shifts,
        Vector512<double> lowerWeights, Vector512<double> upperWeights, ref Vector512<double> gain)
    {
        AddEight(Vector512.Sqrt(lower), row, shifts, lowerWeights, ref gain);
        AddEight(Vector512.Sqrt(upper), row + 8, shifts, upperWeights, ref gain);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void AddEight(
        Vector512<double> distance, int row, double* shifts, Vector512<double> weights, ref Vector512<double> gain)
    {
        var second = Vector512.Load(Second + row);
        var near = Vector512.LessThan(distance, second).ExtractMostSignificantBits();
        if (near == 0)
        {
            return;
        }

        var nearest = Vector512.Load(Nearest + row);
        gain += weights * Vector512.MinNative(distance - nearest, Vector512<double>.Zero);
        var changes = weights * (Vector512.MaxNative(distance, nearest) - second);
        for (; near != 0; near &= near - 1)
        {
            var i = BitOperations.TrailingZeroCount(near);
            shifts[Labels[row + i]] += changes[i];
        }
    }
}

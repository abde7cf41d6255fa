using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// Gives each row of a tile the nearest centre, ties to the lower number, and moves rows whose label changed from the
/// sums of their old cluster to those of their new one: after a few iterations hardly any row moves.
/// <para>
/// A row cannot change its label before its two nearest centres together have moved by the difference of its distances to
/// them (as in Hamerly 2010). Each tile notes how far the centres may drift before that can happen to one of its rows, and is
/// passed over until then.
/// </para>
/// </summary>
internal unsafe struct AssignTile : ITileKernel
{
    private const byte Unassigned = ClusteringResult.Unassigned;

    private const double Rounding = 1e-12;
    private const double HalfLessRounding = 0.5 - 1e-9;

    /// <summary>Centres as packed by <see cref="TileDistances.Pack"/>.</summary>
    public double* Centres;
    public int Groups;
    public int Columns;
    public byte* Labels;

    /// <summary>k x columns sums of weight times cell, of the rows of this chunk.</summary>
    public double* Sums;
    public double* Masses;
    public double* Counts;
    public int Changed;

    /// <summary>Sum over the iterations so far of the longest way that a centre moved.</summary>
    public double Drift;

    /// <summary>Per tile the drift up to which none of its labels can change.</summary>
    public double* SafeUntil;
    private Vector512<double> _inertia;

    /// <summary>Sum of weight times squared distance over all tiles that were not passed over.</summary>
    public readonly double Inertia => Vector512.Sum(_inertia);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        if (Drift < SafeUntil[row / RowTiles.Height])
        {
            return;
        }

        Vector512<double> lowerBest = Vector512.Create(double.PositiveInfinity), upperBest = lowerBest;
        Vector512<double> lowerNext = lowerBest, upperNext = lowerBest;
        Vector512<long> lowerLabel = default, upperLabel = default, cluster = default;
        var points = Centres;
        for (var group = 0; group < Groups; group++)
        {
            var d = TileDistances.Compute(cells, stride, points, Columns);
            Keep(d.Lower0, cluster, ref lowerBest, ref lowerNext, ref lowerLabel);
            Keep(d.Upper0, cluster, ref upperBest, ref upperNext, ref upperLabel);
            cluster += Vector512<long>.One;
            Keep(d.Lower1, cluster, ref lowerBest, ref lowerNext, ref lowerLabel);
            Keep(d.Upper1, cluster, ref upperBest, ref upperNext, ref upperLabel);
            cluster += Vector512<long>.One;
            Keep(d.Lower2, cluster, ref lowerBest, ref lowerNext, ref lowerLabel);
            Keep(d.Upper2, cluster, ref upperBest, ref upperNext, ref upperLabel);
            cluster += Vector512<long>.One;
            Keep(d.Lower3, cluster, ref lowerBest, ref lowerNext, ref lowerLabel);
            Keep(d.Upper3, cluster, ref upperBest, ref upperNext, ref upperLabel);
            cluster += Vector512<long>.One;
            points += Columns * TileDistances.Points;
        }

        var margin = Vector512.MinNative(SafeDrift(lowerBest, lowerNext), SafeDrift(upperBest, upperNext));
        SafeUntil[row / RowTiles.Height] = Drift + Lowest(margin);
        _inertia = Vector512.FusedMultiplyAdd(lowerWeights, lowerBest, _inertia);
        _inertia = Vector512.FusedMultiplyAdd(upperWeights, upperBest, _inertia);
        Take(Vector128.Create(Pack(lowerLabel), Pack(upperLabel)).AsByte(), cells, stride, row, count, lowerWeights, upperWeights);
    }

    /// <summary>Gives the rows of a tile the labels that were found for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(
        Vector128<byte> labels, double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var changes = ~Vector128.Equals(labels, Vector128.Load(Labels + row)).ExtractMostSignificantBits() & ((1u << count) - 1);
        if (changes != 0)
        {
            Move(cells, stride, row, changes, labels, lowerWeights, upperWeights);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Keep(
        Vector512<double> distance, Vector512<long> cluster, ref Vector512<double> best, ref Vector512<double> next, ref Vector512<long> label)
    {
        var nearer = Vector512.LessThan(distance, best);
        next = Vector512.MinNative(next, Vector512.MaxNative(distance, best));
        best = Vector512.MinNative(distance, best);
        label = Vector512.ConditionalSelect(nearer.AsInt64(), cluster, label);
    }

    /// <summary>Half the difference of the two distances, less what rounding may have added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SafeDrift(Vector512<double> best, Vector512<double> next)
    {
        var nearest = Vector512.Sqrt(best);
        return ((Vector512.Sqrt(next) - nearest) * HalfLessRounding) - (nearest * Rounding);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Lowest(Vector512<double> lanes)
    {
        var four = Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(Vector512<long> labels)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.ConvertToVector128Byte(labels.AsUInt64()).AsUInt64().ToScalar();
        }

        var packed = 0UL;
        for (var lane = 7; lane >= 0; lane--)
        {
            packed = (packed << 8) | (byte)labels[lane];
        }

        return packed;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Move(double* cells, nint stride, int row, uint changes, Vector128<byte> labels, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var next = stackalloc byte[RowTiles.Height];
        var weights = stackalloc double[RowTiles.Height];
        Vector128.Store(labels, next);
        Vector512.Store(lowerWeights, weights);
        Vector512.Store(upperWeights, weights + 8);
        Changed += BitOperations.PopCount(changes);
        for (; changes != 0; changes &= changes - 1)
        {
            var i = BitOperations.TrailingZeroCount(changes);
            var old = Labels[row + i];
            if (old != Unassigned)
            {
                Add(cells + i, stride, old, -weights[i], -1);
            }

            Add(cells + i, stride, next[i], weights[i], 1);
            Labels[row + i] = next[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(double* cells, nint stride, int cluster, double weight, int count)
    {
        var sums = Sums + ((nint)cluster * Columns);
        var column = 0;
        if (Avx2.IsSupported)
        {
            // A row's cells lie a column apart; four of them are gathered at once.
            var (apart, weights) = (Vector256.Create(0L, stride, 2 * stride, 3 * stride), Vector256.Create(weight));
            for (; column <= Columns - Vector256<double>.Count; column += Vector256<double>.Count)
            {
                Vector256.Store(Vector256.Load(sums + column) + (weights * Avx2.GatherVector256(cells, apart, sizeof(double))), sums + column);
                cells += Vector256<double>.Count * stride;
            }
        }

        for (; column < Columns; column++)
        {
            sums[column] += weight * *cells;
            cells += stride;
        }

        Masses[cluster] += weight;
        Counts[cluster] += count;
    }
}

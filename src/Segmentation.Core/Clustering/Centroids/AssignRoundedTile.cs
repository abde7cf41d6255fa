using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// Gives the rows of a tile their nearest centres by distances in single precision, and leaves the tile to <see cref="AssignTile"/>
/// when the two nearest centres of any of its rows are closer to a tie than rounding may have moved them. The labels are those of exact
/// distances.
/// </summary>
internal unsafe struct AssignRoundedTile<TLanes> : ITileKernel
    where TLanes : struct, ILanes<TLanes>
{
    // What is left after halving the way to a tie, so that the rounding of roots and differences is on the safe side.
    private const double Half = 0.5 - 1e-6;

    // A squared distance that overflowed is at least this, in scaled units; one below the other may have vanished.
    private const float Farthest = 1e37f;
    private const float Vanishing = 1e-34f;

    /// <summary>Decides what is too close to be decided here, and keeps the sums.</summary>
    public AssignTile Exact;

    /// <summary>As packed by <see cref="RoundedRows.Pack"/>.</summary>
    public float* Centres;

    /// <summary>Of the <see cref="RoundedRows"/>.</summary>
    public float* Cells;
    public float* SquaredLengths;
    public float RelativeError;
    public float LengthError;
    public double Scale;

    /// <summary>Room for the labels of a tile.</summary>
    public byte* Found;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Compute(double* cells, nint stride, int row, int count, Vector512<double> lowerWeights, Vector512<double> upperWeights)
    {
        var tile = row / RowTiles.Height;
        if (Exact.Drift < Exact.SafeUntil[tile])
        {
            return;
        }

        var gap = Nearest(Cells + ((nint)row * Exact.Columns), (SquaredLengths[tile] * LengthError) + Vanishing);
        if (!(gap > 0))
        {
            Exact.Compute(cells, stride, row, count, lowerWeights, upperWeights);
            return;
        }

        Exact.SafeUntil[tile] = Exact.Drift + (gap * Half / Scale);
        Exact.Take(Vector128.Load(Found), cells, stride, row, count, lowerWeights, upperWeights);
    }

    /// <summary>
    /// Finds the labels; returns by how much, at least, each row's second nearest centre is farther than its nearest, of no use unless
    /// above 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly float Nearest(float* cells, float error)
    {
        var least = TLanes.Fill(float.PositiveInfinity);
        for (var lane = 0; lane < RowTiles.Height; lane += TLanes.Count)
        {
            TLanes best = TLanes.Fill(float.PositiveInfinity), next = best, label = TLanes.Fill(0), first = label;
            var points = Centres;
            for (var group = 0; group < Exact.Groups; group++)
            {
                // Written out: the compiler keeps in registers what no reference points to.
                TLanes d0 = TLanes.Fill(points[0]), d1 = TLanes.Fill(points[1]), d2 = TLanes.Fill(points[2]), d3 = TLanes.Fill(points[3]);
                var column = cells + lane;
                var end = points + ((Exact.Columns + 1) * TileDistances.Points);
                for (points += TileDistances.Points; points < end; points += TileDistances.Points)
                {
                    var cell = TLanes.Load(column);
                    d0 = TLanes.MultiplyAdd(cell, TLanes.Fill(points[0]), d0);
                    d1 = TLanes.MultiplyAdd(cell, TLanes.Fill(points[1]), d1);
                    d2 = TLanes.MultiplyAdd(cell, TLanes.Fill(points[2]), d2);
                    d3 = TLanes.MultiplyAdd(cell, TLanes.Fill(points[3]), d3);
                    column += RowTiles.Height;
                }

                // A tournament: two pairs, their winners, and the winner so far.
                var winner = TLanes.WhereLess(d1, d0, TLanes.Fill(1), TLanes.Fill(0));
                var otherWinner = TLanes.WhereLess(d3, d2, TLanes.Fill(3), TLanes.Fill(2));
                var loser = TLanes.Min(TLanes.Max(d0, d1), TLanes.Max(d2, d3));
                d0 = TLanes.Min(d0, d1);
                d2 = TLanes.Min(d2, d3);
                winner = first + TLanes.WhereLess(d2, d0, otherWinner, winner);
                loser = TLanes.Min(loser, TLanes.Max(d0, d2));
                d0 = TLanes.Min(d0, d2);
                label = TLanes.WhereLess(d0, best, winner, label);
                next = TLanes.Min(TLanes.Min(next, loser), TLanes.Max(d0, best));
                best = TLanes.Min(d0, best);
                first += TLanes.Fill(TileDistances.Points);
            }

            TLanes.StoreBytes(label, Found + lane);
            least = TLanes.Min(least, Gap(best, next, SquaredLength(cells + lane), TLanes.Fill(error)));
        }

        return TLanes.Least(least);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLanes SquaredLength(float* cells)
    {
        var squares = TLanes.Fill(0);
        for (var column = 0; column < Exact.Columns; column++)
        {
            var cell = TLanes.Load(cells);
            squares = TLanes.MultiplyAdd(cell, cell, squares);
            cells += RowTiles.Height;
        }

        return squares;
    }

    /// <summary>The least that the second distance can be, less the most that the first can be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly TLanes Gap(TLanes best, TLanes next, TLanes squaredLength, TLanes error)
    {
        var nearest = TLanes.MultiplyAdd(best + squaredLength, TLanes.Fill(1 + RelativeError), error);
        var second = TLanes.Min((next + squaredLength) * TLanes.Fill(1 - RelativeError), TLanes.Fill(Farthest)) - error;
        return TLanes.Sqrt(TLanes.Max(second, TLanes.Fill(0))) - TLanes.Sqrt(TLanes.Max(nearest, error));
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>
/// A minimum spanning tree over mutual reachability, which is the largest of the distance of two rows and their core distances. Prim's
/// method (1957) with distances computed when they are needed, so that memory grows with the rows only.
/// </summary>
internal sealed unsafe class ReachabilityTree
{
    private const int Core = 0;
    private const int Reach = 1;
    private const int From = 2;

    private readonly CompactRows _outside;
    private readonly int _columns;
    private readonly double[] _point;

    private ReachabilityTree(FeatureMatrix matrix, double[] coreSquares)
    {
        _outside = new CompactRows(matrix, extraColumns: 3);
        _columns = matrix.Columns;
        _point = new double[_columns];
        coreSquares.CopyTo(_outside.Extra(Core));
        _outside.Extra(Reach).Fill(double.PositiveInfinity);
    }

    /// <summary>The edges, one fewer than rows, with their mutual reachability (no square).</summary>
    public static (int Left, int Right, double Height)[] Span(
        FeatureMatrix matrix, double[] coreSquares, CancellationToken cancellationToken)
    {
        var tree = new ReachabilityTree(matrix, coreSquares);
        var edges = new (int Left, int Right, double Height)[matrix.Rows - 1];
        var place = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            place = tree.TakeIn(place);
            edges[i] = tree.Edge(place);
        }

        return edges;
    }

    private (int Left, int Right, double Height) Edge(int place) =>
        ((int)_outside.Extra(From)[place], _outside.Ids[place], Math.Sqrt(_outside.Extra(Reach)[place]));

    /// <summary>Takes the row at a place into the tree; gives back the place of the one that is nearest to the tree now.</summary>
    private int TakeIn(int place)
    {
        var (row, core) = (_outside.Ids[place], _outside.Extra(Core)[place]);
        _outside.CopyPoint(place, _point);
        _outside.RemoveAt(place);
        _outside.Extra(Reach)[_outside.Count] = double.PositiveInfinity;
        return Relax(row, core);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Relax(int row, double core)
    {
        var lowest = Vector512.Create(double.PositiveInfinity);
        Vector512<long> lowestPlace = default, places = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        nint stride = _outside.Stride;
        fixed (double* cells = _outside.Cells, point = _point)
        {
            var extra = cells + (_columns * stride);
            for (var place = 0; place < _outside.Count; place += CompactRows.Lanes)
            {
                var reach = Vector512.MaxNative(Vector512.Load(extra + place), Vector512.Create(core));
                reach = Vector512.MaxNative(reach, CompactRows.Squares(cells + place, stride, point, _columns));
                var reaches = extra + (Reach * stride) + place;
                var sources = extra + (From * stride) + place;
                var known = Vector512.Load(reaches);
                var isNearer = Vector512.LessThan(reach, known);
                known = Vector512.ConditionalSelect(isNearer, reach, known);
                Vector512.Store(known, reaches);
                Vector512.Store(Vector512.ConditionalSelect(isNearer, Vector512.Create((double)row), Vector512.Load(sources)), sources);
                var isLower = Vector512.LessThan(known, lowest);
                lowest = Vector512.ConditionalSelect(isLower, known, lowest);
                lowestPlace = Vector512.ConditionalSelect(isLower.AsInt64(), places, lowestPlace);
                places += Vector512.Create((long)CompactRows.Lanes);
            }
        }

        return CompactRows.Lowest(lowest, lowestPlace).Place;
    }
}

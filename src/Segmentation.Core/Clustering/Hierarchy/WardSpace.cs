using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Hierarchy;

/// <summary>Ward's linkage from centroids and weights alone: half the square of a height is what the inertia grows by. Memory grows with
/// the rows only.</summary>
internal sealed unsafe class WardSpace : ILinkageSpace
{
    private readonly CompactRows _centroids;
    private readonly double[] _point;
    private readonly double[] _other;

    public WardSpace(FeatureMatrix matrix)
    {
        // A place behind the end has a weight too, so that its distance is infinite and not undefined.
        _centroids = new CompactRows(matrix, extraColumns: 1);
        _centroids.Extra(0).Fill(1);
        matrix.Weights.CopyTo(_centroids.Extra(0));
        (_point, _other) = (new double[matrix.Columns], new double[matrix.Columns]);
    }

    public double Height(double distance) => Math.Sqrt(2 * distance);

    public (int Other, double Distance) Nearest(int cluster)
    {
        var place = _centroids.Places[cluster];
        _centroids.CopyPoint(place, _point);
        var (nearest, distance) = Scan(place, _centroids.Extra(0)[place]);
        return (_centroids.Ids[nearest], distance);
    }

    public void Merge(int kept, int gone)
    {
        var (to, from) = (_centroids.Places[kept], _centroids.Places[gone]);
        _centroids.CopyPoint(to, _point);
        _centroids.CopyPoint(from, _other);
        var masses = _centroids.Extra(0);
        masses[to] += masses[from];
        var share = masses[from] / masses[to];
        for (var column = 0; column < _point.Length; column++)
        {
            // This way the centroid of equal rows is that row to the last bit.
            _point[column] += (_other[column] - _point[column]) * share;
        }

        _centroids.MovePoint(to, _point);
        _centroids.RemoveAt(from);
    }

    /// <summary>The lowest place of least distance.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Place, double Distance) Scan(int own, double ownMass)
    {
        var mass = Vector512.Create(ownMass);
        var best = Vector512.Create(double.PositiveInfinity);
        Vector512<long> bestPlace = default, places = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        var (stride, columns) = (_centroids.Stride, _point.Length);
        fixed (double* cells = _centroids.Cells, point = _point)
        {
            for (var place = 0; place < _centroids.Count; place += CompactRows.Lanes)
            {
                var squares = CompactRows.Squares(cells + place, stride, point, columns);
                var masses = Vector512.Load(cells + place + ((nint)columns * stride));
                var distance = squares * (masses * mass / (masses + mass));
                var isNearer = Vector512.LessThan(distance, best)
                    & ~Vector512.Equals(places, Vector512.Create((long)own)).AsDouble();
                best = Vector512.ConditionalSelect(isNearer, distance, best);
                bestPlace = Vector512.ConditionalSelect(isNearer.AsInt64(), places, bestPlace);
                places += Vector512.Create((long)CompactRows.Lanes);
            }
        }

        return CompactRows.Lowest(best, bestPlace);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>
/// Points that get fewer: those left always fill the first places of their columns, so that a kernel runs over whole vectors without a
/// look at who is still there. Behind the last point every coordinate is infinite, which is near to nothing. Extra columns travel with
/// the points.
/// </summary>
internal sealed class CompactRows
{
    /// <summary>Places that a kernel takes at once.</summary>
    public const int Lanes = 8;

    private readonly int _dimensions;
    private readonly int _columns;

    /// <summary>The rows of a matrix, each in the place of its number.</summary>
    public CompactRows(FeatureMatrix matrix, int extraColumns)
    {
        (_dimensions, _columns, Count) = (matrix.Columns, matrix.Columns + extraColumns, matrix.Rows);
        Stride = (matrix.Rows + Lanes - 1) / Lanes * Lanes;
        Cells = new double[Stride * _columns];
        for (var column = 0; column < _dimensions; column++)
        {
            var cells = Cells.AsSpan(column * Stride, Stride);
            matrix.Column(column).CopyTo(cells);
            cells[matrix.Rows..].Fill(double.PositiveInfinity);
        }

        Ids = [.. Enumerable.Range(0, matrix.Rows)];
        Places = [.. Enumerable.Range(0, matrix.Rows)];
    }

    /// <summary>Points left.</summary>
    public int Count { get; private set; }

    /// <summary>Numbers from one column to the next, whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Coordinates, column after column, and after them the extra columns.</summary>
    public double[] Cells { get; }

    /// <summary>Which point is at a place.</summary>
    public int[] Ids { get; }

    /// <summary>Where a point is that is left.</summary>
    public int[] Places { get; }

    /// <summary>One extra column.</summary>
    public Span<double> Extra(int index) => Cells.AsSpan((_dimensions + index) * Stride, Stride);

    /// <summary>Copies the coordinates at a place.</summary>
    public void CopyPoint(int place, Span<double> point)
    {
        for (var column = 0; column < _dimensions; column++)
        {
            point[column] = Cells[(column * Stride) + place];
        }
    }

    /// <summary>Overwrites the coordinates at a place.</summary>
    public void MovePoint(int place, ReadOnlySpan<double> point)
    {
        for (var column = 0; column < _dimensions; column++)
        {
            Cells[(column * Stride) + place] = point[column];
        }
    }

    /// <summary>Takes a point out; the last takes its place, and leaves its extra columns behind the end.</summary>
    public void RemoveAt(int place)
    {
        var last = --Count;
        for (var column = 0; column < _columns; column++)
        {
            Cells[(column * Stride) + place] = Cells[(column * Stride) + last];
        }

        for (var column = 0; column < _dimensions; column++)
        {
            Cells[(column * Stride) + last] = double.PositiveInfinity;
        }

        Ids[place] = Ids[last];
        Places[Ids[place]] = place;
    }

    /// <summary>Squared distances of the points at eight places to one point.</summary>
    /// <param name="cells">First coordinate of the first place.</param>
    /// <param name="stride">Numbers from one coordinate to the next.</param>
    /// <param name="point">The coordinates of the one point.</param>
    /// <param name="columns">How many coordinates there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector512<double> Squares(double* cells, nint stride, double* point, int columns)
    {
        var squares = Vector512<double>.Zero;
        for (var column = 0; column < columns; column++)
        {
            var difference = Vector512.Load(cells) - Vector512.Create(point[column]);
            squares = Vector512.FusedMultiplyAdd(difference, difference, squares);
            cells += stride;
        }

        return squares;
    }

    /// <summary>The least of eight lanes and its place, ties to the lowest place.</summary>
    public static (int Place, double Distance) Lowest(Vector512<double> distances, Vector512<long> places)
    {
        var lane = 0;
        for (var i = 1; i < Lanes; i++)
        {
            var isLower = distances[i] == distances[lane] ? places[i] < places[lane] : distances[i] < distances[lane];
            lane = isLower ? i : lane;
        }

        return ((int)places[lane], distances[lane]);
    }
}

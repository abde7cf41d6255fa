using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>
/// Squared Euclidean distances of a tile of 16 rows to four points. Sums of squared differences, not the expanded square:
/// near points keep their digits. Each lane adds column after column, so the bits do not depend on the vector width.
/// </summary>
internal unsafe struct TileDistances
{
    /// <summary>Points that are compared at once.</summary>
    public const int Points = 4;

    public Vector512<double> Lower0;
    public Vector512<double> Lower1;
    public Vector512<double> Lower2;
    public Vector512<double> Lower3;
    public Vector512<double> Upper0;
    public Vector512<double> Upper1;
    public Vector512<double> Upper2;
    public Vector512<double> Upper3;

    /// <summary>Distances of a tile to the four points packed at <paramref name="points"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileDistances Compute(double* cells, nint stride, double* points, int columns)
    {
        Vector512<double> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<double> b0 = default, b1 = default, b2 = default, b3 = default;
        for (var column = 0; column < columns; column++)
        {
            var a = Vector512.Load(cells);
            var b = Vector512.Load(cells + 8);
            var point = Vector512.Create(points[0]);
            a0 = AddSquare(a - point, a0);
            b0 = AddSquare(b - point, b0);
            point = Vector512.Create(points[1]);
            a1 = AddSquare(a - point, a1);
            b1 = AddSquare(b - point, b1);
            point = Vector512.Create(points[2]);
            a2 = AddSquare(a - point, a2);
            b2 = AddSquare(b - point, b2);
            point = Vector512.Create(points[3]);
            a3 = AddSquare(a - point, a3);
            b3 = AddSquare(b - point, b3);
            cells += stride;
            points += Points;
        }

        return new TileDistances { Lower0 = a0, Lower1 = a1, Lower2 = a2, Lower3 = a3, Upper0 = b0, Upper1 = b1, Upper2 = b2, Upper3 = b3 };
    }

    /// <summary>Numbers that <paramref name="count"/> packed points of <paramref name="columns"/> columns take.</summary>
    public static int PackedLength(int count, int columns) => (count + Points - 1) / Points * Points * columns;

    /// <summary>
    /// Lays row-major points out four by four, column by column. The last four are filled up with points at infinity,
    /// which are nearest to nothing.
    /// </summary>
    public static void Pack(ReadOnlySpan<double> points, int columns, Span<double> packed)
    {
        packed.Fill(double.PositiveInfinity);
        for (var i = 0; i < points.Length; i++)
        {
            var (point, column) = (i / columns, i % columns);
            packed[((((point / Points) * columns) + column) * Points) + (point % Points)] = points[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> AddSquare(Vector512<double> difference, Vector512<double> sum) =>
        Vector512.FusedMultiplyAdd(difference, difference, sum);
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>The nearest other rows of each row, by looking at all: for a few thousand rows.</summary>
internal sealed class NearestRows
{
    private readonly int[] _rows;
    private readonly double[] _squares;

    private NearestRows(int count, int[] rows, double[] squares) => (Count, _rows, _squares) = (count, rows, squares);

    /// <summary>Neighbours of each row.</summary>
    public int Count { get; }

    /// <summary>The neighbours of a row, the nearest first; of those equally near the one that comes first.</summary>
    public ReadOnlySpan<int> Of(int row) => _rows.AsSpan(row * Count, Count);

    /// <summary>Squared distances to them.</summary>
    public ReadOnlySpan<double> SquaredDistancesOf(int row) => _squares.AsSpan(row * Count, Count);

    public static NearestRows Find(FeatureMatrix matrix, int count, int threads, CancellationToken cancellationToken)
    {
        var rows = new int[matrix.Rows * count];
        var squares = new double[matrix.Rows * count];
        Chunks.Run(
            matrix.Rows,
            threads,
            row => FindOf(matrix, row, rows.AsSpan(row * count, count), squares.AsSpan(row * count, count)),
            cancellationToken);
        return new NearestRows(count, rows, squares);
    }

    private static void FindOf(FeatureMatrix matrix, int row, Span<int> nearest, Span<double> squares)
    {
        var distances = new double[matrix.Rows];
        SquaredDistances.From(matrix, row, distances);
        var found = 0;
        for (var other = 0; other < distances.Length; other++)
        {
            if (other != row && (found < nearest.Length || distances[other] < squares[^1]))
            {
                Insert(other, distances[other], nearest, squares, found);
                found = Math.Min(found + 1, nearest.Length);
            }
        }
    }

    private static void Insert(int row, double distance, Span<int> nearest, Span<double> squares, int found)
    {
        var place = Math.Min(found, nearest.Length - 1);
        for (; place > 0 && squares[place - 1] > distance; place--)
        {
            (nearest[place], squares[place]) = (nearest[place - 1], squares[place - 1]);
        }

        (nearest[place], squares[place]) = (row, distance);
    }
}

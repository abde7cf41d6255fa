using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>The nearest other rows of each row, by looking at all: for a few thousand rows.</summary>
internal sealed class NearestRows
{
    // Rows that share their room for distances.
    private const int Piece = 64;

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
        Chunks.Run((matrix.Rows + Piece - 1) / Piece, threads, piece => FindPiece(matrix, count, piece * Piece, rows, squares), cancellationToken);
        return new NearestRows(count, rows, squares);
    }

    private static void FindPiece(FeatureMatrix matrix, int count, int start, int[] rows, double[] squares)
    {
        var (distances, differences) = (new double[matrix.Rows], new double[matrix.Rows]);
        for (var row = start; row < Math.Min(matrix.Rows, start + Piece); row++)
        {
            SquaredDistances.From(matrix, row, distances, differences);
            FindOf(row, distances, rows.AsSpan(row * count, count), squares.AsSpan(row * count, count));
        }
    }

    private static void FindOf(int row, double[] distances, Span<int> nearest, Span<double> squares)
    {
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

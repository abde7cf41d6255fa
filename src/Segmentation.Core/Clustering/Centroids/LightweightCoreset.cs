using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// A few weighted rows on which any centres have nearly the inertia they have on all (Bachem, Lucic and Krause 2018, "Scalable k-means
/// clustering via lightweight coresets"). A row is drawn with a chance that is half the same for all and half proportional to its
/// squared distance to the mean, so that what lies far out is not missed, and weighs the less the likelier it was drawn.
/// </summary>
public static class LightweightCoreset
{
    /// <summary>
    /// Draws <paramref name="size"/> rows with repetition; rows drawn several times are one row of their weights' sum, so that there are
    /// at most so many. The weights come to about those of all rows.
    /// </summary>
    /// <param name="matrix">At least one row; its weights count.</param>
    /// <param name="size">At least 1.</param>
    /// <param name="seed">Same seed, same rows.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static FeatureMatrix Draw(
        FeatureMatrix matrix, int size, int seed, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var chances = Chances(matrix, threads, cancellationToken);
        var (rows, counts) = DrawRows(chances, size, seed);
        var weights = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var weight = matrix.WeightOf(rows[i]);
            weights[i] = weight * counts[i] / (size * chances.Of(rows[i]));
        }

        return matrix.Take(rows, weights);
    }

    private static RowChances Chances(FeatureMatrix matrix, int threads, CancellationToken cancellationToken)
    {
        var mean = new double[matrix.Columns];
        Chunks.Run(matrix.Columns, Chunks.ThreadsFor(threads), column => mean[column] = Moments.Mean(matrix, column), cancellationToken);
        var chunks = new Chunks(matrix.Rows);
        var squares = new double[matrix.Rows];
        var (masses, distances) = (new double[chunks.Count], new double[chunks.Count]);
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), Measure, cancellationToken);
        return new RowChances(matrix, squares, masses.Sum(), distances.Sum());

        void Measure(int chunk)
        {
            var (start, end) = (chunks.Start(chunk), chunks.End(chunk));
            var mine = squares.AsSpan(start, end - start);
            for (var column = 0; column < matrix.Columns; column++)
            {
                AddSquares(matrix.Column(column)[start..end], mean[column], mine);
            }

            for (var row = start; row < end; row++)
            {
                var weight = matrix.WeightOf(row);
                masses[chunk] += weight;
                distances[chunk] += weight * squares[row];
            }
        }
    }

    private static void AddSquares(ReadOnlySpan<double> cells, double mean, Span<double> squares)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            squares[i] += (cells[i] - mean) * (cells[i] - mean);
        }
    }

    // Sorted numbers are looked up in one pass over the rows.
    private static (int[] Rows, int[] Counts) DrawRows(RowChances chances, int size, int seed)
    {
        var random = new SeededRandom(seed, stream: 11);
        var targets = new double[size];
        for (var i = 0; i < size; i++)
        {
            targets[i] = random.NextDouble();
        }

        Array.Sort(targets);
        var (rows, counts) = (new List<int>(size), new List<int>(size));
        var (sum, next) = (0.0, 0);
        for (var row = 0; row < chances.Rows && next < size; row++)
        {
            sum += chances.Of(row);
            var first = next;
            while (next < size && (targets[next] < sum || row == chances.Rows - 1))
            {
                next++;
            }

            if (next > first)
            {
                rows.Add(row);
                counts.Add(next - first);
            }
        }

        return ([.. rows], [.. counts]);
    }

    /// <summary>The chance of each row; together 1.</summary>
    private sealed class RowChances(FeatureMatrix matrix, double[] squares, double mass, double distance)
    {
        public int Rows => squares.Length;

        public double Of(int row)
        {
            var weight = matrix.WeightOf(row);
            var even = weight / mass;
            return distance > 0 ? (0.5 * even) + (0.5 * weight * squares[row] / distance) : even;
        }
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>
/// How much rows belong together: of each pair a share, symmetric, all together 1. Only pairs of near neighbours have one (van der Maaten
/// 2014). Row after row, the others ascending.
/// </summary>
internal sealed class Affinities
{
    private const int BisectionSteps = 64;

    private readonly int[] _starts;
    private readonly int[] _others;
    private readonly double[] _shares;

    private Affinities(int[] starts, int[] others, double[] shares) => (_starts, _others, _shares) = (starts, others, shares);

    /// <summary>Number of rows.</summary>
    public int Rows => _starts.Length - 1;

    /// <summary>The rows that a row has something in common with.</summary>
    public ReadOnlySpan<int> Others(int row) => _others.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>Their shares.</summary>
    public ReadOnlySpan<double> Shares(int row) => _shares.AsSpan(_starts[row].._starts[row + 1]);

    /// <summary>Affinities in which every row has about <paramref name="perplexity"/> neighbours.</summary>
    public static Affinities Of(FeatureMatrix matrix, double perplexity, int threads, CancellationToken cancellationToken)
    {
        var nearest = NearestRows.Find(matrix, Math.Min(matrix.Rows - 1, (int)((3 * perplexity) + 1)), threads, cancellationToken);
        var shares = new double[matrix.Rows * nearest.Count];
        for (var row = 0; row < matrix.Rows; row++)
        {
            Spread(nearest.SquaredDistancesOf(row), Math.Log(perplexity), shares.AsSpan(row * nearest.Count, nearest.Count));
        }

        return Symmetric(nearest, shares, matrix.Rows);
    }

    // Finds the width of the bell curve around a row at which the shares have the wanted entropy.
    private static void Spread(ReadOnlySpan<double> squares, double entropy, Span<double> shares)
    {
        var unit = 0.0;
        foreach (var square in squares)
        {
            unit += (square - squares[0]) / squares.Length;
        }

        var (narrowness, low, high) = (1.0, 0.0, double.PositiveInfinity);
        for (var step = 0; step < BisectionSteps; step++)
        {
            if (Weigh(squares, unit > 0 ? narrowness / unit : 0, shares) > entropy)
            {
                (low, narrowness) = (narrowness, double.IsPositiveInfinity(high) ? narrowness * 2 : (narrowness + high) / 2);
            }
            else
            {
                (high, narrowness) = (narrowness, (low + narrowness) / 2);
            }
        }
    }

    private static double Weigh(ReadOnlySpan<double> squares, double narrowness, Span<double> shares)
    {
        var (sum, moment) = (0.0, 0.0);
        for (var i = 0; i < squares.Length; i++)
        {
            var exponent = narrowness * (squares[i] - squares[0]);
            shares[i] = Math.Exp(-exponent);
            sum += shares[i];
            moment += shares[i] * exponent;
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return Math.Log(sum) + (moment / sum);
    }

    private static Affinities Symmetric(NearestRows nearest, double[] shares, int rows)
    {
        var pairs = new SortedList<int, double>[rows];
        for (var row = 0; row < rows; row++)
        {
            pairs[row] = new SortedList<int, double>(2 * nearest.Count);
        }

        for (var row = 0; row < rows; row++)
        {
            var others = nearest.Of(row);
            for (var i = 0; i < others.Length; i++)
            {
                var half = shares[(row * nearest.Count) + i] / (2.0 * rows);
                pairs[row][others[i]] = pairs[row].GetValueOrDefault(others[i]) + half;
                pairs[others[i]][row] = pairs[others[i]].GetValueOrDefault(row) + half;
            }
        }

        int[] starts = [0, .. pairs.Select(row => row.Count)];
        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] += starts[row];
        }

        return new Affinities(starts, [.. pairs.SelectMany(row => row.Keys)], [.. pairs.SelectMany(row => row.Values)]);
    }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Tests.Projection;

/// <summary>t-SNE's slope as its authors wrote it: every pair, no tree.</summary>
internal static class NaiveTsne
{
    /// <summary>4 Σ (p - q) (y_i - y_j) / (1 + |y_i - y_j|²), for each point and both axes.</summary>
    public static (double[] X, double[] Y) Slopes(Func<int, int, double> p, double[] x, double[] y)
    {
        var count = x.Length;
        double Closeness(int i, int j) => 1 / (1 + Math.Pow(x[i] - x[j], 2) + Math.Pow(y[i] - y[j], 2));
        var total = Pairs(count).Sum(pair => Closeness(pair.I, pair.J));
        var (slopeX, slopeY) = (new double[count], new double[count]);
        foreach (var (i, j) in Pairs(count))
        {
            var force = 4 * (p(i, j) - (Closeness(i, j) / total)) * Closeness(i, j);
            slopeX[i] += force * (x[i] - x[j]);
            slopeY[i] += force * (y[i] - y[j]);
        }

        return (slopeX, slopeY);
    }

    public static double Divergence(Func<int, int, double> p, double[] x, double[] y)
    {
        double Closeness(int i, int j) => 1 / (1 + Math.Pow(x[i] - x[j], 2) + Math.Pow(y[i] - y[j], 2));
        var total = Pairs(x.Length).Sum(pair => Closeness(pair.I, pair.J));
        return Pairs(x.Length).Where(pair => p(pair.I, pair.J) > 0)
            .Sum(pair => p(pair.I, pair.J) * Math.Log(p(pair.I, pair.J) / (Closeness(pair.I, pair.J) / total)));
    }

    /// <summary>Shares of pairs by the definition, with all other rows as neighbours.</summary>
    public static double[,] Shares(FeatureMatrix matrix, double perplexity)
    {
        var shares = new double[matrix.Rows, matrix.Rows];
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = Row(matrix, i, perplexity);
            for (var j = 0; j < matrix.Rows; j++)
            {
                shares[i, j] += row[j] / (2.0 * matrix.Rows);
                shares[j, i] += row[j] / (2.0 * matrix.Rows);
            }
        }

        return shares;
    }

    private static double[] Row(FeatureMatrix matrix, int i, double perplexity)
    {
        var (low, high) = (0.0, 1e6);
        double[] row = [];
        for (var step = 0; step < 200; step++)
        {
            var narrowness = (low + high) / 2;
            row = [.. Enumerable.Range(0, matrix.Rows).Select(j => i == j ? 0 : Math.Exp(-narrowness * Square(matrix, i, j)))];
            var sum = row.Sum();
            row = Array.ConvertAll(row, weight => weight / sum);
            var entropy = -row.Where(share => share > 0).Sum(share => share * Math.Log(share));
            (low, high) = entropy > Math.Log(perplexity) ? (narrowness, high) : (low, narrowness);
        }

        return row;
    }

    private static double Square(FeatureMatrix matrix, int i, int j) =>
        Enumerable.Range(0, matrix.Columns).Sum(column => Math.Pow(matrix[i, column] - matrix[j, column], 2));

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        from i in Enumerable.Range(0, count) from j in Enumerable.Range(0, count) where i != j select (i, j);
}

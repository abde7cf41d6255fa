using System.Diagnostics;
using Segmentation.Core.Numerics;

namespace Segmentation.Benchmarks;

/// <summary>What the measurements of clustering share: data, medians, and how figures are written.</summary>
internal static class Figures
{
    /// <summary>Runs of which the median counts, after one that does not.</summary>
    public const int Runs = 5;

    /// <summary>Normal clouds of spread 1 that overlap, so that the iterations do not settle early.</summary>
    public static FeatureMatrix Mixture(int rows, int columns, int clouds)
    {
        const double Side = 4;
        var random = new SeededRandom(seed: 20);
        double[] centres = [.. Enumerable.Range(0, clouds * columns).Select(_ => Side * random.NextDouble())];
        var cells = new double[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            var cloud = random.Next(clouds);
            for (var column = 0; column < columns; column++)
            {
                cells[(column * rows) + row] = centres[(cloud * columns) + column] + random.NextNormal();
            }
        }

        return new FeatureMatrix(rows, columns, cells);
    }

    /// <summary>The first rows as centres.</summary>
    public static double[] FirstRows(FeatureMatrix matrix, int count)
    {
        var start = new double[count * matrix.Columns];
        for (var row = 0; row < count; row++)
        {
            matrix.CopyRow(row, start.AsSpan(row * matrix.Columns));
        }

        return start;
    }

    /// <summary>The median time of <see cref="Runs"/> runs, and what the last one gave.</summary>
    public static (double Milliseconds, T Result) Median<T>(Func<T> work)
    {
        var result = work();
        var times = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            result = work();
            times[run] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return (times[Runs / 2], result);
    }

    /// <summary>How long it takes, once.</summary>
    public static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    public static string Text(FormattableString text) => FormattableString.Invariant(text);
}

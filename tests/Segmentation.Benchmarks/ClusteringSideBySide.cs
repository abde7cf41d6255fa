using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Numerics;

namespace Segmentation.Benchmarks;

/// <summary>k-means here and in scikit-learn on the same rows, from the same start, for the same number of iterations.</summary>
public static class ClusteringSideBySide
{
    private const int Runs = 5;
    private const double SameInertia = 1e-9;

    // The interpreter that Debian's python3-sklearn belongs to; SEGMENTATION_PYTHON names another.
    private const string DebianPython = "/usr/bin/python3";

    // Times only fit, on the row-major copy that scikit-learn wants.
    private const string Script = """
        import sys, time, statistics, warnings
        import numpy as np
        import sklearn
        from sklearn.cluster import KMeans
        warnings.filterwarnings("ignore")
        folder, rows, columns, clusters, iterations, runs, algorithm = sys.argv[1:8]
        rows, columns, clusters, iterations, runs = map(int, (rows, columns, clusters, iterations, runs))
        cells = np.ascontiguousarray(np.fromfile(folder + "/cells.f64").reshape(columns, rows).T)
        start = np.fromfile(folder + "/start.f64").reshape(clusters, columns)
        times = []
        for run in range(runs + 1):
            model = KMeans(clusters, init=start, n_init=1, max_iter=iterations, tol=0, algorithm=algorithm)
            begin = time.perf_counter()
            model.fit(cells)
            times.append(time.perf_counter() - begin)
        print(repr(statistics.median(times[1:]) * 1000), repr(float(model.inertia_)), model.n_iter_, sklearn.__version__)
        """;

    /// <summary>Prints one line per figure with both times and their ratio, higher is better for this project.</summary>
    public static void Run(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Compare(output, rows: 1_000_000, columns: 8, clusters: 8, iterations: 20, ["lloyd", "elkan"]);
        Compare(output, rows: 100_000, columns: 6, clusters: 12, iterations: 50, ["lloyd"]);
        Sweep(output, rows: 100_000, columns: 6, to: 12);
    }

    private static void Compare(TextWriter output, int rows, int columns, int clusters, int iterations, string[] algorithms)
    {
        var matrix = Mixture(rows, columns, clusters);
        var start = FirstRows(matrix, clusters);
        var options = new KMeansOptions { ClusterCount = clusters, MaxIterations = iterations, Tolerance = 0 };
        var (ours, result) = Median(() => KMeans.FitFrom(matrix, start, options));
        var gigabytes = (result.Iterations + 1.0) * rows * columns * sizeof(double) / 1e9;
        var figure = Text($"k-means {rows:N0} x {columns}, k = {clusters}, {result.Iterations} iterations");
        output.WriteLine(Text($"{figure}: {ours:0.0} ms, {gigabytes / ours * 1000:0.0} GB of cells a second"));
        foreach (var algorithm in algorithms)
        {
            if (RunPeer(matrix, start, options, algorithm) is { } peer)
            {
                var agrees = Math.Abs(peer.Inertia / result.Inertia - 1) <= SameInertia && peer.Iterations == result.Iterations;
                var verdict = agrees ? "same inertia" : Text($"OTHER RESULT: inertia {result.Inertia:R} and {peer.Inertia:R}, iterations {result.Iterations} and {peer.Iterations}");
                output.WriteLine(Text($"{figure}: {ours:0.0} ms, scikit-learn {peer.Version} {algorithm} {peer.Milliseconds:0.0} ms, ratio {peer.Milliseconds / ours:0.0}, {verdict}"));
            }
            else
            {
                output.WriteLine(Text($"{figure}: scikit-learn is not installed, nothing to compare with"));
            }
        }
    }

    private static void Sweep(TextWriter output, int rows, int columns, int to)
    {
        var matrix = Mixture(rows, columns, clouds: 6);
        var (ours, _) = Median(() =>
        {
            for (var clusters = 2; clusters <= to; clusters++)
            {
                KMeans.Fit(matrix, new KMeansOptions { ClusterCount = clusters });
            }

            return 0;
        });
        output.WriteLine(Text($"k-means {rows:N0} x {columns}, k = 2 to {to}, 10 restarts each: {ours:0.0} ms"));
    }

    /// <summary>Normal clouds of spread 1 that overlap, so that the iterations do not settle early.</summary>
    private static FeatureMatrix Mixture(int rows, int columns, int clouds)
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

    private static double[] FirstRows(FeatureMatrix matrix, int count)
    {
        var start = new double[count * matrix.Columns];
        for (var row = 0; row < count; row++)
        {
            matrix.CopyRow(row, start.AsSpan(row * matrix.Columns));
        }

        return start;
    }

    private static (double Milliseconds, T Result) Median<T>(Func<T> work)
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

    private static PeerRun? RunPeer(FeatureMatrix matrix, double[] start, KMeansOptions options, string algorithm)
    {
        var folder = Directory.CreateTempSubdirectory("side-by-side-").FullName;
        try
        {
            Write(Path.Combine(folder, "cells.f64"), matrix.Cells);
            Write(Path.Combine(folder, "start.f64"), start);
            int[] sizes = [matrix.Rows, matrix.Columns, options.ClusterCount, options.MaxIterations, Runs];
            return Ask([folder, .. sizes.Select(size => Text($"{size}")), algorithm]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PeerRun? Ask(string[] arguments)
    {
        var python = Environment.GetEnvironmentVariable("SEGMENTATION_PYTHON") ?? DebianPython;
        if (!File.Exists(python))
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(python, ["-c", Script, .. arguments]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode != 0 || words.Length != 4
            ? null
            : new PeerRun(Number(words[0]), Number(words[1]), (int)Number(words[2]), words[3]);
    }

    private static void Write(string path, ReadOnlySpan<double> numbers)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private sealed record PeerRun(double Milliseconds, double Inertia, int Iterations, string Version);
}

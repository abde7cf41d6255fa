using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Benchmarks;

/// <summary>k-means here, in scikit-learn and in R on the same rows, from the same start, for the same number of iterations.</summary>
internal static class ClusteringSideBySide
{
    private const double SameInertia = 1e-9;

    // Times only fit, on the row-major copy that scikit-learn wants.
    private const string Sklearn = """
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
        print("scikit-learn_" + sklearn.__version__ + "_" + algorithm, repr(statistics.median(times[1:]) * 1000), repr(float(model.inertia_)), model.n_iter_)
        """;

    // R tells the inertia of the labels before the last movement of the centres; the one around the centres is worked out here.
    private const string RLloyd = """
        a <- commandArgs(trailingOnly = TRUE)
        n <- as.integer(a[2]); p <- as.integer(a[3]); k <- as.integer(a[4]); iterations <- as.integer(a[5]); runs <- as.integer(a[6])
        x <- matrix(readBin(file.path(a[1], "cells.f64"), "double", n * p), nrow = n)
        start <- matrix(readBin(file.path(a[1], "start.f64"), "double", k * p), nrow = k, byrow = TRUE)
        times <- sapply(0:runs, function(run) system.time(model <<- suppressWarnings(kmeans(x, start, iter.max = iterations, algorithm = "Lloyd")))[["elapsed"]])
        nearest <- rep(Inf, n)
        for (j in 1:k) { d <- numeric(n); for (c in 1:p) d <- d + (x[, c] - model$centers[j, c])^2; nearest <- pmin(nearest, d) }
        cat(paste0("R_", getRversion(), "_kmeans_Lloyd"), sprintf("%.17g", median(times[-1]) * 1000), sprintf("%.17g", sum(nearest)), min(model$iter, iterations), "\n")
        """;

    /// <summary>Prints one line per figure with both times and their ratio, higher is better for this project.</summary>
    public static void Run(TextWriter output)
    {
        var bandwidth = Bandwidth();
        output.WriteLine(Figures.Text($"memory: {bandwidth:0.0} GB a second are read by a sum on all cores"));
        Compare(output, rows: 1_000_000, columns: 8, clusters: 8, iterations: 20);
        Compare(output, rows: 100_000, columns: 6, clusters: 12, iterations: 50);
        Widths(output, rows: 1_000_000, columns: 8, clusters: 8, bandwidth);
        IterationAnatomy.Run(output, rows: 1_000_000, columns: 8, clusters: 8, bandwidth);
    }

    private static void Compare(TextWriter output, int rows, int columns, int clusters, int iterations)
    {
        var matrix = Figures.Mixture(rows, columns, clusters);
        var start = Figures.FirstRows(matrix, clusters);
        var options = new KMeansOptions { ClusterCount = clusters, MaxIterations = iterations, Tolerance = 0 };
        var (ours, result) = Figures.Median(() => KMeans.FitFrom(matrix, start, options));
        var figure = Figures.Text($"k-means {rows:N0} x {columns}, k = {clusters}, {result.Iterations} iterations: {ours:0.0} ms");
        string[] sizes = [Figures.Text($"{clusters}"), Figures.Text($"{iterations}"), Figures.Text($"{Figures.Runs}")];
        PeerRun?[] peers =
        [
            Peers.Python(Sklearn, matrix, start, [.. sizes, "lloyd"]),
            Peers.Python(Sklearn, matrix, start, [.. sizes, "elkan"]),
            Peers.R(RLloyd, matrix, start, sizes),
        ];
        foreach (var peer in peers)
        {
            output.WriteLine(peer is null
                ? Figures.Text($"{figure}; a peer is not installed, nothing to compare with")
                : Figures.Text($"{figure}, {peer.Name} {peer.Milliseconds:0.0} ms, ratio {peer.Milliseconds / ours:0.0}, {Verdict(result, peer)}"));
        }
    }

    private static string Verdict(ClusteringResult ours, PeerRun peer) =>
        Math.Abs((peer.Inertia / ours.Inertia) - 1) <= SameInertia
            ? "same inertia"
            : Figures.Text($"OTHER RESULT: inertia {ours.Inertia:R} and {peer.Inertia:R}, iterations {ours.Iterations} and {peer.Iterations}");

    /// <summary>Where the time goes: one iteration at each width, what comes before the first, and what one pass over memory would take.</summary>
    private static void Widths(TextWriter output, int rows, int columns, int clusters, double bandwidth)
    {
        const int Few = 1, Many = 21;
        var matrix = Figures.Mixture(rows, columns, clusters);
        var start = Figures.FirstRows(matrix, clusters);
        foreach (var width in Enum.GetValues<KernelWidth>())
        {
            var options = new KMeansOptions { ClusterCount = clusters, Tolerance = 0, Width = width };
            var (few, _) = Figures.Median(() => KMeans.FitFrom(matrix, start, options with { MaxIterations = Few }));
            var (many, _) = Figures.Median(() => KMeans.FitFrom(matrix, start, options with { MaxIterations = Many }));
            var iteration = (many - few) / (Many - Few);
            var bytes = (double)rows * columns * (width == KernelWidth.Exact ? sizeof(double) : sizeof(float));
            output.WriteLine(Figures.Text(
                $"width {width}: {iteration:0.00} ms an iteration, {bytes / 1e6 / iteration:0.0} GB a second, {bytes / 1e6 / iteration / bandwidth:P0} of the memory's; the first with copying, seeding of sums and the final inertia {few:0.0} ms"));
        }
    }

    // Summed in vectors on every core, out of more memory than any cache holds; the best of several, as for any limit.
    private static double Bandwidth()
    {
        const int Numbers = 1 << 27;
        var numbers = new double[Numbers];
        Array.Fill(numbers, 1);   // memory that was never written to is none
        var threads = Environment.ProcessorCount;
        var share = Numbers / threads;
        double Once() => Figures.Seconds(() => Parallel.For(0, threads, part => System.Numerics.Tensors.TensorPrimitives.Sum<double>(numbers.AsSpan(part * share, share))));
        return sizeof(double) * (double)share * threads / 1e9 / Enumerable.Range(0, 7).Min(_ => Once());
    }
}

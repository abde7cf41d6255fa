using Segmentation.Core.Clustering;

namespace Segmentation.Benchmarks;

/// <summary>A whole curve over the number of clusters, with silhouettes, here and in scikit-learn; in R without silhouettes.</summary>
internal static class SweepSideBySide
{
    private const int Rows = 100_000;
    private const int Columns = 6;
    private const int From = 2;
    private const int To = 12;

    // Once, not five times: it takes half a minute and more.
    private const string Sklearn = """
        import sys, time, warnings
        import numpy as np
        import sklearn
        from sklearn.cluster import KMeans
        from sklearn.metrics import silhouette_score
        warnings.filterwarnings("ignore")
        folder, rows, columns, first, last = sys.argv[1:6]
        rows, columns, first, last = map(int, (rows, columns, first, last))
        cells = np.ascontiguousarray(np.fromfile(folder + "/cells.f64").reshape(columns, rows).T)
        begin = time.perf_counter()
        inertia = 0
        for clusters in range(first, last + 1):
            model = KMeans(clusters, n_init=10, random_state=1).fit(cells)
            silhouette_score(cells, model.labels_, sample_size=10000, random_state=1)
            inertia += model.inertia_
        print("scikit-learn_" + sklearn.__version__, repr((time.perf_counter() - begin) * 1000), repr(float(inertia)), 0)
        """;

    private const string RKmeans = """
        a <- commandArgs(trailingOnly = TRUE)
        n <- as.integer(a[2]); p <- as.integer(a[3])
        x <- matrix(readBin(file.path(a[1], "cells.f64"), "double", n * p), nrow = n)
        inertia <- 0
        set.seed(1)
        time <- system.time(for (k in as.integer(a[4]):as.integer(a[5])) inertia <- inertia + suppressWarnings(kmeans(x, k, nstart = 10, iter.max = 300))$tot.withinss)[["elapsed"]]
        cat(paste0("R_", getRversion(), "_kmeans_without_silhouettes"), sprintf("%.17g", time * 1000), sprintf("%.17g", inertia), 0, "\n")
        """;

    /// <summary>Prints one line per peer with both times and the sums of the inertias.</summary>
    public static void Run(TextWriter output)
    {
        var matrix = Figures.Mixture(Rows, Columns, clouds: 6);
        var (ours, inertia) = Figures.Median(() =>
        {
            var sweep = new KSweep(matrix, new ClusteringOptions());
            return Enumerable.Range(From, To - From + 1).Sum(clusters => sweep.At(clusters).Clustering.Inertia);
        });
        var figure = Figures.Text($"sweep {Rows:N0} x {Columns}, k = {From} to {To}, best of 10 starts, silhouettes of 10,000 rows: {ours:0} ms");
        string[] range = [Figures.Text($"{From}"), Figures.Text($"{To}")];
        foreach (var peer in new[] { Peers.Python(Sklearn, matrix, [], range), Peers.R(RKmeans, matrix, [], range) })
        {
            output.WriteLine(peer is null
                ? Figures.Text($"{figure}; a peer is not installed, nothing to compare with")
                : Figures.Text($"{figure}, {peer.Name} {peer.Milliseconds:0} ms, ratio {peer.Milliseconds / ours:0.0}; all inertias together {inertia:0.0} and {peer.Inertia:0.0}"));
        }
    }
}

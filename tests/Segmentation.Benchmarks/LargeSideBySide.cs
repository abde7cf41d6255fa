using System.Diagnostics;
using System.Globalization;
using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Benchmarks;

/// <summary>Whether ten million rows cost ten times what one million cost, and how much memory they take. Each in a process of its own.</summary>
internal static class LargeSideBySide
{
    /// <summary>The argument by which this program is started to cluster so many rows.</summary>
    public const string ChildArgument = "cluster-one";

    private const int Columns = 6;
    private const int Clusters = 8;
    private const int Iterations = 10;

    public static void Run(TextWriter output)
    {
        var (small, large) = (Measure(1_000_000, Figures.Runs), Measure(10_000_000, Figures.Runs));
        var whole = Measure(10_000_000, runs: 0);
        output.WriteLine(Figures.Text(
            $"k-means 10,000,000 x {Columns}, k = {Clusters}, {Iterations} iterations: {large.Milliseconds:0} ms, {large.Milliseconds / 10:0.0} ms a million rows, {small.Milliseconds:0.0} ms at 1,000,000, ratio {large.Milliseconds / 10 / small.Milliseconds:0.00}"));
        output.WriteLine(Figures.Text(
            $"k-means 10,000,000 x {Columns} with 10 starts: {whole.Milliseconds:0} ms, peak memory of the process {whole.PeakBytes / 1e9:0.00} GB, its rows of {8e-9 * 10_000_000 * Columns:0.00} GB among it"));
    }

    /// <summary>Prints the median time of so many runs from a given start, or of one whole fit when 0, and the peak memory in kB.</summary>
    public static void RunChild(int rows, int runs, TextWriter output)
    {
        var matrix = Figures.Mixture(rows, Columns, Clusters);
        var start = Figures.FirstRows(matrix, Clusters);
        var options = new KMeansOptions { ClusterCount = Clusters };
        var milliseconds = runs > 0
            ? Figures.Median(() => KMeans.FitFrom(matrix, start, options with { MaxIterations = Iterations, Tolerance = 0 })).Milliseconds
            : Figures.Seconds(() => KMeans.Fit(matrix, options)) * 1000;
        output.WriteLine(Figures.Text($"{milliseconds:R} {Machine.PeakKilobytes()}"));
    }

    private static (double Milliseconds, double PeakBytes) Measure(int rows, int runs)
    {
        string[] arguments = [.. Machine.OwnArguments(), ChildArgument, Figures.Text($"{rows}"), Figures.Text($"{runs}")];
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        double[] figures = [.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        return (figures[0], 1024 * figures[1]);
    }
}

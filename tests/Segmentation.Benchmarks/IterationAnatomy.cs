using System.Diagnostics;
using Segmentation.Core.Clustering.Centroids;

namespace Segmentation.Benchmarks;

/// <summary>
/// Where the time of an iteration of k-means goes. Each iteration is done, and then its look over the rows is done again twice: with the
/// labels it found, so that no row moves, and with every tile passed over. The differences are what the steps cost.
/// </summary>
internal static class IterationAnatomy
{
    private const int Iterations = 21;

    /// <summary>Prints what the steps of the first iteration and of the mean later one cost, and how near a look over all rows comes to the
    /// memory's <paramref name="bandwidth"/>, in GB a second.</summary>
    public static void Run(TextWriter output, int rows, int columns, int clusters, double bandwidth)
    {
        var matrix = Figures.Mixture(rows, columns, clusters);
        var start = Figures.FirstRows(matrix, clusters);
        var prepared = new KMeansRows(matrix, threads: Environment.ProcessorCount);
        Once();
        Steps[][] runs = [.. Enumerable.Range(0, Figures.Runs).Select(_ => Once())];
        var first = MedianOf([.. runs.Select(run => run[0])]);
        var later = MedianOf([.. runs.Select(run => Mean(run[1..]))]);
        var bytes = (double)rows * columns * sizeof(float);
        var reached = bytes / 1e6 / first.Distances / bandwidth;
        var memory = bytes / 1e6 / bandwidth;
        output.WriteLine(Figures.Text($"first iteration {Describe(first, rows)}"));
        output.WriteLine(Figures.Text($"each of the next {Iterations - 1} {Describe(later, rows)}"));
        output.WriteLine(Figures.Text(
            $"the distances of all rows alone: {bytes / 1e6 / first.Distances:0.0} GB a second, {reached:P0} of the memory's; reading those rows at its full speed would take {memory:0.0} ms, the other {first.Distances - memory:0.0} ms are arithmetic"));
        output.WriteLine(Figures.Text($"what costs most of a later iteration: {later.Dearest}"));

        Steps[] Once()
        {
            var lloyd = new Lloyd(prepared, start, clusters, Environment.ProcessorCount);
            return [.. Enumerable.Range(0, Iterations).Select(_ => Dissect(lloyd))];
        }
    }

    private static Steps Dissect(Lloyd lloyd)
    {
        var before = (double[])lloyd.SafeUntil.Clone();
        var moved = 0;
        var look = Milliseconds(() => moved = lloyd.Assign(CancellationToken.None));
        var after = (double[])lloyd.SafeUntil.Clone();
        before.CopyTo(lloyd.SafeUntil, 0);
        var withoutMoves = Milliseconds(() => lloyd.Assign(CancellationToken.None));
        Array.Fill(lloyd.SafeUntil, double.PositiveInfinity);
        var passing = Milliseconds(() => lloyd.Assign(CancellationToken.None));
        after.CopyTo(lloyd.SafeUntil, 0);
        var looked = (double)before.Count(until => !(lloyd.Drift < until)) / before.Length;
        var centres = Milliseconds(() => lloyd.MoveCentres());
        return new Steps(looked, moved, passing, Math.Max(0, withoutMoves - passing), Math.Max(0, look - withoutMoves), centres);
    }

    private static string Describe(Steps steps, int rows) => Figures.Text(
        $"{steps.Total:0.00} ms: {steps.Passing:0.00} going through the tiles, {1 - steps.Looked:P0} of which are passed over; {steps.Distances:0.00} distances in the others; {steps.Moves:0.00} moving {steps.Moved:N0} of {rows:N0} rows from sum to sum; {steps.Centres:0.00} adding up the sums and moving the centres");

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Steps Mean(Steps[] steps) => Combine(steps, numbers => numbers.Average());

    private static Steps MedianOf(Steps[] steps) => Combine(steps, numbers => numbers.Order().ElementAt(steps.Length / 2));

    private static Steps Combine(Steps[] steps, Func<IEnumerable<double>, double> combine) => new(
        combine(steps.Select(step => step.Looked)), combine(steps.Select(step => step.Moved)), combine(steps.Select(step => step.Passing)),
        combine(steps.Select(step => step.Distances)), combine(steps.Select(step => step.Moves)), combine(steps.Select(step => step.Centres)));

    /// <param name="Looked">Share of the tiles that were not passed over.</param>
    /// <param name="Moved">Rows whose label changed.</param>
    /// <param name="Passing">Milliseconds to pass over every tile.</param>
    /// <param name="Distances">Milliseconds for the distances in tiles that were looked at.</param>
    /// <param name="Moves">Milliseconds to move rows from sum to sum.</param>
    /// <param name="Centres">Milliseconds to add up the sums of the chunks and move the centres.</param>
    private sealed record Steps(double Looked, double Moved, double Passing, double Distances, double Moves, double Centres)
    {
        public double Total => Passing + Distances + Moves + Centres;

        public string Dearest => new (string Name, double Cost)[]
        {
            ("going through the tiles", Passing), ("distances", Distances), ("moving rows from sum to sum", Moves), ("moving the centres", Centres),
        }.MaxBy(step => step.Cost).Name;
    }
}

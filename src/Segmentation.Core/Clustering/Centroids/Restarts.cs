using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Several starts at once, each on one thread.</summary>
internal static class Restarts
{
    // After so many iterations most of a start's way is behind it, and those far behind the others have lost.
    private const int TrialIterations = 5;
    private const int Survivors = 3;
    private const double SurvivingShare = 1.0 / 3;

    /// <summary>
    /// Runs every start for a few iterations, and the best third of them, three at least, to their rest; gives these back lowest inertia
    /// first. Ties stay in the order of the starts.
    /// </summary>
    public static Rest[] Run(
        KMeansRows rows, double[][] starts, KMeansOptions options, double threshold, CancellationToken cancellationToken)
    {
        var trials = RunAll([.. starts.Select(start => new Rest(start, 0, 0))], Math.Min(TrialIterations, options.MaxIterations));
        return RunAll([.. trials.Take(Math.Max(Survivors, (int)(SurvivingShare * trials.Length)))], options.MaxIterations);

        Rest[] RunAll(Rest[] from, int maxIterations)
        {
            var rests = new Rest[from.Length];
            Chunks.Run(from.Length, Chunks.ThreadsFor(options.Threads), RunOne, cancellationToken);
            return [.. rests.OrderBy(rest => rest.Inertia)];

            void RunOne(int start)
            {
                var lloyd = new Lloyd(rows, from[start].Centres, options.ClusterCount, threads: 1);
                var iterations = lloyd.Run(maxIterations - from[start].Iterations, threshold, cancellationToken);
                rests[start] = lloyd.RestAfter(from[start].Iterations + iterations, cancellationToken);
            }
        }
    }
}

using System.Collections.Concurrent;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>Several starts at once, each on one thread.</summary>
internal static class Restarts
{
    /// <summary>Runs every start, and gives them back lowest inertia first; ties stay in the order of the starts.</summary>
    public static Rest[] Run(KMeansRows rows, KMeansOptions options, double threshold, CancellationToken cancellationToken)
    {
        var rests = new Rest[options.Restarts];
        var spare = new ConcurrentBag<PlusPlusSeeding>();
        Chunks.Run(options.Restarts, Chunks.ThreadsFor(options.Threads), RunOne, cancellationToken);
        return [.. rests.OrderBy(rest => rest.Inertia)];

        void RunOne(int start)
        {
            var seeding = spare.TryTake(out var used) ? used : new PlusPlusSeeding(rows.Tiles);
            var centres = seeding.Choose(options.ClusterCount, new SeededRandom(options.Seed, start), cancellationToken);
            spare.Add(seeding);
            var lloyd = new Lloyd(rows, centres, options.ClusterCount, threads: 1);
            var iterations = lloyd.Run(options.MaxIterations, threshold, cancellationToken);
            rests[start] = lloyd.RestAfter(iterations, cancellationToken);
        }
    }
}

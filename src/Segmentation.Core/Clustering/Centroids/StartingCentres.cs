using System.Collections.Concurrent;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Centroids;

/// <summary>
/// The greedy k-means++ starts of one set of rows, drawn once for the largest number of clusters: the first centres of a start are
/// a start for fewer. Drawn anew when more are asked for, the first ones come out the same.
/// </summary>
internal sealed class StartingCentres(KMeansRows rows, KMeansOptions options)
{
    private readonly Lock _gate = new();
    // That of the largest number expected: the same for all, or fewer clusters would not start with the first centres of more.
    private readonly int _candidates = 2 + (int)Math.Log(options.ClusterCount);
    private double[][] _drawn = [];
    private int _clusters;

    /// <summary>One start per restart, k x columns each.</summary>
    public double[][] Take(int clusters, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (clusters > _clusters)
            {
                var largest = Math.Max(clusters, DistinctRows.Count(rows.Matrix, options.ClusterCount));
                (_drawn, _clusters) = (Draw(largest, cancellationToken), largest);
            }

            return Array.ConvertAll(_drawn, start => start[..(clusters * rows.Matrix.Columns)]);
        }
    }

    private double[][] Draw(int clusters, CancellationToken cancellationToken)
    {
        var starts = new double[options.Restarts][];
        var spare = new ConcurrentBag<PlusPlusSeeding>();
        Chunks.Run(starts.Length, Chunks.ThreadsFor(options.Threads), DrawOne, cancellationToken);
        return starts;

        void DrawOne(int start)
        {
            var seeding = spare.TryTake(out var used) ? used : new PlusPlusSeeding(rows.Tiles);
            starts[start] = seeding.Choose(clusters, _candidates, new SeededRandom(options.Seed, start), cancellationToken);
            spare.Add(seeding);
        }
    }
}

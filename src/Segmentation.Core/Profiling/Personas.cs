using MathNet.Numerics.Statistics;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling;

/// <summary>Real customers that stand for a segment, as rows of the frame.</summary>
/// <param name="Nearest">The one nearest to the centre; null for a segment without rows.</param>
/// <param name="Typical">Up to <see cref="TypicalCount"/> others of the inner half, as different as that allows.</param>
public sealed record Personas(int? Nearest, IReadOnlyList<int> Typical)
{
    /// <summary>How many others there are.</summary>
    public const int TypicalCount = 5;

    // Of more, as many are looked at, evenly spread over the file.
    private const int MostCandidates = 500;

    /// <summary>
    /// The personas of each cluster. Nearest by the clustering's own distance: to the medoid or the prototype, by the features a row has
    /// where some are missing, else Euclidean to the mean, all in the scaled features; ties to the first row. The
    /// others are chosen by farthest-first traversal (Gonzalez 1985) from the nearest one, among the half of the rows that is nearer.
    /// </summary>
    public static IReadOnlyList<Personas> Of(FeatureSet features, ClusteringResult clustering, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(clustering);
        var costs = Distances(features, clustering, threads, cancellationToken);
        var places = new List<int>[clustering.ClusterCount];
        for (var cluster = 0; cluster < places.Length; cluster++)
        {
            places[cluster] = new List<int>(clustering.Sizes[cluster]);
        }

        for (var position = 0; position < clustering.Labels.Length; position++)
        {
            if (clustering.Labels[position] != ClusteringResult.Unassigned)
            {
                places[clustering.Labels[position]].Add(position);
            }
        }

        var found = new Personas[places.Length];
        Chunks.Run(places.Length, Chunks.ThreadsFor(threads), cluster => found[cluster] = Of(features, places[cluster], costs), cancellationToken);
        return found;
    }

    // What other algorithms call a cost, odds or depths, is not least at the centre.
    private static double[] Distances(FeatureSet features, ClusteringResult clustering, int threads, CancellationToken cancellationToken)
    {
        if (clustering.Model is KPodModel && features.Missing is { } missing)
        {
            return clustering.Model.OwnCosts(KPodModel.Blank(features.Matrix, missing), clustering.Labels, threads, cancellationToken);
        }

        return clustering is KMedoidsResult or KPrototypesResult
            ? clustering.Model.OwnCosts(features.Matrix, clustering.Labels, threads, cancellationToken)
            : SquaresToMean(features.Matrix, clustering, threads, cancellationToken);
    }

    // Column after column, as the matrix is stored.
    private static double[] SquaresToMean(FeatureMatrix matrix, ClusteringResult clustering, int threads, CancellationToken cancellationToken)
    {
        var squares = new double[matrix.Rows];
        var chunks = new Chunks(matrix.Rows);
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), AddChunk, cancellationToken);
        return squares;

        void AddChunk(int chunk)
        {
            for (var column = 0; column < matrix.Columns; column++)
            {
                var cells = matrix.Column(column);
                for (var row = chunks.Start(chunk); row < chunks.End(chunk); row++)
                {
                    if (clustering.Labels[row] is var label and not ClusteringResult.Unassigned)
                    {
                        var difference = cells[row] - clustering.Centroids[(label * matrix.Columns) + column];
                        squares[row] += difference * difference;
                    }
                }
            }
        }
    }

    private static Personas Of(FeatureSet features, List<int> positions, double[] costs)
    {
        if (positions.Count == 0)
        {
            return new Personas(null, []);
        }

        // The first of equals.
        var own = positions.ConvertAll(position => costs[position]).ToArray();
        var nearest = positions[Array.IndexOf(own, own.Min())];
        var half = ArrayStatistics.OrderStatisticInplace(own, (own.Length / 2) + 1);
        var inner = positions.FindAll(position => position != nearest && costs[position] <= half);
        var candidates = Enumerable.Range(0, Math.Min(inner.Count, MostCandidates))
            .Select(i => inner[(int)((long)i * inner.Count / Math.Min(inner.Count, MostCandidates))]).ToArray();
        return new Personas(features.Rows[nearest], [.. Spread(features.Matrix, nearest, candidates).Select(position => features.Rows[position]).Order()]);
    }

    private static IEnumerable<int> Spread(FeatureMatrix matrix, int from, int[] candidates)
    {
        var cells = Array.ConvertAll(candidates, position => RowOf(matrix, position));
        var nearness = Array.ConvertAll(cells, row => OrderedSums.Distance(row, RowOf(matrix, from)));
        for (var chosen = 0; chosen < Math.Min(TypicalCount, candidates.Length); chosen++)
        {
            var farthest = Array.IndexOf(nearness, nearness.Max());
            yield return candidates[farthest];
            for (var i = 0; i < nearness.Length; i++)
            {
                nearness[i] = Math.Min(nearness[i], OrderedSums.Distance(cells[i], cells[farthest]));
            }

            // Behind those that are as alike as can be.
            nearness[farthest] = -1;
        }
    }

    private static double[] RowOf(FeatureMatrix matrix, int position)
    {
        var row = new double[matrix.Columns];
        matrix.CopyRow(position, row);
        return row;
    }
}

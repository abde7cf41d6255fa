using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>Draws the borders of clusters in so far that on the rows of the fit the model makes fewest mistakes.</summary>
internal static class ClusterReach
{
    /// <summary>The shapes with their best reach, judged by the rows of each cluster and the unassigned rows nearest to it.</summary>
    public static ClusterShape[] Fit(
        FeatureMatrix matrix, byte[] labels, ClusterShape[] shapes, CancellationToken cancellationToken)
    {
        var own = Array.ConvertAll(shapes, _ => new List<double>());
        var foreign = Array.ConvertAll(shapes, _ => new List<double>());
        var cells = new double[matrix.Columns];
        for (var row = 0; row < labels.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            matrix.CopyRow(row, cells);
            if (labels[row] != ClusteringResult.Unassigned)
            {
                own[labels[row]].Add(shapes[labels[row]].DistanceTo(cells));
                continue;
            }

            var distances = Array.ConvertAll(shapes, shape => shape.DistanceTo(cells));
            foreign[Array.IndexOf(distances, distances.Min())].Add(distances.Min());
        }

        return [.. shapes.Select((shape, cluster) => shape.WithReach(Best(own[cluster], foreign[cluster], shape.Reach)))];
    }

    /// <summary>
    /// Of <paramref name="widest"/> and the distances in <paramref name="own"/> the one within which fewest rows of others and beyond
    /// which fewest own rows lie, counted together; ties to the wider.
    /// </summary>
    /// <param name="own">Distances of the cluster's own rows, none beyond the widest reach.</param>
    /// <param name="foreign">Distances of rows that should not belong to it.</param>
    /// <param name="widest">The reach where no row speaks against it.</param>
    public static double Best(List<double> own, List<double> foreign, double widest)
    {
        double[] strangers = [.. foreign.Where(distance => distance <= widest).OrderDescending()];
        var (best, fewest, within) = (widest, strangers.Length, 0);
        foreach (var (beyond, reach) in own.OrderDescending().Index())
        {
            while (within < strangers.Length && strangers[within] > reach)
            {
                within++;
            }

            var mistakes = strangers.Length - within + beyond;
            (best, fewest) = mistakes < fewest ? (reach, mistakes) : (best, fewest);
        }

        return best;
    }
}

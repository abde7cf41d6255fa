using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Density;

/// <summary>How near rows are to each other in view of their densities, whatever is called a cluster: it takes most of the time of a fit,
/// and only condensing is left to do when the smallest cluster changes. Immutable.</summary>
/// <param name="Rows">The rows looked at, ascending: all, or a seeded sample of <see cref="Hdbscan.MaxRows"/>.</param>
/// <param name="Sample">These rows, with their weights.</param>
/// <param name="CoreSquares">Squares of their core distances.</param>
/// <param name="Merges">Of a minimum spanning tree over mutual reachability, lowest first.</param>
internal sealed record Reachability(int[] Rows, FeatureMatrix Sample, double[] CoreSquares, DendrogramMerge[] Merges)
{
    /// <summary>Measures the rows of a matrix, of which all weigh something.</summary>
    public static Reachability Of(FeatureMatrix matrix, DensityOptions options, CancellationToken cancellationToken)
    {
        var isSampled = matrix.Rows > Hdbscan.MaxRows;
        int[] rows = isSampled ? RowSample.Draw(matrix.Rows, Hdbscan.MaxRows, options.Seed) : [.. Enumerable.Range(0, matrix.Rows)];
        var sample = isSampled ? matrix.Take(rows) : matrix;
        var mass = options.SampleMass(Moments.TotalWeight(matrix));
        var coreSquares = CoreDistances.Squares(sample, mass, options.Threads, cancellationToken);
        var pairs = ReachabilityTree.Span(sample, coreSquares, cancellationToken);
        return new Reachability(rows, sample, coreSquares, MergeNumbers.Give(pairs, sample.Rows));
    }
}

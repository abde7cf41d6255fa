using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>A way of putting rows into the plane for the eye.</summary>
public enum ViewKind
{
    /// <summary>Neighbours stay neighbours (<see cref="Projection.Tsne"/>).</summary>
    Tsne,

    /// <summary>City-block distances are kept as well as the plane can (<see cref="ClassicalMds"/>).</summary>
    Mds,
}

/// <summary>Some rows of a matrix in the plane. Immutable.</summary>
/// <param name="Kind">How they were put there.</param>
/// <param name="Rows">Which rows of the matrix, ascending: all of them, or a sample where there are many.</param>
/// <param name="Coordinates">One row per entry of <paramref name="Rows"/>, two columns.</param>
public sealed record RowView(ViewKind Kind, int[] Rows, FeatureMatrix Coordinates)
{
    /// <summary>Most rows that t-SNE is asked to place.</summary>
    public const int MaxTsneRows = 5_000;

    /// <summary>Most rows that classical scaling is asked to place.</summary>
    public const int MaxMdsRows = 2_000;

    /// <summary>Most rows of a view.</summary>
    public static int MaxRowsOf(ViewKind kind) => kind == ViewKind.Tsne ? MaxTsneRows : MaxMdsRows;

    /// <summary>Puts the rows of <paramref name="matrix"/>, or as many as the view may have, into the plane.</summary>
    /// <param name="matrix">The rows, at least one.</param>
    /// <param name="kind">How.</param>
    /// <param name="seed">Draws the rows where there are more, and starts t-SNE.</param>
    /// <param name="threads">Threads to use; 0 for one per core. Changes the time taken and nothing else.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static RowView Of(
        FeatureMatrix matrix, ViewKind kind, int seed = 1, int threads = 0, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var most = MaxRowsOf(kind);
        int[] rows = matrix.Rows <= most ? [.. Enumerable.Range(0, matrix.Rows)] : RowSample.Draw(matrix.Rows, most, seed);
        var some = matrix.Rows <= most ? matrix : matrix.Take(rows);
        var coordinates = kind == ViewKind.Tsne
            ? Tsne.Fit(some, new TsneOptions { Seed = seed, Threads = threads }, progress, cancellationToken).Coordinates
            : ClassicalMds.Fit(some, MdsDistance.CityBlock, progress, cancellationToken);
        return new RowView(kind, rows, coordinates);
    }
}

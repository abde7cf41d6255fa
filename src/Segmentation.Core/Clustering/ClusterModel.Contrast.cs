using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

public abstract partial class ClusterModel
{
    /// <summary>What belongs to no column in a contrast, in a few words; null when everything belongs to one.</summary>
    public virtual string? RestName => null;

    /// <summary>The cluster of one row, as <see cref="Assign"/> has it.</summary>
    /// <param name="row">As many cells as there are columns.</param>
    /// <exception cref="ArgumentException">The columns are not the model's.</exception>
    public byte Place(ReadOnlySpan<double> row)
    {
        ThrowIfForeign(row);
        Span<double> costs = stackalloc double[ClusterCount];
        CostsOf(row, costs);
        return Cheapest(costs);
    }

    /// <summary>
    /// What keeps a row in its cluster: by how much the cheapest other cluster costs more, column by column. The unit is one in which
    /// columns can be added: squared distances where costs are distances, else that of the costs.
    /// </summary>
    /// <param name="row">As many cells as there are columns.</param>
    /// <param name="own">The cluster it belongs to, or <see cref="ClusteringResult.Unassigned"/>: then what keeps it out of the
    /// nearest cluster.</param>
    /// <exception cref="ArgumentException">The columns are not the model's.</exception>
    public ClusterContrast Contrast(ReadOnlySpan<double> row, byte own)
    {
        ThrowIfForeign(row);
        Span<double> costs = stackalloc double[ClusterCount];
        CostsOf(row, costs);
        var parts = new double[Columns];
        return RunnerUp(costs, own) is { } other
            ? new ClusterContrast(own, other, parts, Split(row, own, other, parts))
            : new ClusterContrast(own, null, parts, 0);
    }

    /// <summary>
    /// The same clusters for rows of features, where this model is one of their first principal components. Rows are placed alike, and
    /// contrasts are as large; what belongs to which feature, the model says.
    /// </summary>
    /// <param name="components">Of covariances: only these keep distances.</param>
    internal virtual ClusterModel OfFeatures(PrincipalComponents components) => new ProjectedModel(this, components);

    /// <summary>Part of a difference of two squared distances: (x - other)^2 - (x - own)^2 without cancellation.</summary>
    protected static double SquaresApart(double x, double own, double other) => (own - other) * (x - own + (x - other));

    /// <summary>Which cluster the row is held against; null when there is none.</summary>
    protected virtual byte? RunnerUp(ReadOnlySpan<double> costs, byte own)
    {
        byte? best = null;
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            var isBetter = cluster != own && !double.IsNaN(costs[cluster]) && (best is null || costs[cluster] < costs[best.Value]);
            best = isBetter ? (byte)cluster : best;
        }

        return best;
    }

    /// <summary>Fills in, per column, what <paramref name="other"/> costs more than <paramref name="own"/>, and gives what belongs to no column.</summary>
    protected abstract double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts);

    private void ThrowIfForeign(ReadOnlySpan<double> row)
    {
        if (row.Length != Columns)
        {
            throw new ArgumentException($"A row of {row.Length} columns cannot be placed in clusters of {Columns}.", nameof(row));
        }
    }
}

/// <summary>One row, its cluster, and the next cheapest one.</summary>
/// <param name="Own">The row's cluster, or <see cref="ClusteringResult.Unassigned"/>.</param>
/// <param name="RunnerUp">The cheapest other cluster; null when there is none, or the row has no cell at all.</param>
/// <param name="Parts">Per column what the runner-up costs more; negative where the row is more like the runner-up.</param>
/// <param name="Rest">What belongs to no column; see <see cref="ClusterModel.RestName"/>.</param>
public sealed record ClusterContrast(byte Own, byte? RunnerUp, double[] Parts, double Rest)
{
    /// <summary>Parts and rest together; negative where an algorithm put the row elsewhere than its model would.</summary>
    public double Margin { get; } = Parts.Sum() + Rest;
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>
/// The components of a mixture: a row belongs to the likeliest. A cost is minus the natural logarithm of the probability that a row comes
/// from
/// a component, so that a margin is the logarithm of the odds against the next likeliest: 0 for even odds, 2.2 for nine to one.
/// </summary>
public sealed class GaussianMixtureModel : ClusterModel
{
    internal GaussianMixtureModel(GaussianComponents components) => Components = components;

    /// <inheritdoc/>
    public override int ClusterCount => Components.Count;

    /// <inheritdoc/>
    public override int Columns => Components.Columns;

    internal GaussianComponents Components { get; }

    /// <summary>
    /// How likely each row comes from each component: rows x k numbers, component after component, each row's together 1.
    /// </summary>
    /// <param name="rows">As for <see cref="ClusterModel.Assign"/>.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The columns are not the model's.</exception>
    public float[] Responsibilities(FeatureMatrix rows, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns)
        {
            throw new ArgumentException($"Rows of {rows.Columns} columns cannot be placed in clusters of {Columns}.", nameof(rows));
        }

        var chunks = new Chunks(rows.Rows);
        var shares = new float[rows.Rows * ClusterCount];
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), FillChunk, cancellationToken);
        return shares;

        void FillChunk(int chunk)
        {
            var cells = new double[Columns];
            var costs = new double[ClusterCount];
            for (var row = chunks.Start(chunk); row < chunks.End(chunk); row++)
            {
                rows.CopyRow(row, cells);
                CostsOf(cells, costs);
                for (var component = 0; component < costs.Length; component++)
                {
                    shares[(component * rows.Rows) + row] = (float)Math.Exp(-costs[component]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string RestName => Components.IsDiagonal ? "how common the segments are" : "how common and how wide the segments are";

    /// <summary>The same share of probabilities as of distances elsewhere: 55 to 45 is on the border.</summary>
    protected override double BorderWidth(double own, double other) => Math.Log((1 + BorderShare) / (1 - BorderShare));

    /// <summary>Minus the logarithm of the probability of each component, given the row.</summary>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        var least = double.PositiveInfinity;
        for (var component = 0; component < costs.Length; component++)
        {
            costs[component] = -Components.LogDensity(row, component);
            least = Math.Min(least, costs[component]);
        }

        var sum = 0.0;
        foreach (var cost in costs)
        {
            sum += Math.Exp(least - cost);
        }

        var all = least - Math.Log(sum);
        foreach (ref var cost in costs)
        {
            cost -= all;
        }
    }

    /// <summary>
    /// Differences of logarithms of density. Where features vary together, what two of them say together is halved between them
    /// (<see cref="GaussianComponents.SplitDensity"/>).
    /// </summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        var theirs = new double[parts.Length];
        var rest = Components.SplitDensity(row, own, parts) - Components.SplitDensity(row, other, theirs);
        for (var column = 0; column < parts.Length; column++)
        {
            parts[column] -= theirs[column];
        }

        return rest;
    }
}

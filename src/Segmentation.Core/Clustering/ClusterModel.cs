using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>A fitted clustering as a small value of its own, without the rows it was fitted to: it can place any row of the same
/// columns.</summary>
public abstract partial class ClusterModel
{
    /// <summary>How much of the way from one centre to the next belongs to the border; see <see cref="Borderline"/>.</summary>
    public const double BorderShare = 0.1;

    /// <summary>Number of clusters.</summary>
    public abstract int ClusterCount { get; }

    /// <summary>Number of columns that a row must have.</summary>
    public abstract int Columns { get; }

    /// <summary>The cluster of each row, 0 to k - 1; ties to the lower number. Never <see cref="ClusteringResult.Unassigned"/> unless the
    /// model says so.</summary>
    /// <param name="rows">Of the columns, scaling and weights of features that the model was fitted to.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The columns are not the model's.</exception>
    public byte[] Assign(FeatureMatrix rows, int threads = 0, CancellationToken cancellationToken = default)
    {
        ThrowIfForeign(rows);
        var labels = new byte[rows.Rows];
        ForEachRow(rows, threads, (row, costs) => labels[row] = Cheapest(costs), cancellationToken);
        return labels;
    }

    /// <summary>
    /// How far each row is from a change of cluster: the cost of the cheapest other cluster less that of its own one, 0 on the border
    /// and where rounding puts the row beyond it. 0 for an unassigned row; infinite where there is no other cluster, or the row's was given.
    /// </summary>
    /// <param name="rows">As for <see cref="Assign"/>.</param>
    /// <param name="labels">The clusters the rows belong to.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The columns are not the model's, or there is not one label per row.</exception>
    public float[] Margins(FeatureMatrix rows, byte[] labels, int threads = 0, CancellationToken cancellationToken = default)
    {
        ThrowIfForeign(rows, labels);
        var margins = new float[rows.Rows];
        ForEachRow(rows, threads, (row, costs) => margins[row] = Margin(costs, labels[row]), cancellationToken);
        return margins;
    }

    /// <summary>
    /// Whether each row could as well belong to the next cluster: its margin is less than <see cref="BorderShare"/> of its two distances
    /// together, to its own cluster and to the next. On the straight line between two centres that is a tenth of the way from one to the
    /// other. False for an unassigned row, and where there is no other cluster.
    /// </summary>
    /// <param name="rows">As for <see cref="Assign"/>.</param>
    /// <param name="labels">The clusters the rows belong to.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The columns are not the model's, or there is not one label per row.</exception>
    public bool[] Borderline(FeatureMatrix rows, byte[] labels, int threads = 0, CancellationToken cancellationToken = default)
    {
        ThrowIfForeign(rows, labels);
        var borderline = new bool[rows.Rows];
        ForEachRow(rows, threads, (row, costs) => borderline[row] = IsBorderline(costs, labels[row]), cancellationToken);
        return borderline;
    }

    /// <summary>What each row costs its own cluster, in the unit of <see cref="CostsOf"/>; infinite for an unassigned row.</summary>
    /// <param name="rows">As for <see cref="Assign"/>.</param>
    /// <param name="labels">The clusters the rows belong to.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">The columns are not the model's, or there is not one label per row.</exception>
    public double[] OwnCosts(FeatureMatrix rows, byte[] labels, int threads = 0, CancellationToken cancellationToken = default)
    {
        ThrowIfForeign(rows, labels);
        var own = new double[rows.Rows];
        ForEachRow(
            rows,
            threads,
            (row, costs) => own[row] = labels[row] == ClusteringResult.Unassigned ? double.PositiveInfinity : costs[labels[row]],
            cancellationToken);
        return own;
    }

    /// <summary>Whether a missing cell must come as NaN and not as the number that stands in for it.</summary>
    internal virtual bool PassesOverMissing => false;

    internal void FindCosts(ReadOnlySpan<double> row, Span<double> costs) => CostsOf(row, costs);

    internal byte FindCheapest(ReadOnlySpan<double> costs) => Cheapest(costs);

    internal byte? FindRunnerUp(ReadOnlySpan<double> costs, byte own) => RunnerUp(costs, own);

    internal double FindSplit(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts) => Split(row, own, other, parts);

    internal double FindBorderWidth(double own, double other) => BorderWidth(own, other);

    /// <summary>
    /// What it would cost to put one row into each cluster, k numbers: the cheapest is its cluster. The unit is the
    /// algorithm's own, chosen so that a difference of two costs means something to people: a distance, or a logarithm of odds.
    /// </summary>
    protected abstract void CostsOf(ReadOnlySpan<double> row, Span<double> costs);

    /// <summary>Which cluster costs say.</summary>
    protected virtual byte Cheapest(ReadOnlySpan<double> costs)
    {
        var best = 0;
        for (var cluster = 1; cluster < costs.Length; cluster++)
        {
            best = costs[cluster] < costs[best] ? cluster : best;
        }

        return (byte)best;
    }

    /// <summary>The margin under which a row is on the border, by the costs of its own cluster and of the next.</summary>
    protected virtual double BorderWidth(double own, double other) => BorderShare * (own + other);

    private static float Margin(ReadOnlySpan<double> costs, byte own) =>
        own == ClusteringResult.Unassigned ? 0
        : IsGiven(costs, own) ? float.PositiveInfinity
        : (float)Math.Max(0, CheapestOther(costs, own) - costs[own]);

    // A cluster that features do not lead to, they do not lead out of either.
    private static bool IsGiven(ReadOnlySpan<double> costs, byte own) => double.IsPositiveInfinity(costs[own]);

    private static double CheapestOther(ReadOnlySpan<double> costs, byte own)
    {
        var other = double.PositiveInfinity;
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            other = cluster == own ? other : Math.Min(other, costs[cluster]);
        }

        return other;
    }

    private bool IsBorderline(ReadOnlySpan<double> costs, byte own)
    {
        if (own == ClusteringResult.Unassigned || costs.Length < 2 || IsGiven(costs, own))
        {
            return false;
        }

        var other = CheapestOther(costs, own);
        return other - costs[own] < BorderWidth(costs[own], other);
    }

    private void ForEachRow(FeatureMatrix rows, int threads, PerRow body, CancellationToken cancellationToken)
    {
        var chunks = new Chunks(rows.Rows);
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), RunChunk, cancellationToken);

        void RunChunk(int chunk)
        {
            var cells = new double[rows.Columns];
            var costs = new double[ClusterCount];
            for (var row = chunks.Start(chunk); row < chunks.End(chunk); row++)
            {
                rows.CopyRow(row, cells);
                CostsOf(cells, costs);
                body(row, costs);
            }
        }
    }

    private void ThrowIfForeign(FeatureMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Columns)
        {
            throw new ArgumentException($"Rows of {rows.Columns} columns cannot be placed in clusters of {Columns}.", nameof(rows));
        }
    }

    private void ThrowIfForeign(FeatureMatrix rows, byte[] labels)
    {
        ThrowIfForeign(rows);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length != rows.Rows)
        {
            throw new ArgumentException($"{labels.Length} labels do not belong to {rows.Rows} rows.", nameof(labels));
        }
    }

    private delegate void PerRow(int row, ReadOnlySpan<double> costs);
}

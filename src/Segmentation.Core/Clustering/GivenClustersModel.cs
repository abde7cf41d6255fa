using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>A model among whose clusters are some that no row can come to or leave: they are given.</summary>
/// <param name="found">The model of the others.</param>
/// <param name="order">Per cluster its number in <paramref name="found"/>, or one beyond.</param>
internal sealed class GivenClustersModel(ClusterModel found, int[] order) : ClusterModel
{
    public override int ClusterCount => order.Length;

    public override int Columns => found.Columns;

    public override string? RestName => found.RestName;

    internal override bool PassesOverMissing => found.PassesOverMissing;

    internal override ClusterModel OfFeatures(PrincipalComponents components) => new GivenClustersModel(found.OfFeatures(components), order);

    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        Span<double> inner = stackalloc double[found.ClusterCount];
        found.FindCosts(row, inner);
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            costs[cluster] = order[cluster] < inner.Length ? inner[order[cluster]] : double.PositiveInfinity;
        }
    }

    protected override byte Cheapest(ReadOnlySpan<double> costs)
    {
        Span<double> inner = stackalloc double[found.ClusterCount];
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            if (order[cluster] < inner.Length)
            {
                inner[order[cluster]] = costs[cluster];
            }
        }

        var best = found.FindCheapest(inner);
        return best == ClusteringResult.Unassigned ? best : (byte)Array.IndexOf(order, best);
    }

    protected override double BorderWidth(double own, double other) => found.FindBorderWidth(own, other);

    // Nothing keeps a row in a given cluster but what gave it there, and nothing moves it to one.
    protected override byte? RunnerUp(ReadOnlySpan<double> costs, byte own) =>
        !IsGiven(own) && base.RunnerUp(costs, own) is { } other && !IsGiven(other) ? other : null;

    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts) =>
        found.FindSplit(row, own == ClusteringResult.Unassigned ? own : (byte)order[own], (byte)order[other], parts);

    private bool IsGiven(byte cluster) => cluster != ClusteringResult.Unassigned && order[cluster] >= found.ClusterCount;
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>A model of principal components that is asked about rows of features.</summary>
/// <param name="found">The model of the components.</param>
/// <param name="components">How features become components.</param>
internal sealed class ProjectedModel(ClusterModel found, PrincipalComponents components) : ClusterModel
{
    public override int ClusterCount => found.ClusterCount;

    public override int Columns => components.Count;

    public override string? RestName => found.RestName;

    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        Span<double> scores = stackalloc double[found.Columns];
        components.Project(row, scores);
        found.FindCosts(scores, costs);
    }

    protected override byte Cheapest(ReadOnlySpan<double> costs) => found.FindCheapest(costs);

    protected override double BorderWidth(double own, double other) => found.FindBorderWidth(own, other);

    protected override byte? RunnerUp(ReadOnlySpan<double> costs, byte own) => found.FindRunnerUp(costs, own);

    /// <summary>Each feature bears its share of each component, which is the square of its loading: they sum to 1.</summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        Span<double> scores = stackalloc double[found.Columns];
        Span<double> ofComponents = stackalloc double[found.Columns];
        components.Project(row, scores);
        var rest = found.FindSplit(scores, own, other, ofComponents);
        parts.Clear();
        for (var component = 0; component < ofComponents.Length; component++)
        {
            var loadings = components.Loadings(component);
            for (var column = 0; column < parts.Length; column++)
            {
                parts[column] += loadings[column] * loadings[column] * ofComponents[component];
            }
        }

        return rest;
    }
}

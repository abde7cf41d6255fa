namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>A row belongs to the prototype that costs it least.</summary>
public sealed class KPrototypesModel : ClusterModel
{
    private readonly MixedSpace _space;
    private readonly double[] _centres;

    internal KPrototypesModel(MixedSpace space, double[] centres, int clusterCount) =>
        (_space, _centres, ClusterCount) = (space, centres, clusterCount);

    /// <inheritdoc/>
    public override int ClusterCount { get; }

    /// <inheritdoc/>
    public override int Columns => _space.Columns;

    /// <summary>What two different categories cost.</summary>
    public double MismatchWeight => _space.MismatchWeight;

    /// <summary>What they cost when nobody chooses.</summary>
    internal double SuggestedWeight => _space.SuggestedWeight;

    /// <summary>A prototype's numbers, in the order of the columns that are no categories.</summary>
    public ReadOnlySpan<double> Numbers(int cluster) => Centre(cluster)[.._space.Numbers];

    /// <summary>A prototype's category in one block, by its place there; the block's number of columns for "none".</summary>
    public int Category(int cluster, int block) => (int)Centre(cluster)[_space.Numbers + block];

    /// <summary>Roots of the costs, so that without categories they are distances, in units of the scaled features.</summary>
    protected override void CostsOf(ReadOnlySpan<double> row, Span<double> costs)
    {
        Span<double> packed = stackalloc double[_space.Width];
        _space.Pack(row, packed);
        for (var cluster = 0; cluster < costs.Length; cluster++)
        {
            costs[cluster] = Math.Sqrt(_space.Cost(packed, Centre(cluster)));
        }
    }

    /// <summary>Differences of squared differences of numbers and of mismatches; a category's stands at its block's first column.</summary>
    protected override double Split(ReadOnlySpan<double> row, byte own, byte other, Span<double> parts)
    {
        Span<double> packed = stackalloc double[_space.Width];
        _space.Pack(row, packed);
        _space.Split(packed, Centre(own), Centre(other), parts);
        return 0;
    }

    private ReadOnlySpan<double> Centre(int cluster) => _centres.AsSpan(cluster * _space.Width, _space.Width);
}

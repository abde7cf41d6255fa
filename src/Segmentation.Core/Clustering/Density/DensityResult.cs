namespace Segmentation.Core.Clustering.Density;

/// <summary>Clusters that are denser than what is around them, of any shape, at least one; rows in between are unassigned.</summary>
public sealed record DensityResult : ClusteringResult
{
    private readonly ClusterModel _model;

    internal DensityResult(ClusteringResult clusters, ClusterModel model, int[] rows, double[] probabilities, double[] persistence)
        : base(clusters) => (_model, Rows, Probabilities, Persistence) = (model, rows, probabilities, persistence);

    /// <summary>The rows looked at, ascending: all, or a sample.</summary>
    public int[] Rows { get; private init; }

    /// <summary>
    /// For each of <see cref="Rows"/> how deep in its cluster it is: its density over the cluster's greatest, 1 in the core, 0 for an
    /// unassigned row.
    /// </summary>
    public double[] Probabilities { get; }

    /// <summary>
    /// Per cluster how long it lasts while the density asked for grows, 0 to 1: its stability over its weight
    /// times the greatest density of all.
    /// </summary>
    public double[] Persistence { get; }

    /// <summary>True when a sample was looked at, and the model placed the other rows.</summary>
    public bool IsSampled => Rows.Length < Labels.Length;

    /// <summary>Places rows by the nearest rows that stand for a cluster, or nowhere.</summary>
    public override ClusterModel Model => _model;

    internal override ClusteringResult Among(int[] rows, byte[] labels) =>
        (DensityResult)base.Among(rows, labels) with { Rows = Array.ConvertAll(Rows, row => rows[row]) };
}

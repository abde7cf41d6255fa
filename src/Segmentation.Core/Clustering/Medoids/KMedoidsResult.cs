namespace Segmentation.Core.Clustering.Medoids;

/// <summary>
/// What k-medoids found. <see cref="ClusteringResult.Centroids"/> and <see cref="ClusteringResult.Inertia"/> are those of the rows'
/// means, as of any clustering; a row belongs to the nearest medoid.
/// </summary>
public sealed record KMedoidsResult : ClusteringResult
{
    private readonly CentreModel _model;

    internal KMedoidsResult(ClusteringResult clusters, int[] medoids, CentreModel model)
        : base(clusters) => (Medoids, _model) = (medoids, model);

    /// <summary>Per cluster the row that stands for it: one of its own.</summary>
    public int[] Medoids { get; private init; }

    /// <summary>Sum over all rows of weight times distance to their medoid, not squared.</summary>
    public double Loss { get; internal init; }

    /// <summary>
    /// How many rows the medoids were chosen from: all of them, or a sample of <see cref="KMedoidsOptions.MaxExactRows"/>.
    /// </summary>
    public int CandidateRows { get; internal init; }

    /// <summary>True when the medoids were chosen from a sample of the rows.</summary>
    public bool IsSampled => CandidateRows < Labels.Length;

    /// <summary>The nearest medoid.</summary>
    public override ClusterModel Model => _model;

    internal override ClusteringResult Among(int[] rows, byte[] labels) =>
        (KMedoidsResult)base.Among(rows, labels) with { Medoids = Array.ConvertAll(Medoids, medoid => rows[medoid]) };
}

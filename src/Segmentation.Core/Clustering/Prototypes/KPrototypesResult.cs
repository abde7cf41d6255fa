namespace Segmentation.Core.Clustering.Prototypes;

/// <summary>
/// What k-prototypes found. <see cref="ClusteringResult.Centroids"/> and <see cref="ClusteringResult.Inertia"/> are those of the means of
/// all
/// columns, of an indicator the share of its category, as of any clustering; a row belongs to the prototype that costs it least.
/// </summary>
public sealed record KPrototypesResult : ClusteringResult
{
    private readonly KPrototypesModel _model;

    internal KPrototypesResult(ClusteringResult clusters, KPrototypesModel model)
        : base(clusters) => _model = model;

    /// <summary>Sum over the rows of weight times cost: squared differences of numbers and weights of mismatches.</summary>
    public double Cost { get; internal init; }

    /// <summary>What two different categories cost: the choice, or Huang's advice.</summary>
    public double MismatchWeight => _model.MismatchWeight;

    /// <summary>Huang's advice, whatever was chosen.</summary>
    public double SuggestedMismatchWeight => _model.SuggestedWeight;

    /// <summary>The nearest prototype.</summary>
    public override KPrototypesModel Model => _model;
}

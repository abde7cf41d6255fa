namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>
/// What a Gaussian mixture found. <see cref="ClusteringResult.Centroids"/> and <see cref="ClusteringResult.Inertia"/> are those of the rows
/// by their likeliest component, as of any clustering; the components' own means stand in <see cref="Means"/>.
/// </summary>
public sealed record GaussianMixtureResult : ClusteringResult
{
    private readonly GaussianMixtureModel _model;

    internal GaussianMixtureResult(ClusteringResult clusters, GaussianMixtureModel model)
        : base(clusters) => _model = model;

    /// <summary>Share of each component, together 1.</summary>
    public ReadOnlySpan<double> Weights => _model.Components.Weights;

    /// <summary>k x columns, row after row: the middle of each component.</summary>
    public ReadOnlySpan<double> Means => _model.Components.Means;

    /// <summary>k x columns x columns, component after component: its covariances, all of them whatever the shape.</summary>
    public ReadOnlySpan<double> Covariances => _model.Components.Covariances;

    /// <summary>What shapes the components could have.</summary>
    public CovarianceShape Shape => _model.Components.Shape;

    /// <summary>Natural logarithm of the likelihood of all rows: the sum of weight times log density.</summary>
    public double LogLikelihood { get; internal init; }

    /// <summary>False when the iterations ended the fit before the likelihood had settled.</summary>
    public bool IsConverged { get; internal init; }

    /// <summary>Bayesian information criterion (Schwarz 1978), with the total weight as number of rows: lower is better.</summary>
    public double Bic => (_model.Components.Parameters * Math.Log(TotalWeight)) - (2 * LogLikelihood);

    /// <summary>Akaike's information criterion (1974): lower is better.</summary>
    public double Aic => (2.0 * _model.Components.Parameters) - (2 * LogLikelihood);

    /// <summary>The likeliest component; also tells how likely each is, <see cref="GaussianMixtureModel.Responsibilities"/>.</summary>
    public override GaussianMixtureModel Model => _model;

    /// <summary>Sum of the rows' weights.</summary>
    internal double TotalWeight { get; init; }
}

using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features;

/// <summary>The first principal components of a feature matrix, and where its rows lie in them. Immutable.</summary>
/// <param name="Fit">The components of the scaled and weighted features, of their covariances: with standard scaling and equal weights
/// those of the correlations.</param>
/// <param name="Scores">One row per row of the matrix, one column per component that is used; the rows' weights stay with them.</param>
public sealed record ComponentSpace(PrincipalComponents Fit, FeatureMatrix Scores)
{
    /// <summary>Share of the features' variance that the components in use hold, 0 to 1.</summary>
    public double Explained => Fit.ExplainedRatios.Take(Scores.Columns).Sum();

    /// <summary>The first <paramref name="count"/> components of <paramref name="matrix"/>, or as many as explain anything; at least one.</summary>
    /// <param name="fit">The components of the matrix.</param>
    /// <param name="matrix">What they were fitted to.</param>
    /// <param name="count">How many are wanted, at least 1.</param>
    /// <param name="threads">Threads to use; 0 for one per core. Changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ComponentSpace Of(
        PrincipalComponents fit, FeatureMatrix matrix, int count, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new ComponentSpace(fit, fit.Scores(matrix, Math.Min(count, Math.Max(1, fit.Rank)), threads, cancellationToken));
    }
}

using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering.Mixtures;

/// <summary>
/// Numbers of scikit-learn 1.2.1, GaussianMixture(4, tol=1e-3, reg_covar=1e-6) on clouds(300, 3, 4, 8), standardised: see
/// <c>scikit_learn_reference.py</c>. "From labels" begins with the components of given labels in both.
/// </summary>
public class GaussianMixtureGoldenTests
{
    [Theory]
    [InlineData(CovarianceShape.Full, 1, 1, -1124.554304588006, 2471.556125687604, 2327.108609176012)]
    [InlineData(CovarianceShape.Full, 4, 4, -1058.9200786238864, 2340.2876737593647, 2195.840157247773)]
    [InlineData(CovarianceShape.Full, 100, 17, -1036.6097225974431, 2295.666961706478, 2151.2194451948862)]
    [InlineData(CovarianceShape.Diagonal, 1, 1, -1150.8639540685544, 2455.7300349528264, 2355.727908137109)]
    [InlineData(CovarianceShape.Diagonal, 4, 4, -1054.1953320302923, 2262.392790876302, 2162.3906640605846)]
    [InlineData(CovarianceShape.Diagonal, 100, 13, -1039.9682871266891, 2233.9387010690957, 2133.9365742533782)]
    [InlineData(CovarianceShape.Tied, 1, 1, -1210.6159589802871, 2541.0113499283543, 2463.2319179605743)]
    [InlineData(CovarianceShape.Tied, 4, 4, -1179.4625271388988, 2478.7044862455778, 2400.9250542777977)]
    [InlineData(CovarianceShape.Tied, 100, 17, -1130.2122915432717, 2380.2040150543235, 2302.4245830865434)]
    [InlineData(CovarianceShape.Spherical, 1, 1, -1165.7003336485934, 2439.7725343156544, 2369.400667297187)]
    [InlineData(CovarianceShape.Spherical, 4, 4, -1061.207234448729, 2230.7863359159255, 2160.414468897458)]
    [InlineData(CovarianceShape.Spherical, 100, 14, -1046.902701645524, 2202.1772703095157, 2131.805403291048)]
    public void FitFrom_SameLabels_AgreesWithScikitLearn(
        CovarianceShape shape, int maxIterations, int iterations, double logLikelihood, double bic, double aic)
    {
        var options = new GaussianMixtureOptions { ClusterCount = 4, Shape = shape, MaxIterations = maxIterations };

        var result = GaussianMixture.FitFrom(Data(), StartingLabels(), options, TestContext.Current.CancellationToken);

        Assert.Equal(iterations, result.Iterations);
        Assert.Equal(iterations < maxIterations, result.IsConverged);
        Assert.Equal(logLikelihood, result.LogLikelihood, 1e-8 * Math.Abs(logLikelihood));
        Assert.Equal(bic, result.Bic, 1e-8 * bic);
        Assert.Equal(aic, result.Aic, 1e-8 * aic);
    }

    [Theory]
    [InlineData(CovarianceShape.Full, new[] { 0.30719763, 0.244370638, 0.226642927, 0.221788806 })]
    [InlineData(CovarianceShape.Diagonal, new[] { 0.283828192, 0.243012875, 0.240084383, 0.23307455 })]
    [InlineData(CovarianceShape.Tied, new[] { 0.330476262, 0.327244554, 0.288092558, 0.054186627 })]
    [InlineData(CovarianceShape.Spherical, new[] { 0.302214759, 0.240808156, 0.240544503, 0.216432582 })]
    public void FitFrom_SameLabels_HasTheWeightsOfScikitLearn(CovarianceShape shape, double[] weights)
    {
        var result = GaussianMixture.FitFrom(
            Data(), StartingLabels(), new GaussianMixtureOptions { ClusterCount = 4, Shape = shape },
            TestContext.Current.CancellationToken);

        Assert.All(weights.Zip(result.Weights.ToArray().OrderDescending()), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    // n_init=10, random_state=0.
    [Theory]
    [InlineData(CovarianceShape.Full, -1035.7509411022406)]
    [InlineData(CovarianceShape.Diagonal, -1039.8025318365371)]
    [InlineData(CovarianceShape.Tied, -1126.220660306702)]
    [InlineData(CovarianceShape.Spherical, -1047.0295239561453)]
    public void Fit_OwnStart_IsNoWorseThanScikitLearn(CovarianceShape shape, double logLikelihood)
    {
        var options = new GaussianMixtureOptions { ClusterCount = 4, Shape = shape, Restarts = 10, Tolerance = 1e-6, MaxIterations = 1000 };

        var result = GaussianMixture.Fit(Data(), options, TestContext.Current.CancellationToken);

        Assert.True(result.LogLikelihood >= logLikelihood - 1e-3, $"{result.LogLikelihood}");
    }

    private static FeatureMatrix Data() => Matrices.Standardised(FormulaClouds.Make(300, 3, 4, 8));

    private static byte[] StartingLabels() => [.. Enumerable.Range(0, 300).Select(row => (byte)((row + (row % 3 == 0 ? 1 : 0)) % 4))];
}

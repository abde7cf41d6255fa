using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

/// <summary>
/// k-means and linkages of scikit-learn 1.2.1 on formula clouds; its mixtures and its bisecting k-means are compared with beside their own
/// tests. All numbers are printed by <c>python3 tests/Segmentation.Core.Tests/Clustering/scikit_learn_reference.py</c>.
/// </summary>
public class ScikitLearnTests
{
    private static readonly FeatureMatrix s_fiveClouds = FormulaClouds.Make(120, 4, 5, 10);
    private static readonly FeatureMatrix s_sixClouds = FormulaClouds.Make(120, 3, 6, 12);

    // k, inertia, iterations, labels by first rows; Lloyd's and Elkan's find the same.
    [Theory]
    [InlineData(2, 3181.085070277316, 8,
        "001100011000110000100001000110001100010000110001100011100110000100011000010001100001000111001100001000110000100011000111")]
    [InlineData(5, 1282.1566171855393, 4,
        "012340123400230010340123401234012340120001230012340123301234012040123401230012300123401233012310123401234012310123401234")]
    [InlineData(8, 1065.5193676462395, 7,
        "012340153400236010340123401534015360156701236072360153301534017540153601536012300123601533012370173401234012370123401534")]
    public void KMeans_FromTheFirstRows_IsThatOfScikitLearn(int clusters, double inertia, int iterations, string labels)
    {
        double[] start = [.. Enumerable.Range(0, clusters * 4).Select(i => s_fiveClouds[i / 4, i % 4])];

        var found = KMeans.FitFrom(
            s_fiveClouds, start, new KMeansOptions { ClusterCount = clusters, Tolerance = 0 }, TestContext.Current.CancellationToken);

        Assert.Equal(inertia, found.Inertia, 1e-9 * inertia);
        Assert.Equal(iterations, found.Iterations);
        AssertSameClusters(labels, found.Labels);
    }

    // k, the lowest inertia of 50 starts.
    [Theory]
    [InlineData(2, 2701.8933670605475)]
    [InlineData(5, 1272.2497595546688)]
    [InlineData(8, 932.2306591813207)]
    public void KMeans_OwnStarts_AreNoWorseThanThoseOfScikitLearn(int clusters, double inertia) => Assert.True(
        KMeans.Fit(s_fiveClouds, new KMeansOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken).Inertia <= inertia * (1 + 1e-9));

    [Theory]
    [InlineData(Linkage.Ward, 3,
        "012122012222012122012122012122012122012122012122012222012122011122012122012122012222012122012122012122012122012122012222")]
    [InlineData(Linkage.Ward, 6,
        "012133014235012133012125012144012123012135012124014232014135011125012135012134012234012144012124014145015134012134012235")]
    [InlineData(Linkage.Ward, 10,
        "012133014536012133078756018144012153072139072154014835074139011159072139012134012834018744018154014149079734078134012539")]
    [InlineData(Linkage.Average, 3,
        "000000000001000000000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000002")]
    [InlineData(Linkage.Average, 6,
        "012133012134012133012134012122012133012132012132012233012132011132012132012132012232012122012132012122012132012132012335")]
    [InlineData(Linkage.Average, 10,
        "012133014135012163012137012148012133012134012134014233014134011134012134012134012238012144012134014184014134012134012369")]
    [InlineData(Linkage.Complete, 3,
        "000011002012000011000002000022000002000012000002002010002012000002000012000012000012000022000002002022002012000012000012")]
    [InlineData(Linkage.Complete, 6,
        "001122003024011022001014011133001013001025001113003121003025001115001025001023001123001033001013003035005023001123011125")]
    [InlineData(Linkage.Complete, 10,
        "012233014135022133016175026248012174012139016274014637014139012279012139012134012638016144016174014189019134016238022739")]
    public void Linkages_CutAnywhere_AreThoseOfScikitLearn(Linkage linkage, int clusters, string labels) => AssertSameClusters(
        labels,
        Agglomeration.Fit(
            s_sixClouds, new HierarchyOptions { Linkage = linkage, ClusterCount = clusters }, TestContext.Current.CancellationToken).Labels);

    private static void AssertSameClusters(string expected, byte[] labels) =>
        Assert.Equal(1, AdjustedRand.Index([.. expected.Select(digit => (byte)(digit - '0'))], labels));
}

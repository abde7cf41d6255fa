using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Missing values kept: rows are compared by what they have.</summary>
public class KeptMissingTests
{
    private const double None = double.NaN;

    private static readonly Dataset s_gaps = Tables.Of(
        Tables.Numbers("x", 0, 0.1, 0.2, None, 0, 10, 10.1, None, 10.2, None),
        Tables.Numbers("y", 0, None, 0.1, 0.2, 0.1, 10, 10.2, 10.1, None, None));

    private readonly SegmentationPipeline _pipeline = new();

    [Fact]
    public void Run_Keep_PutsRowsWhereTheirCellsSay_AndSetsTheEmptyOneAside()
    {
        var snapshot = _pipeline.Run(s_gaps, Keeping(2));

        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 2, null], Enumerable.Range(0, 10).Select(snapshot.SegmentOf));
        Assert.Equal("no value in any feature", snapshot.Cleaning.SetAside.ReasonOf(9));
        Assert.Equal(4, snapshot.Features.Missing!.Count);
    }

    [Fact]
    public void Run_Keep_ProfilesAndMarginsLookAtCellsThatAreThere()
    {
        var snapshot = _pipeline.Run(s_gaps, Keeping(2));

        Assert.Equal(0.075, snapshot.Profiles[0].Traits[0].Mean, precision: 12);
        Assert.Equal((0 + 0.1 + 0.2 + 0 + 10 + 10.1 + 10.2) / 7, snapshot.Profiles[0].Traits[0].OverallMean, precision: 12);
        Assert.All(Enumerable.Range(0, 9), row => Assert.True(snapshot.MarginOf(row) > 1));
        Assert.True(snapshot.Quality.Silhouette!.Mean > 0.9);
        Assert.Equal([2], _pipeline.Run(s_gaps, Keeping(null)).Curve.OrderByDescending(point => point.Silhouette?.Mean).Take(1).Select(point => point.ClusterCount));
    }

    [Fact]
    public void Run_Keep_ItsModelPlacesTheRowsWhereTheFitDid()
    {
        var snapshot = _pipeline.Run(s_gaps, Keeping(2));
        var found = Assert.IsType<KPodResult>(snapshot.Quality.Clustering);

        Assert.Equal(found.Labels, found.Model.Assign(snapshot.Features.Matrix, snapshot.Features.Missing!, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Run_KeepWhereNothingIsMissing_IsPlainKMeans()
    {
        var data = Tables.ThreeGroups();

        var kept = _pipeline.Run(data, Keeping(3));

        Assert.Null(kept.Features.Missing);
        Assert.IsNotType<KPodResult>(kept.Quality.Clustering);
    }

    [Fact]
    public void Run_KeepByAnotherAlgorithm_SaysWhatToDo()
    {
        var recipe = Keeping(2) with { Clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.KMedoids, ClusterCount = 2 } };

        Assert.Contains("only k-means", Assert.Throws<UnusableDataException>(() => _pipeline.Run(s_gaps, recipe)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MoreSegmentsThanRowsDiffer_IsRefusedAsEver()
    {
        var data = Tables.Of(Tables.Numbers("x", 1, 2, None, None), Tables.Numbers("y", 1, 2, None, 2));

        Assert.Throws<UnusableDataException>(() => _pipeline.Run(data, Keeping(4)));
    }

    private static SegmentationRecipe Keeping(int? count) => new()
    {
        Cleaning = new CleaningOptions { Missing = new MissingRule(MissingAction.Keep), Outliers = new OutlierOptions { Rule = OutlierRule.None } },
        Clustering = new ClusteringOptions { ClusterCount = count },
    };
}

using System.Text;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Rows that a filter makes a segment of their own.</summary>
public class OwnSegmentsTests
{
    private static readonly Dataset s_groups = Tables.ThreeGroups();
    private static readonly RowFilter s_right = new([new NumberRange("x", 20, null)]);
    private static readonly RowFilter s_odd = new([new NumberRange("x", 10.1, 20, IsUnder: false)]);

    private readonly SegmentationPipeline _pipeline = new(threads: 1);

    [Fact]
    public void Run_AFilter_MakesASegmentOfItsRowsUnderItsWords()
    {
        var snapshot = Run(3, s_right);
        var own = Assert.Single(snapshot.Profiles, profile => profile.IsOwn);

        Assert.Equal(("x from 20", 2, 3), (own.Name, own.Size, own.Number));
        Assert.Equal([1, 1, 1, 1, 1, 2, 2, 2, 3, 3], Segments(snapshot));
        Assert.Equal((3, 1, 3), (snapshot.SegmentCount, snapshot.OwnSegmentCount, snapshot.Quality.Asked));
        Assert.Equal(10, snapshot.Profiles.Sum(profile => profile.Size));
    }

    [Fact]
    public void Run_TheOthers_AreClusteredAsIfTheseWereNotThere()
    {
        var snapshot = Run(3, s_odd);
        var rest = Enumerable.Range(0, 10).Where(row => !s_odd.Evaluate(s_groups.Frame).Matching[row]).ToArray();
        var alone = new KSweep(snapshot.Features.Matrix.Take(rest), new ClusteringOptions(), 1).At(2).Clustering;

        Assert.Equal([1, 1, 1, 1, 1, 3, 2, 2, 2, 3], Segments(snapshot));
        Assert.Equal(1, AdjustedRand.Index(alone.Labels, [.. rest.Select(row => (byte)snapshot.SegmentOf(row)!.Value)]));
    }

    [Fact]
    public void Run_RowsOfTheirOwnSegment_AreOnNoBorder()
    {
        var snapshot = Run(3, s_odd);

        Assert.All(s_odd.Evaluate(s_groups.Frame).Matching.ToArray(), row => Assert.Equal((null, false), (snapshot.MarginOf(row), snapshot.IsBorderline(row))));
        Assert.All([0, 5], row => Assert.True(snapshot.MarginOf(row) > 0));
        Assert.Equal(0, snapshot.Margins.FindBorderline()[Cluster(snapshot)]);
    }

    [Theory]
    [InlineData(ClusteringAlgorithm.KMeans)]
    [InlineData(ClusteringAlgorithm.KMedoids)]
    [InlineData(ClusteringAlgorithm.GaussianMixture)]
    [InlineData(ClusteringAlgorithm.KPrototypes)]
    [InlineData(ClusteringAlgorithm.BisectingKMeans)]
    [InlineData(ClusteringAlgorithm.Hierarchy)]
    [InlineData(ClusteringAlgorithm.Hdbscan)]
    public void Run_EveryAlgorithm_LosesNobody(ClusteringAlgorithm algorithm)
    {
        var shop = ShopSample.Create();
        var plain = AlgorithmTests.Recipe(new ClusteringOptions { Algorithm = algorithm, ClusterCount = 5 });
        var column = shop.Frame.Columns.OfType<NumberColumn>().First(number => number.Missing.Count == 0);
        var filter = new RowFilter([new NumberRange(column.Name, column.Sorted.Span[column.Length * 9 / 10], null)]);
        var snapshot = _pipeline.Run(shop, plain with { OwnSegments = [filter] });
        var own = Assert.Single(snapshot.Profiles, profile => profile.IsOwn);
        var mask = filter.Evaluate(shop.Frame).Matching;

        Assert.All(Enumerable.Range(0, shop.Frame.Rows).Where(row => snapshot.SegmentOf(row) is not null), row => Assert.Equal(mask[row], snapshot.SegmentOf(row) == own.Number));
        Assert.Equal(snapshot.Features.Rows.Count, snapshot.Profiles.Sum(profile => profile.Size));
        Assert.True(algorithm == ClusteringAlgorithm.Hdbscan || snapshot.SegmentCount == 5);
        var placed = snapshot.Quality.Clustering.Model.Assign(snapshot.Features.Matrix);
        Assert.DoesNotContain((byte)Cluster(snapshot), placed);
    }

    [Fact]
    public void Run_FewerSegmentsThanOwnOnes_LeavesOneForTheRest()
    {
        var snapshot = Run(2, s_right, new RowFilter([new NumberRange("x", 10, 11)]));

        Assert.Equal((3, 2), (snapshot.SegmentCount, snapshot.OwnSegmentCount));
        Assert.Same(snapshot, _pipeline.Extend(snapshot, 2));
        Assert.Equal([3, 4], _pipeline.Extend(snapshot, 4).Curve.Select(quality => quality.ClusterCount));
    }

    [Fact]
    public void Run_FiltersThatOverlap_GiveTheRowToTheFirst()
    {
        var snapshot = Run(4, new RowFilter([new NumberRange("x", 10.1, null)]), s_right, new RowFilter([new NumberRange("x", 10, null)]));

        Assert.Equal(["x from 10.1", "x from 10"], snapshot.Profiles.Where(profile => profile.IsOwn).Select(profile => profile.Name));
        Assert.Equal([4, 1], snapshot.Profiles.Where(profile => profile.IsOwn).Select(profile => profile.Size));
    }

    [Fact]
    public void Run_AFilterThatFindsNobody_MakesNoSegment() => Assert.Equal(0, Run(3, new RowFilter([new MissingCell("y")])).OwnSegmentCount);

    [Fact]
    public void Run_NobodyLeft_SaysWhatToDo()
    {
        var problem = Assert.Throws<UnusableDataException>(() => Run(3, new RowFilter([new NumberRange("x", null, null)])));

        Assert.Contains("Nobody is left to be divided", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Auto_ChoosesAmongNumbersWithRoomForThem()
    {
        var snapshot = _pipeline.Run(s_groups, new SegmentationRecipe { OwnSegments = [s_right] });

        Assert.Equal((3, 3), (snapshot.SegmentCount, snapshot.Suggestion!.ClusterCount));
        Assert.Equal(1, snapshot.OwnSegmentCount);
    }

    [Fact]
    public void Run_AutoOnASample_KeepsASegmentOfOneRow()
    {
        double[] x = [.. Enumerable.Range(0, 400).Select(row => (row % 4 * 100) + (row % 7 / 10.0)), 5000];
        var pipeline = new SegmentationPipeline(threads: 1) { MostAutoRows = 50 };
        var recipe = new SegmentationRecipe { OwnSegments = [new RowFilter([new NumberRange("x", 5000, null)])] };
        var snapshot = pipeline.Run(Tables.Of(Tables.Numbers("x", x)), recipe);

        Assert.Equal((5, 1), (snapshot.SegmentCount, snapshot.Profiles.Single(profile => profile.IsOwn).Size));
    }

    [Fact]
    public void Stability_OfASegmentOfItsOwn_IsCertain()
    {
        var snapshot = Run(3, s_odd);
        var found = _pipeline.EvidenceOn(snapshot, new EvidenceOptions { Bootstraps = 20 }).Stability(3);

        Assert.Equal((3, 1.0), (found.MeanJaccard.Length, found.MeanJaccard[Cluster(snapshot)]));
        Assert.All(found.MeanJaccard, jaccard => Assert.InRange(jaccard, 0, 1));
    }

    [Fact]
    public void Follow_ASegmentOfItsOwn_KeepsItsNumberAndItsWords()
    {
        var before = Run(3, s_right).Renumbered([2, 3, 7]);
        var after = SegmentIdentity.Follow(before, Run(4, s_right)).Snapshot;

        Assert.Equal(("x from 20", 7), after.Profiles.Where(profile => profile.IsOwn).Select(profile => (profile.Name, profile.Number)).Single());
    }

    [Fact]
    public void Export_ASegmentOfItsOwn_IsNamedByItsWords()
    {
        using var output = new MemoryStream();
        SegmentExport.WriteCsv(Run(3, s_right), output, new ExportOptions());

        Assert.EndsWith("20.1,0.1,3,x from 20,,\r\n", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void KeptMissingCells_AndASegmentOfItsOwn_WorkTogether()
    {
        var data = Tables.Of(Tables.Numbers("x", 0, 0.1, double.NaN, 10, 10.1, 20, 20.1), Tables.Numbers("y", 0, 0, 0.1, 10, double.NaN, 0, 0));
        var recipe = new SegmentationRecipe
        {
            Cleaning = new() { Missing = new(Core.Cleaning.MissingAction.Keep) },
            Clustering = new() { ClusterCount = 3 },
            OwnSegments = [s_right],
        };
        var snapshot = _pipeline.Run(data, recipe);

        Assert.Equal(7, snapshot.Profiles.Sum(profile => profile.Size));
        Assert.True(snapshot.MarginOf(2) > 0);
        Assert.Null(snapshot.MarginOf(6));
    }

    [Fact]
    public void SegmentsOfRows_Filtered_FindTheSegment()
    {
        var snapshot = Run(3, s_right);

        Assert.Equal([8, 9], new RowFilter([new SegmentMember(3)]).Evaluate(s_groups.Frame, snapshot.SegmentsOfRows()).Matching.ToArray());
    }

    private static int Cluster(SegmentationSnapshot snapshot) => snapshot.Profiles.Index().Single(entry => entry.Item.IsOwn).Index;

    private static IEnumerable<int?> Segments(SegmentationSnapshot snapshot) => Enumerable.Range(0, snapshot.Data.Frame.Rows).Select(snapshot.SegmentOf);

    private SegmentationSnapshot Run(int count, params RowFilter[] own) =>
        _pipeline.Run(s_groups, new SegmentationRecipe { Clustering = new ClusteringOptions { ClusterCount = count }, OwnSegments = [.. own] });
}

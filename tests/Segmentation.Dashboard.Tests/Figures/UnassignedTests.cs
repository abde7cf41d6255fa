using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Layout;
using Segmentation.Dashboard.Customers;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

/// <summary>Customers in no segment are on every picture and in every list.</summary>
public class UnassignedTests
{
    [Fact]
    public void Map_HasALabelOfTheirOwn_ThatCanBeLit()
    {
        var labels = new SegmentFigures().Labels(Algorithms.Loners);

        Assert.Equal(2, labels.Count(label => label == ScatterFigure.Unassigned));
        Assert.Equal(ScatterFigure.Unassigned, ScatterFigure.LabelOf(0));
        Assert.Equal(2, ScatterFigure.LabelOf(3));
        Assert.Null(ScatterFigure.LabelOf(null));
    }

    [Fact]
    public void Map_WritesNoNumberOnThem()
    {
        var places = SegmentPlaces.Of(new ScatterPoints([0, 1, 9], [0, 1, 9]), [0, 1, ScatterFigure.Unassigned]);

        Assert.Equal(4, places.Length);
    }

    [Fact]
    public void Hover_NamesThem() => Assert.Contains("Unassigned", ScatterFigure.Describe(Algorithms.Loners, 30), StringComparison.Ordinal);

    [Fact]
    public void Sizes_ShowThemLast()
    {
        var sizes = new SegmentFigures().Sizes(Algorithms.Loners).Segments;

        Assert.Equal([1, 2, 0], sizes.Select(segment => segment.Number));
        Assert.Equal("2", sizes[^1].Size);
        Assert.Equal(2, new SegmentFigures().Silhouettes(Algorithms.Loners)!.Segments.Count);
    }

    [Fact]
    public void Trust_IsSaidOfSegmentsOnly()
    {
        Algorithms.Loners.Margins.FindBorderline();

        var trust = SegmentTrust.Of(Algorithms.Loners, new StabilityResult([0.9, 0.5], 100, false), null);

        Assert.Equal([(1, "highly stable"), (2, "do not trust")], trust.Select(segment => (segment.Number, segment.Words)));
        Assert.All(trust, segment => Assert.NotNull(segment.Border));
    }

    [Fact]
    public void Profiles_ShowThemLast() =>
        Assert.Equal(["Low x", "Average customers", "Unassigned"], new SegmentFigures().Profiles(Algorithms.Loners).Rows.Select(row => row.Name));

    [Fact]
    public void List_FindsThemAloneAndPutsThemBehindTheSegments()
    {
        int[] loners = [30, 31];

        Assert.Equal(loners, CustomerList.Find(Algorithms.Loners, CustomerQuery.Everyone.Of("0"), TestContext.Current.CancellationToken));
        Assert.Empty(CustomerList.Find(Algorithms.Loners, CustomerQuery.Everyone.Of("aside"), TestContext.Current.CancellationToken));
        var ordered = CustomerQuery.Everyone with { Order = CustomerOrder.Segment };
        Assert.Equal(loners, CustomerList.Find(Algorithms.Loners, ordered, TestContext.Current.CancellationToken)[^2..]);
        Assert.Equal(loners, CustomerList.Find(Algorithms.Loners, ordered with { Descending = true }, TestContext.Current.CancellationToken)[^2..]);
    }

    [Fact]
    public void Words_CountThemAndNameTheAlgorithm()
    {
        Assert.Contains("2 unassigned.", SegmentWords.Summary(Algorithms.Loners), StringComparison.Ordinal);
        Assert.StartsWith("HDBSCAN, k 2,", RecipeWords.Of(Algorithms.Loners), StringComparison.Ordinal);
        Assert.StartsWith("Ward linkage, k 2,", RecipeWords.Of(Algorithms.Run(ClusteringAlgorithm.Hierarchy)), StringComparison.Ordinal);
        Assert.Contains("2 dense groups", SegmentWords.Found(Algorithms.Loners), StringComparison.Ordinal);
        Assert.Equal("in no segment", SegmentWords.Apart(Algorithms.Loners.Profiles[^1]));
    }

    [Fact]
    public void Notes_SayWhenASampleStoodForAll()
    {
        var many = new DataFrame([new NumberColumn("x", [.. Enumerable.Range(0, 10_500).Select(row => (row % 2 * 100) + (row * 0.001))])]);
        var recipe = Algorithms.With(ClusteringAlgorithm.KMedoids) with { Features = new() };

        var notes = AlgorithmWords.Notes(SmallData.Snapshot(recipe, SmallData.Of(many)));

        Assert.Equal("10,000 of 10,500 customers compared; the others belong to the nearest medoid.", Assert.Single(notes));
    }

    [Fact]
    public void Elbow_OfAMixture_IsItsCriterion()
    {
        var mixture = Algorithms.Run(ClusteringAlgorithm.GaussianMixture);

        Assert.Contains("the BIC is", ElbowFigure.Summary(mixture.Curve, 2, mixture.Suggestion), StringComparison.Ordinal);
        Assert.DoesNotContain("elbow", ElbowFigure.Summary(mixture.Curve, 2, mixture.Suggestion), StringComparison.Ordinal);
    }

    [Fact]
    public void Export_Memberships_AreAChoice()
    {
        var mixture = Algorithms.Run(ClusteringAlgorithm.GaussianMixture);

        Assert.False(new ExportChoices().ToTicket(mixture).Options.Memberships);
        Assert.True(new ExportChoices { Memberships = true }.ToTicket(mixture).Options.Memberships);
    }
}

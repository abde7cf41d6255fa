using Bunit;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Segments;

public class AlgorithmControlsTests : BunitContext
{
    private (ClusteringOptions Options, string? Gesture)? _change;

    public AlgorithmControlsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void List_OffersEveryAlgorithm_AndSaysWhenToUseTheChosenOne()
    {
        var controls = RenderControls(ClusteringAlgorithm.KMeans);

        Assert.Equal(Enum.GetNames<ClusteringAlgorithm>().Length, controls.FindAll("option").Count);
        Assert.Contains(AlgorithmWords.Of(ClusteringAlgorithm.KMeans).When, controls.Markup, StringComparison.Ordinal);
        Assert.Empty(controls.FindComponents<Slider>());
    }

    [Fact]
    public void List_Chosen_AsksForTheAlgorithm_AndKeepsTheOtherChoices()
    {
        RenderControls(ClusteringAlgorithm.KMeans).Find("select").Change("Hierarchy");

        Assert.Equal(ClusteringAlgorithm.Hierarchy, _change!.Value.Options.Algorithm);
        Assert.Equal(2, _change.Value.Options.ClusterCount);
    }

    [Fact]
    public void Prototypes_WithoutACategory_AreGreyedWithTheReason()
    {
        var option = RenderControls(ClusteringAlgorithm.KMeans).Find("option[value=KPrototypes]");

        Assert.True(option.HasAttribute("disabled"));
        Assert.Contains("needs a category", option.TextContent, StringComparison.Ordinal);
        Assert.False(RenderControls(ClusteringAlgorithm.KPrototypes).Find("option[value=KPrototypes]").HasAttribute("disabled"));
    }

    [Fact]
    public void MissingValuesKept_GreyAllButKMeans_AndAreTold()
    {
        var recipe = Snapshots.Recipe with { Cleaning = Snapshots.Recipe.Cleaning with { Missing = new MissingRule(MissingAction.Keep) } };

        var controls = Render<AlgorithmControls>(p => p.Add(c => c.Options, recipe.Clustering).Add(c => c.Snapshot, Snapshots.Run(recipe)));

        Assert.Equal(["KMeans"], controls.FindAll("option:not([disabled])").Select(option => option.GetAttribute("value")));
        Assert.Contains("cannot keep missing values", controls.Find("option[value=Hdbscan]").TextContent, StringComparison.Ordinal);
        Assert.Contains("compared by what they have", controls.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Density_ItsSliders_AskWhileTheyMove()
    {
        var controls = RenderControls(ClusteringAlgorithm.Hdbscan);

        await controls.InvokeAsync(() => Slider(controls, "Smallest segment").OnMoved(4));
        Assert.Equal((4, "smallest segment"), (_change!.Value.Options.MinClusterSize, _change.Value.Gesture));
        await controls.InvokeAsync(() => Slider(controls, "Neighbours").OnMoved(3));
        Assert.Equal((3, "neighbours"), (_change!.Value.Options.MinSamples, _change.Value.Gesture));
    }

    [Fact]
    public async Task Prototypes_TheirWeight_BeginsAtTheSuggestedOne()
    {
        var controls = RenderControls(ClusteringAlgorithm.KPrototypes);
        var slider = Slider(controls, "Weight of categories");

        Assert.Equal(slider.Suggested, slider.Value);
        await controls.InvokeAsync(() => slider.OnMoved(1.5));
        Assert.Equal((1.5, "lambda"), (_change!.Value.Options.MismatchWeight, _change.Value.Gesture));
    }

    [Fact]
    public void MixtureAndHierarchy_TheirShapes_AreAskedFor()
    {
        RenderControls(ClusteringAlgorithm.GaussianMixture).FindAll(".segmented input")[2].Change(true);
        Assert.Equal(CovarianceShape.Tied, _change!.Value.Options.Covariance);

        RenderControls(ClusteringAlgorithm.Hierarchy).FindAll(".segmented input")[1].Change(true);
        Assert.Equal(Linkage.Average, _change.Value.Options.Linkage);
    }

    [Fact]
    public void Notes_TellOfUnassignedCustomers()
    {
        var controls = Render<AlgorithmControls>(p => p
            .Add(c => c.Options, Algorithms.Loners.Recipe.Clustering).Add(c => c.Snapshot, Algorithms.Loners));

        Assert.Contains("belong to no segment", controls.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ClusteringAlgorithm.KMeans, true, true)]
    [InlineData(ClusteringAlgorithm.GaussianMixture, true, false)]
    [InlineData(ClusteringAlgorithm.Hdbscan, false, false)]
    public void SegmentControls_ShowWhatTheAlgorithmUses(ClusteringAlgorithm algorithm, bool hasCount, bool hasRestarts)
    {
        var controls = Render<SegmentControls>(p => p
            .Add(c => c.Recipe, Algorithms.With(algorithm)).Add(c => c.Snapshot, Algorithms.Run(algorithm)));

        var labels = controls.FindComponents<Slider>().Select(slider => slider.Instance.Label).ToArray();
        Assert.Equal(hasCount, labels.Contains("Segments"));
        Assert.Equal(hasRestarts, labels.Contains("Restarts"));
    }

    private IRenderedComponent<AlgorithmControls> RenderControls(ClusteringAlgorithm algorithm) => Render<AlgorithmControls>(p => p
        .Add(c => c.Options, Algorithms.With(algorithm).Clustering).Add(c => c.Snapshot, Algorithms.Run(algorithm))
        .Add(c => c.OnChanged, change => _change = change));

    private static Slider Slider(IRenderedComponent<AlgorithmControls> controls, string label) =>
        controls.FindComponents<Slider>().Single(slider => slider.Instance.Label == label).Instance;
}

using Segmentation.Dashboard.Components.Layout;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Layout;

public class RecipeWordsTests
{
    [Fact]
    public void Precision_PreviewWhileTheRestIsComputed_SaysWhatFollows() =>
        Assert.Equal(
            $"preview, all {Snapshots.Two.Features.Rows.Count} customers follow",
            RecipeWords.Precision(Snapshots.Two with { IsPreview = true }, "Segmenting"));

    [Fact]
    public void Precision_PreviewThatWasStopped_IsAPreview() => Assert.Equal("preview", RecipeWords.Precision(Snapshots.Two with { IsPreview = true }, null));

    [Fact]
    public void Precision_ExactAfterAPreview_SaysByHowMuchThatWasOff() =>
        Assert.Equal("exact (the preview was 0.3 % off)", RecipeWords.Precision(Snapshots.Two with { PreviewError = 0.0031 }, null));

    [Fact]
    public void Precision_Exact_IsExact() => Assert.Equal("exact", RecipeWords.Precision(Snapshots.Two, null));

    [Fact]
    public void Of_Components_SaysHowMany() => Assert.Contains(
        "2 features as 1 component,",
        RecipeWords.Of(Snapshots.Run(Snapshots.Recipe with { Features = Snapshots.Recipe.Features with { Components = 1 } })),
        StringComparison.Ordinal);

    [Fact]
    public void Precision_Running_SaysWhatIsDone() => Assert.Equal("Segmenting", RecipeWords.Precision(Snapshots.Two, "Segmenting"));
}

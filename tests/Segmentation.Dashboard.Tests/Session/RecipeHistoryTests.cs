using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public class RecipeHistoryTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Push_MovesOfOneDrag_AreOneStep()
    {
        var history = Begin().Push(Recipe(3), "k", s_start).Push(Recipe(4), "k", s_start.AddSeconds(1)).Push(Recipe(5), "k", s_start.AddSeconds(2));

        Assert.Equal(Recipe(5), history.Current);
        Assert.Equal(Recipe(2), history.Undo().Current);
        Assert.False(history.Undo().CanUndo);
    }

    [Fact]
    public void Push_AnotherControlOrALaterMove_IsAStepOfItsOwn()
    {
        var history = Begin().Push(Recipe(3), "k", s_start).Push(Recipe(4), "seed", s_start).Push(Recipe(5), "seed", s_start.AddSeconds(5));

        Assert.Equal(Recipe(4), history.Undo().Current);
        Assert.Equal(Recipe(3), history.Undo().Undo().Current);
    }

    [Fact]
    public void Push_WithoutAGesture_IsAlwaysAStep()
    {
        var history = Begin().Push(Recipe(3), null, s_start).Push(Recipe(4), null, s_start);

        Assert.Equal(Recipe(3), history.Undo().Current);
    }

    [Fact]
    public void Redo_AfterUndo_ReturnsAndANewChoiceForgetsIt()
    {
        var undone = Begin().Push(Recipe(3), null, s_start).Undo();

        Assert.Equal(Recipe(3), undone.Redo().Current);
        Assert.False(undone.Push(Recipe(9), null, s_start).CanRedo);
    }

    [Fact]
    public void Push_AfterUndoOfTheSameDrag_BeginsANewStep()
    {
        var history = Begin().Push(Recipe(3), "k", s_start).Undo().Push(Recipe(4), "k", s_start);

        Assert.Equal(Recipe(2), history.Undo().Current);
    }

    [Fact]
    public void UndoAndRedo_WithNothingThere_ChangeNothing()
    {
        var history = Begin();

        Assert.Same(history, history.Undo());
        Assert.Same(history, history.Redo());
    }

    private static RecipeHistory Begin() => new(Recipe(2));

    private static SegmentationRecipe Recipe(int clusters) => new() { Clustering = new ClusteringOptions { ClusterCount = clusters } };
}

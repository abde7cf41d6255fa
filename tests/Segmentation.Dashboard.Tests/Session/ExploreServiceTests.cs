using Microsoft.Extensions.Logging.Abstractions;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class ExploreServiceTests : IDisposable
{
    private static readonly RowFilter s_york = new([new CategoryChoice("Town", ["York"])]);

    private readonly ComputeGate _gate = new(1);
    private readonly ExploreService _service;
    private readonly SegmentationSnapshot _snapshot = SmallData.Snapshot();

    public ExploreServiceTests() => _service = new ExploreService(_gate, new CodedFrames(), 1, NullLogger<ExploreService>.Instance);

    [Fact]
    public async Task Show_NoFilter_FindsEverything()
    {
        await _service.ShowAsync(_snapshot, new ExploreQuery());
        var found = _service.Current;

        Assert.Equal(6, found.Base!.Columns.Count);
        Assert.Equal(_snapshot.Cleaning.SetAside.Kept.Count, found.Selection!.Rows.Count);
        Assert.True(found is { Matrix: not null, Grid: not null, Gaps: not null, Pair: not null, Segments: null, Activity: null });
        Assert.DoesNotContain("Id", found.Matrix!.Columns);
    }

    [Fact]
    public async Task Show_AnotherSwitch_KeepsWhatHasBeenFound()
    {
        await _service.ShowAsync(_snapshot, new ExploreQuery { Filter = s_york });
        var before = _service.Current;
        await _service.ShowAsync(_snapshot, before.Query with { BySegment = true, Column = "Age" });

        Assert.Same(before.Base, _service.Current.Base);
        Assert.Same(before.Selection, _service.Current.Selection);
        Assert.Same(before.Matrix, _service.Current.Matrix);
        Assert.Equal(_service.Current.Selection!.Rows.Count, _service.Current.Segments!.Statistics[0].Sum(part => part.Rows));
    }

    [Fact]
    public async Task Show_TwoQuestionsAtOnce_AnswersTheNewer()
    {
        var first = _service.ShowAsync(_snapshot, new ExploreQuery { Filter = s_york });
        var second = _service.ShowAsync(_snapshot, new ExploreQuery { Filter = new RowFilter([new MissingCell("Age")]) });
        await Task.WhenAll(first, second);

        Assert.Equal("Age is missing", _service.Current.Selection!.Filter.Words);
        Assert.Equal((1, "Age is missing"), (_service.Current.Selection.Rows.Count, _service.Current.Query.Filter.Words));
    }

    [Fact]
    public async Task Show_AnotherFile_ForgetsTheOldOne()
    {
        await _service.ShowAsync(_snapshot, new ExploreQuery());
        await _service.ShowAsync(SmallData.Snapshot(data: SmallData.Of(SmallData.Wide(60))), new ExploreQuery());

        Assert.Equal(60, _service.Current.Base!.Columns.Count);
        Assert.Equal(20, _service.Current.Matrix!.Columns.Count);
        Assert.Equal(4, _service.Current.Grid!.Columns.Count);
    }

    [Fact]
    public async Task Show_ASegment_FindsItsRows()
    {
        await _service.ShowAsync(_snapshot, new ExploreQuery { Filter = new RowFilter([new SegmentMember(1)]) });

        Assert.Equal(_snapshot.ProfileOf(1).Size, _service.Current.Selection!.Rows.Count);
    }

    [Fact]
    public async Task Show_RowsSetAside_AreLookedAtWhenAskedFor()
    {
        var snapshot = SmallData.Snapshot(SmallData.Recipe.WithSetAside(s_york));
        await _service.ShowAsync(snapshot, new ExploreQuery());
        var without = _service.Current.Base!.Rows.Count;
        await _service.ShowAsync(snapshot, new ExploreQuery { IncludesSetAside = true });

        Assert.Equal((10, 20), (without, _service.Current.Base!.Rows.Count));
    }

    [Fact]
    public void OwnSegment_AddedAndTakenBack_LeavesTheRecipeAsItWas()
    {
        var recipe = SmallData.Recipe.WithOwnSegment(s_york);

        Assert.Equal(3, recipe.Clustering.ClusterCount);
        Assert.Same(recipe, recipe.WithOwnSegment(s_york));
        Assert.Equal(SmallData.Recipe, recipe.WithoutOwnSegment(s_york));
        Assert.Equal(SmallData.Recipe, SmallData.Recipe.WithSetAside(s_york).WithSetAside(s_york).WithoutSetAside(s_york));
    }

    public void Dispose()
    {
        _service.Dispose();
        _gate.Dispose();
    }
}

using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Projection;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class AskedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComputeGate _gate = new(1);
    private readonly ManualClock _clock = new();
    private readonly SegmentationService _service;
    private readonly DataSource _source;

    public AskedTests()
    {
        var path = Path.Combine(_folder.Path, "customers.csv");
        File.WriteAllText(path, "x,y,z\n" + string.Concat(Enumerable.Range(0, 40).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{row % 4 * 100}.{row},{row % 4 / 2 * 50}.{row % 7},{row * 37 % 11}.5\n"))));
        _source = new DataSource("file", "customers.csv", path);
        _service = new SegmentationService(new DatasetCache(), _gate, new SegmentationPipeline(threads: 1), _clock, NullLogger<SegmentationService>.Instance);
    }

    [Fact]
    public async Task AView_IsFoundOnce_StaysWhileKMoves_AndIsThereAgainAfterUndo()
    {
        await _service.OpenAsync(_source, Recipe(4));

        await _service.ShowViewAsync(ViewKind.Mds);

        var found = _service.Current.View!.Found;
        Assert.Equal(40, found!.Rows.Length);
        await _service.ApplyAsync(Recipe(3));
        Assert.Same(found, _service.Current.View!.Found);
        await _service.ApplyAsync(Recipe(3) with { Features = new FeatureOptions { Scaling = Scaling.MinMax } });
        Assert.Null(_service.Current.View);
        await _service.UndoAsync();
        await _service.ShowViewAsync(ViewKind.Mds);
        Assert.Same(found, _service.Current.View!.Found);
    }

    [Fact]
    public async Task AView_OfTheFeatures_IsTheSameForTheirComponents()
    {
        await _service.OpenAsync(_source, Recipe(4));
        await _service.ShowViewAsync(ViewKind.Mds);

        await _service.ApplyAsync(Recipe(4) with { Features = new FeatureOptions { Components = 2 } });

        Assert.NotNull(_service.Current.View!.Found);
        Assert.Equal(2, _service.Current.Snapshot!.Features.Components!.Scores.Columns);
    }

    [Fact]
    public async Task AView_ThatWaitsForTheLane_CanBeGivenUp()
    {
        await _service.OpenAsync(_source, Recipe(4));
        var leave = new TaskCompletionSource();
        var busy = _gate.RunInBackgroundAsync(() => { leave.Task.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);

        var asked = _service.ShowViewAsync(ViewKind.Tsne);
        Assert.Null(_service.Current.View!.Found);
        await _service.CloseViewAsync();

        await asked;
        Assert.Null(_service.Current.View);
        leave.SetResult();
        await busy;
    }

    [Fact]
    public async Task Fewest_AreFoundWhenAsked_AndForgottenWithThePicture()
    {
        await _service.OpenAsync(_source, Recipe(4));

        await _service.FindFewestAsync();

        var state = _service.Current.Fewest!;
        Assert.False(state.IsRunning);
        Assert.NotEmpty(state.Found);
        Assert.Same(state.Of.Quality, _service.Current.Snapshot!.Quality);
        await _service.ApplyAsync(Recipe(3));
        Assert.Null(_service.Current.Fewest);
    }

    [Fact]
    public async Task Fewest_CanBeStopped_AndKeepsWhatWasFound()
    {
        await _service.OpenAsync(_source, Recipe(4));
        var leave = new TaskCompletionSource();
        var busy = _gate.RunInBackgroundAsync(() => { leave.Task.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);

        var asked = _service.FindFewestAsync();
        Assert.True(_service.Current.Fewest!.IsRunning);
        await _service.StopFewestAsync();

        await asked;
        Assert.False(_service.Current.Fewest!.IsRunning);
        leave.SetResult();
        await busy;
    }

    public void Dispose()
    {
        _service.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    private static SegmentationRecipe Recipe(int clusters) => new() { Clustering = new() { ClusterCount = clusters, Restarts = 1 } };
}

using Microsoft.Extensions.Logging.Abstractions;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class SegmentationServiceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComputeGate _gate = new(1);
    private readonly DatasetCache _datasets = new();
    private readonly ManualClock _clock = new();
    private readonly SegmentationService _service;
    private readonly DataSource _source;

    public SegmentationServiceTests()
    {
        var path = Path.Combine(_folder.Path, "customers.csv");
        File.WriteAllText(path, "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"{row % 4 * 100}.{row},{row % 3 * 50}.{row}\n")));
        _source = new DataSource("file", "customers.csv", path);
        _service = new SegmentationService(_datasets, _gate, new SegmentationPipeline(threads: 1), _clock, NullLogger<SegmentationService>.Instance);
    }

    [Fact]
    public async Task ApplyAsync_SupersededByANewerChoice_PublishesOnlyTheNewer()
    {
        await OpenAsync();
        await _service.Background;
        var shown = new List<int>();
        using var _ = _service.OnChanged(() =>
        {
            if (!_service.Current.IsRunning)
            {
                shown.Add(_service.Current.Snapshot!.SegmentCount);
            }

            return Task.CompletedTask;
        });

        // The gate has one place: while it is taken, both runs wait, and the first is superseded there.
        var taken = new TaskCompletionSource();
        var holder = _gate.RunAsync(() => { taken.Task.Wait(TestContext.Current.CancellationToken); return 0; }, CancellationToken.None);
        var first = _service.ApplyAsync(Recipe(3), "k");
        var second = _service.ApplyAsync(Recipe(4), "k");
        taken.SetResult();
        await Task.WhenAll(holder, first, second);
        await _service.Background;

        Assert.DoesNotContain(3, shown);
        Assert.Equal(4, _service.Current.Snapshot!.SegmentCount);
        Assert.Equal(Recipe(4), _service.Current.Recipe);
    }

    [Fact]
    public async Task ApplyAsync_ManyRows_ShowsAPreviewAndThenWhatIsExact()
    {
        var path = Path.Combine(_folder.Path, "many.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, 120_001).Select(row => row == 0 ? "x,y" : $"{row % 4 * 100}.{row % 97},{row % 3 * 50}.{row % 89}"), TestContext.Current.CancellationToken);
        await _service.OpenAsync(new DataSource("many", "many.csv", path), Recipe(2));
        await _service.Background;
        var shown = new List<(int Count, bool IsPreview, bool IsRunning)>();
        using var _ = _service.OnChanged(() =>
        {
            var state = _service.Current;
            shown.Add((state.Snapshot!.SegmentCount, state.Snapshot.IsPreview, state.IsRunning));
            return Task.CompletedTask;
        });

        await _service.ApplyAsync(Recipe(2) with { Features = new() { Chosen = [new("x"), new("y") { Weight = 2 }] }, Clustering = new() { ClusterCount = 5 } });

        Assert.Contains((5, true, true), shown);
        Assert.Equal((5, false, false), shown[^1]);
        Assert.InRange(_service.Current.Snapshot!.PreviewError!.Value, -1e-9, 0.02);
    }

    [Fact]
    public async Task ApplyAsync_WhatCannotBe_KeepsThePictureAndSaysWhy()
    {
        await OpenAsync();
        var before = _service.Current.Snapshot!;

        await _service.ApplyAsync(Recipe(3) with { Features = new() { Chosen = [new("shoe size")] } });

        Assert.Contains("shoe size", _service.Current.Problem, StringComparison.Ordinal);
        Assert.Same(before.Profiles, _service.Current.Snapshot!.Profiles);
        Assert.False(_service.Current.IsRunning);
        await _service.UndoAsync();
        Assert.Null(_service.Current.Problem);
        Assert.Equal(Recipe(2), _service.Current.Recipe);
    }

    [Fact]
    public async Task OpenAsync_AFileThatIsNotThere_KeepsTheOneThatIsOpen()
    {
        await OpenAsync();

        await _service.OpenAsync(new DataSource("gone", "gone.csv", Path.Combine(_folder.Path, "gone.csv")), Recipe(2));

        Assert.NotNull(_service.Current.Problem);
        Assert.Equal(_source, _service.Current.Source);
        Assert.Equal("customers.csv", _service.Current.Snapshot!.Data.Name);
    }

    [Fact]
    public async Task NameAsync_IsAStepOfItsOwn_AndStaysWithItsSegmentWhileKMoves()
    {
        await OpenAsync();
        var automatic = _service.Current.Snapshot!.ProfileOf(2).Name;

        await _service.NameAsync(2, " The far ones ");
        await _service.NoteAsync(2, "ask them");
        await _service.ApplyAsync(_service.Current.Recipe with { Clustering = Recipe(3).Clustering });
        await _service.ApplyAsync(_service.Current.Recipe with { Clustering = Recipe(2).Clustering });

        Assert.Equal("The far ones", _service.Current.Snapshot!.ProfileOf(2).Name);
        Assert.Equal("ask them", _service.Current.Snapshot!.ProfileOf(2).Label!.Note);
        for (var step = 0; step < 4; step++)
        {
            await _service.UndoAsync();
        }

        Assert.Equal(automatic, _service.Current.Snapshot!.ProfileOf(2).Name);
        Assert.Equal(Recipe(2), _service.Current.Recipe);
    }

    [Fact]
    public async Task NameAsync_OfASegmentThatIsNoMore_DoesNothing()
    {
        await OpenAsync();

        await _service.NameAsync(17, "nobody");

        Assert.Equal(Recipe(2), _service.Current.Recipe);
        Assert.Null(_service.Current.Problem);
    }

    [Fact]
    public async Task DescribeAsync_TheSamePicture_IsLookedAtOnce()
    {
        await OpenAsync();
        var evidence = await _service.DescribeAsync(_service.Current.Snapshot!);

        await _service.NameAsync(1, "Others");

        Assert.NotNull(evidence);
        Assert.Same(evidence, await _service.DescribeAsync(_service.Current.Snapshot!));
        Assert.Equal("x", (await _service.SpreadAsync(_service.Current.Snapshot!, "x"))!.Column);
    }

    [Fact]
    public async Task UndoAndRedo_AfterTwoDrags_StepThroughThem()
    {
        await OpenAsync();
        await _service.ApplyAsync(Recipe(3), "k");
        await _service.ApplyAsync(Recipe(4), "k");
        _clock.Advance(TimeSpan.FromSeconds(5));
        await _service.ApplyAsync(Recipe(5), "k");

        await _service.UndoAsync();
        Assert.Equal(4, _service.Current.Snapshot!.SegmentCount);
        await _service.UndoAsync();
        Assert.Equal(2, _service.Current.Snapshot!.SegmentCount);
        Assert.False(_service.Current.CanUndo);
        await _service.RedoAsync();
        Assert.Equal(4, _service.Current.Snapshot!.SegmentCount);
        Assert.True(_service.Current.CanRedo);
    }

    [Fact]
    public async Task ApplyAsync_TheSameRecipe_DoesNothing()
    {
        await OpenAsync();
        await _service.Background;
        var before = _service.Current;

        await _service.ApplyAsync(Recipe(2));

        Assert.Same(before, _service.Current);
    }

    [Fact]
    public async Task SelectAsync_AnotherFileIsOpened_IsForgotten()
    {
        await OpenAsync();
        await _service.SelectAsync([1, 2]);
        Assert.Equal([1, 2], _service.Current.SelectedRows);

        await _service.OpenAsync(DataSource.Sample, Recipe(2));

        Assert.Null(_service.Current.SelectedRows);
    }

    public void Dispose()
    {
        _service.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    private static SegmentationRecipe Recipe(int clusters) => new() { Clustering = new() { ClusterCount = clusters, Restarts = 1 } };

    private Task OpenAsync() => _service.OpenAsync(_source, Recipe(2));
}

using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class TrustTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ComputeGate _gate = new(1);
    private readonly ManualClock _clock = new();
    private readonly SegmentationService _service;
    private readonly DataSource _source;

    public TrustTests()
    {
        var path = Path.Combine(_folder.Path, "customers.csv");
        File.WriteAllText(path, "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(row =>
            string.Create(CultureInfo.InvariantCulture, $"{row % 4 * 100}.{row},{row % 4 / 2 * 50}.{row % 7}\n"))));
        _source = new DataSource("file", "customers.csv", path);
        _service = new SegmentationService(new DatasetCache(), _gate, new SegmentationPipeline(threads: 1), _clock, NullLogger<SegmentationService>.Instance);
    }

    [Fact]
    public async Task APictureThatStands_IsLookedInto_ItsOwnSegmentsFirst()
    {
        await _service.OpenAsync(_source, Recipe(4));
        var activities = new List<string>();
        using var _ = _service.OnChanged(() =>
        {
            activities.AddRange(_service.Current.Trust?.Evidence.Stability.Keys.Select(count => $"{count}") ?? []);
            return Task.CompletedTask;
        });

        await LookAsync();

        var trust = _service.Current.Trust!;
        Assert.Equal("4", activities[0]);
        Assert.Null(trust.Step);
        Assert.Equal(Enumerable.Range(2, 9), trust.Evidence.Stability.Keys.Order());
        Assert.Equal(Enumerable.Range(1, 10), trust.Evidence.Bic.Keys.Order());
        Assert.NotNull(trust.Evidence.Gap);
        Assert.NotNull(trust.Evidence.PrincipalGap);
        Assert.NotNull(_service.Current.Snapshot!.Margins.BorderlineShares);
        Assert.All(trust.Evidence.Stability.Values, found => Assert.Equal(100, found.Resamples));
    }

    [Fact]
    public async Task MovingKBackAndForth_LosesNothing_OtherFeaturesDo()
    {
        await _service.OpenAsync(_source, Recipe(4));
        await LookAsync();
        var found = _service.Current.Trust!.Evidence.Stability[3];

        await _service.ApplyAsync(Recipe(3));
        Assert.Same(found, _service.Current.Trust!.Stability(3));

        await _service.ApplyAsync(Recipe(3) with { Features = new() { Chosen = [new("x")] } });
        Assert.Null(_service.Current.Trust);
        await _service.UndoAsync();
        await LookAsync();
        Assert.Same(found, _service.Current.Trust!.Stability(3));
    }

    [Fact]
    public async Task WhatIsKnownOfOneAlgorithm_IsNotSaidOfAnother()
    {
        await _service.OpenAsync(_source, Recipe(4));
        await LookAsync();

        var recipe = Recipe(4);
        await _service.ApplyAsync(recipe with { Clustering = recipe.Clustering with { Algorithm = ClusteringAlgorithm.Hdbscan, MinClusterSize = 5 } });
        Assert.Null(_service.Current.Trust);
        await LookAsync();
        Assert.NotNull(_service.Current.Trust!.Stability(_service.Current.Snapshot!.SegmentCount));

        await _service.ApplyAsync(recipe with { Clustering = recipe.Clustering with { Algorithm = ClusteringAlgorithm.Hierarchy } });
        Assert.Null(_service.Current.Trust);
    }

    [Fact]
    public async Task BeforeTheQuietPeriodIsOver_NothingIsLookedInto()
    {
        await _service.OpenAsync(_source, Recipe(4));
        await _service.Background;
        _clock.Advance(SegmentationService.QuietPeriod / 2);

        await _service.ApplyAsync(Recipe(3));

        Assert.Null(_service.Current.Trust);
    }

    [Fact]
    public async Task Stopped_ItRests_AndGoesOnWhenAsked()
    {
        await _service.OpenAsync(_source, Recipe(4));
        await _service.Background;
        using var once = _service.OnChanged(() => _service.Current.Trust is { IsStopped: false, Finished.Bic.Count: 3 } ? _service.StopLookingAsync() : Task.CompletedTask);
        await LookAsync();
        Assert.True(_service.Current.Trust!.IsStopped);
        Assert.Equal(3, _service.Current.Trust!.Finished.Bic.Count);
        once.Dispose();

        await _service.ResumeLookingAsync();
        await LookAsync();

        Assert.False(_service.Current.Trust!.IsStopped);
        Assert.NotNull(_service.Current.Trust!.Evidence.PrincipalGap);
    }

    // Four groups of ten: whatever has the best silhouette, the suggestion says what stability found.
    [Fact]
    public async Task Auto_TheSuggestionLearns_AndThePictureStays()
    {
        await _service.OpenAsync(_source, new SegmentationRecipe());
        var count = _service.Current.Snapshot!.SegmentCount;

        await LookAsync();

        Assert.Equal(count, _service.Current.Snapshot!.SegmentCount);
        Assert.Contains("table", _service.Current.Snapshot.Suggestion!.Reason, StringComparison.Ordinal);
        Assert.True(_service.Current.Trust!.Evidence.IsStable(_service.Current.Snapshot.Suggestion.ClusterCount));
    }

    [Fact]
    public async Task ALostSegmentsNumber_StaysFree_AndTheChangeIsTold()
    {
        await _service.OpenAsync(_source, Recipe(4));

        await _service.ApplyAsync(Recipe(3));
        var three = _service.Current;
        await _service.ApplyAsync(Recipe(4));

        Assert.Single(three.Changes);
        Assert.Contains("went into", three.Changes[0], StringComparison.Ordinal);
        Assert.Contains("came out of", Assert.Single(_service.Current.Changes), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4], _service.Current.Snapshot!.Numbers);
        await _service.Background;
        Assert.Equal([1, 2, 3, 4], _service.Current.Snapshot!.Numbers);
    }

    [Fact]
    public async Task Sensitivity_IsFoundWhenAsked_AndForgottenWithThePicture()
    {
        await _service.OpenAsync(_source, Recipe(4));
        Assert.Null(_service.Current.Sensitivity);

        await _service.FindSensitivityAsync();

        var state = _service.Current.Sensitivity!;
        Assert.False(state.IsRunning);
        Assert.Equal(state.Wanted, state.Found.Count);
        await _service.ApplyAsync(Recipe(3));
        Assert.Null(_service.Current.Sensitivity);
    }

    [Fact]
    public async Task Sensitivity_Stopped_KeepsWhatWasFoundOrNothing_AndCanBeAskedAgain()
    {
        await _service.OpenAsync(_source, Recipe(4));
        using (_service.OnChanged(() => _service.Current.Sensitivity is { IsRunning: true } ? _service.StopSensitivityAsync() : Task.CompletedTask))
        {
            await _service.FindSensitivityAsync();
            Assert.True(_service.Current.Sensitivity is null or { IsRunning: false });
        }

        await _service.FindSensitivityAsync();

        Assert.Equal(_service.Current.Sensitivity!.Wanted, _service.Current.Sensitivity.Found.Count);
    }

    [Fact]
    public async Task TheLane_TakesOneAtATime_AndLeavesThePicturesTheirPlace()
    {
        var leave = new TaskCompletionSource();
        var first = _gate.RunInBackgroundAsync(() => { leave.Task.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);
        var second = _gate.RunInBackgroundAsync(() => 2, CancellationToken.None);

        Assert.Equal(3, await _gate.RunAsync(() => 3, CancellationToken.None));
        Assert.False(second.IsCompleted);
        leave.SetResult();
        Assert.Equal((1, 2), (await first, await second));
    }

    public void Dispose()
    {
        _service.Dispose();
        _gate.Dispose();
        _folder.Dispose();
    }

    private static SegmentationRecipe Recipe(int clusters) => new() { Clustering = new() { ClusterCount = clusters, Restarts = 1 } };

    private async Task LookAsync()
    {
        await _service.Background;
        while (!_service.Looking.IsCompleted)
        {
            _clock.Advance(SegmentationService.QuietPeriod);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}

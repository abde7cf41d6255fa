using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class DatasetCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatasetCache _cache = new();

    [Fact]
    public async Task GetAsync_TwoSessions_ShareOneReading()
    {
        var source = Source("a.csv", "x,y\n1,2\n3,4\n");

        var both = await Task.WhenAll(GetAsync(source), GetAsync(source));

        Assert.Same(both[0], both[1]);
    }

    [Fact]
    public async Task GetAsync_OtherOptions_ReadsAgain()
    {
        var source = Source("a.csv", "x,y\n1,2\n3,4\n");

        var (first, second) = (await GetAsync(source), await _cache.GetAsync(source, new ReadingOptions { HasHeader = false }, cancellationToken: TestContext.Current.CancellationToken));

        Assert.NotSame(first, second);
        Assert.Equal((2, 3), (first.Frame.Rows, second.Frame.Rows));
    }

    [Fact]
    public async Task GetAsync_AfterAFailure_TriesAgain()
    {
        var source = Source("a.csv", "");
        await Assert.ThrowsAsync<UnusableDataException>(() => GetAsync(source));

        Source("a.csv", "x,y\n1,2\n3,4\n");

        Assert.Equal(2, (await GetAsync(source)).Frame.Rows);
    }

    [Fact]
    public async Task GetAsync_NobodyWaitsAnyMore_ForgetsTheReading()
    {
        var source = Source("a.csv", "x,y\n1,2\n3,4\n");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _cache.GetAsync(source, ReadingOptions.Default, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(2, (await GetAsync(source)).Frame.Rows);
    }

    [Fact]
    public async Task GetAsync_MoreFilesThanItHolds_ForgetsTheOldest()
    {
        var sources = Enumerable.Range(0, DatasetCache.Capacity + 1).Select(number => Source($"{number}.csv", "x,y\n1,2\n3,4\n")).ToArray();

        var oldest = await GetAsync(sources[0]);
        foreach (var source in sources[1..])
        {
            await GetAsync(source);
        }

        Assert.NotSame(oldest, await GetAsync(sources[0]));
    }

    [Fact]
    public async Task GetAsync_TheSample_IsDrawnOnce() => Assert.Same(await GetAsync(DataSource.Sample), await GetAsync(DataSource.Sample));

    public void Dispose() => _folder.Dispose();

    private Task<Dataset> GetAsync(DataSource source) => _cache.GetAsync(source, ReadingOptions.Default, cancellationToken: TestContext.Current.CancellationToken);

    private DataSource Source(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        return new DataSource(name, name, path);
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Uploads;
using Xunit;

namespace Segmentation.Dashboard.Tests.Uploads;

public sealed class UploadStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SaveAsync_WholeFile_IsFoundUnderItsHash()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var store = Store();

        var saved = await store.SaveAsync(new MemoryStream(bytes), "../a.csv", Token);
        var found = store.Find(saved.Id);

        Assert.Equal(new UploadedFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), "a.csv", bytes.Length), saved);
        Assert.Equal("a.csv", found!.Name);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(found.Path, Token));
    }

    [Fact]
    public async Task SaveAsync_CutOff_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => Store().SaveAsync(new CutOffStream(200_000), "a.csv", Token));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task SaveAsync_TooLarge_StopsAndLeavesNothing()
    {
        var problem = await Assert.ThrowsAsync<UploadTooLargeException>(() => Store(limit: 2000).SaveAsync(new MemoryStream(new byte[2001]), "a.csv", Token));

        Assert.Contains("2 kB", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task SaveAsync_AsLargeAsAllowed_IsTaken() => Assert.Equal(2000, (await Store(limit: 2000).SaveAsync(new MemoryStream(new byte[2000]), "a", Token)).Bytes);

    [Fact]
    public async Task SaveAsync_ManyAtOnceAndTheSameTwice_KeepsEachOnce()
    {
        var store = Store();

        var saved = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => store.SaveAsync(Content($"file {i % 8}"), $"{i % 8}.csv", Token)));

        Assert.Equal(8, saved.Distinct().Count());
        Assert.Equal(16, Directory.GetFiles(_folder.Path).Length); // eight files and their names
        Assert.All(saved, file => Assert.NotNull(store.Find(file.Id)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../../../../../../../../../../../../../../../../../etc/passwd")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Find_NoIdOrUnknown_IsNothing(string? id) => Assert.Null(Store().Find(id));

    [Fact]
    public async Task RemoveIdle_AfterAWhile_TakesWhatNobodyUsed()
    {
        var store = Store();
        var forgotten = await store.SaveAsync(Content("forgotten"), "a.csv", Token);
        var used = await store.SaveAsync(Content("used"), "b.csv", Token);
        _clock.Now += TimeSpan.FromHours(2);
        Assert.NotNull(store.Find(used.Id));

        store.RemoveIdle(TimeSpan.FromHours(1));

        Assert.Null(store.Find(forgotten.Id));
        Assert.NotNull(store.Find(used.Id));
    }

    [Fact]
    public async Task RemoveIdle_ForeignFilesInTheFolder_AreLeftAlone()
    {
        var foreign = Path.Combine(_folder.Path, "thesis.docx");
        await File.WriteAllTextAsync(foreign, "years of work", Token);
        _clock.Now += TimeSpan.FromDays(1000);

        Assert.Equal(0, Store().RemoveIdle(TimeSpan.FromHours(1)));
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public async Task SaveAsync_OnUnix_KeepsTheFolderToItsOwner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps access lists instead.");
        var options = new DashboardOptions { UploadFolder = Path.Combine(_folder.Path, "own") };

        await new UploadStore(Options.Create(options), _clock).SaveAsync(Content("x"), "x", Token);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(options.UploadFolder).UnixFileMode);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private UploadStore Store(long limit = 1_000_000) =>
        new(Options.Create(new DashboardOptions { UploadFolder = _folder.Path, MaxUploadBytes = limit }), _clock);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A body that breaks off, as one does when a laptop is closed.</summary>
    private sealed class CutOffStream(int bytes) : MemoryStream(new byte[bytes])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The client went away.");
    }
}

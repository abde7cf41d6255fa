using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests.Numerics;

public class ChunksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(1_000_000)]
    [InlineData(100_000_007)]
    public void Chunks_AnyNumberOfRows_CoverThemOnceInWholeTiles(int rows)
    {
        var chunks = new Chunks(rows);

        Assert.Equal(0, chunks.Start(0));
        Assert.Equal(rows, chunks.End(chunks.Count - 1));
        Assert.All(Enumerable.Range(1, chunks.Count - 1), chunk => Assert.Equal(chunks.End(chunk - 1), chunks.Start(chunk)));
        Assert.Equal(0, chunks.Size % RowTiles.Height);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_AnyNumberOfThreads_CallsEachOnce(int threads)
    {
        var calls = new int[500];

        Chunks.Run(calls.Length, threads, i => Interlocked.Increment(ref calls[i]), TestContext.Current.CancellationToken);

        Assert.All(calls, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_CancelledOnTheWay_Stops(int threads)
    {
        using var source = new CancellationTokenSource();
        var calls = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => Chunks.Run(1000, threads, Body, source.Token));

        Assert.InRange(calls, 1, threads);

        void Body(int index)
        {
            Interlocked.Increment(ref calls);
            source.Cancel();
        }
    }
}

using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Session;

public sealed class ComputeGateTests
{
    [Fact]
    public async Task RunAsync_NoPlaceFree_WaitsForOne()
    {
        using var gate = new ComputeGate(1);
        var (leave, started) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = gate.RunAsync(() => { started.SetResult(); leave.Task.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);
        await started.Task;

        var second = gate.RunAsync(() => 2, CancellationToken.None);
        Assert.False(second.IsCompleted);
        leave.SetResult();

        Assert.Equal((1, 2), (await first, await second));
    }

    [Fact]
    public async Task RunAsync_CancelledWhileWaiting_LeavesTheQueue()
    {
        using var gate = new ComputeGate(1);
        using var stop = new CancellationTokenSource();
        var leave = new TaskCompletionSource();
        var first = gate.RunAsync(() => { leave.Task.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);
        var waiting = gate.RunAsync(() => 2, stop.Token);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        leave.SetResult();
        await first;

        Assert.Equal(3, await gate.RunAsync(() => 3, CancellationToken.None));
    }

    [Fact]
    public async Task RunAsync_WorkThatFails_FreesItsPlace()
    {
        using var gate = new ComputeGate(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.RunAsync<int>(() => throw new InvalidOperationException(), CancellationToken.None));

        Assert.Equal(3, await gate.RunAsync(() => 3, CancellationToken.None));
    }
}

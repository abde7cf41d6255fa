using Segmentation.Core.Pipeline;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

public class StageCacheTests
{
    private readonly StageCache<string, object> _cache = new(2);

    [Fact]
    public void GetOrRun_EqualKey_GivesTheSameResultWithoutRunning()
    {
        var first = _cache.GetOrRun("ab", () => new object());

        Assert.Same(first, _cache.GetOrRun(new string(['a', 'b']), () => throw new InvalidOperationException("ran again")));
    }

    [Fact]
    public void GetOrRun_MoreKeysThanItKeeps_ForgetsTheOneUsedLongestAgo()
    {
        var a = _cache.GetOrRun("a", () => new object());
        var b = _cache.GetOrRun("b", () => new object());
        _cache.GetOrRun("a", () => new object());
        _cache.GetOrRun("c", () => new object());

        Assert.Same(a, _cache.GetOrRun("a", () => new object()));
        Assert.NotSame(b, _cache.GetOrRun("b", () => new object()));
    }

    [Fact]
    public void GetOrRun_Failure_KeepsNothing()
    {
        Assert.Throws<OperationCanceledException>(() => _cache.GetOrRun("a", () => throw new OperationCanceledException()));

        var result = new object();
        Assert.Same(result, _cache.GetOrRun("a", () => result));
    }
}

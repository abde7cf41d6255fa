using Segmentation.Core.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Clustering;

public sealed class InOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void WhatIsDoneInAnyOrderIsTakenInOrder(int threads)
    {
        var taken = new List<string>();
        InOrder.Run(50, threads, Slow, taken.Add, default);
        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), taken);

        static string Slow(int number)
        {
            // Early ones take longest, so that later ones have to wait for them.
            Thread.SpinWait(100_000 / (1 + number));
            return $"{number}";
        }
    }

    [Fact]
    public void CancelledWorkTakesNoMore()
    {
        using var source = new CancellationTokenSource();
        var taken = new List<string>();
        Assert.ThrowsAny<OperationCanceledException>(() => InOrder.Run(10, 1, number => $"{number}", Take, source.Token));
        Assert.Equal(["0", "1", "2"], taken);

        void Take(string text)
        {
            taken.Add(text);
            if (taken.Count == 3)
            {
                source.Cancel();
            }
        }
    }
}

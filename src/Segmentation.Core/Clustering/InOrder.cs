using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>Work that is done in any order and taken in the order of its numbers, so that running sums have the same bits on any number
/// of threads.</summary>
internal static class InOrder
{
    /// <summary>
    /// Calls <paramref name="compute"/> for 0 to <paramref name="count"/> - 1 on at most <paramref name="threads"/> threads (0 for one
    /// per core), and hands what it gave, one at a time and in order, to <paramref name="take"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the first few may have been taken.</exception>
    public static void Run<T>(int count, int threads, Func<int, T> compute, Action<T> take, CancellationToken cancellationToken)
        where T : class
    {
        var waiting = new T?[count];
        var next = 0;
        var turn = new Lock();
        Chunks.Run(count, Chunks.ThreadsFor(threads), Compute, cancellationToken);

        void Compute(int number)
        {
            var computed = compute(number);
            lock (turn)
            {
                waiting[number] = computed;
                while (next < count && waiting[next] is { } ready)
                {
                    waiting[next++] = null;
                    take(ready);
                }
            }
        }
    }
}

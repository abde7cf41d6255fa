namespace Segmentation.Core.Pipeline;

/// <summary>Keeps the last few results of a stage by what went in, so that no stage runs again unless its input or its options changed.</summary>
internal sealed class StageCache<TKey, TResult>(int capacity)
    where TKey : notnull
{
    private readonly LinkedList<(TKey Key, TResult Result)> _newestFirst = new();

    /// <summary>The kept result for <paramref name="key"/>, or a new one that is then kept. A failure or cancellation keeps nothing.</summary>
    public TResult GetOrRun(TKey key, Func<TResult> run)
    {
        for (var node = _newestFirst.First; node is not null; node = node.Next)
        {
            if (node.Value.Key.Equals(key))
            {
                _newestFirst.Remove(node);
                _newestFirst.AddFirst(node);
                return node.Value.Result;
            }
        }

        var result = run();
        _newestFirst.AddFirst((key, result));
        if (_newestFirst.Count > capacity)
        {
            _newestFirst.RemoveLast();
        }

        return result;
    }
}

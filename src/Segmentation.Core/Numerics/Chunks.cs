namespace Segmentation.Core.Numerics;

/// <summary>
/// Rows cut into chunks that depend on the number of rows alone. Partial sums kept per chunk and added in chunk order
/// give the same bits on any number of threads.
/// </summary>
internal sealed class Chunks
{
    private const int MinRows = 4096;
    private const int MaxCount = 128;

    /// <summary>Cuts <paramref name="rows"/> rows; every chunk but the last is a whole number of tiles.</summary>
    public Chunks(int rows)
    {
        Rows = rows;
        Size = RowTiles.RoundUp(Math.Max(MinRows, (rows + MaxCount - 1) / MaxCount));
        Count = Math.Max(1, (rows + Size - 1) / Size);
    }

    /// <summary>Rows in all chunks together.</summary>
    public int Rows { get; }

    /// <summary>Rows in each chunk but the last.</summary>
    public int Size { get; }

    /// <summary>Number of chunks, at least one.</summary>
    public int Count { get; }

    /// <summary>First row of a chunk.</summary>
    public int Start(int chunk) => chunk * Size;

    /// <summary>Row after the last one of a chunk.</summary>
    public int End(int chunk) => Math.Min(Rows, (chunk + 1) * Size);

    /// <summary>The number of threads meant by an option: 0 stands for one per core.</summary>
    public static int ThreadsFor(int option) => option == 0 ? Environment.ProcessorCount : option;

    /// <summary>
    /// Calls <paramref name="body"/> once for each of 0 to <paramref name="count"/> - 1, in no fixed order, on at most
    /// <paramref name="threads"/> threads. Cancellation is looked at before each call.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; some calls may have been made.</exception>
    public static void Run(int count, int threads, Action<int> body, CancellationToken cancellationToken)
    {
        var workers = Math.Min(count, threads);
        if (workers > 1)
        {
            RunParallel(count, workers, body, cancellationToken);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            body(i);
        }
    }

    private static void RunParallel(int count, int workers, Action<int> body, CancellationToken cancellationToken)
    {
        var next = -1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        Parallel.For(0, workers, options, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(i);
            }
        });
    }
}

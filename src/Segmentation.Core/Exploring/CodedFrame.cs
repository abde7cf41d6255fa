using System.Collections.Concurrent;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Exploring;

/// <summary>
/// A frame whose columns are coded once, when they are first looked at, so that every question after that is a matter of counting. Takes
/// 4 bytes a cell, and 8 for each distinct number of a column. Safe to share between threads and sessions.
/// </summary>
/// <param name="frame">The frame.</param>
public sealed class CodedFrame(DataFrame frame)
{
    private readonly ConcurrentDictionary<string, Lazy<CodedColumn>> _columns = new(StringComparer.Ordinal);

    /// <summary>The frame.</summary>
    public DataFrame Frame { get; } = frame;

    internal CodedColumn this[string column] =>
        _columns.GetOrAdd(column, static (name, coded) => new Lazy<CodedColumn>(() => CodedColumn.Of(coded.Frame[name])), this).Value;

    /// <summary>Codes columns on several threads; those that are coded already cost nothing.</summary>
    /// <param name="columns">Names of columns of the frame.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work; what is coded stays.</param>
    public void Prepare(IReadOnlyList<string> columns, int threads = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Chunks.Run(columns.Count, Chunks.ThreadsFor(threads), place => _ = this[columns[place]], cancellationToken);
    }
}

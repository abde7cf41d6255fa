using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>
/// Which rows of a frame repeat an earlier one. Depends on the frame and its identifier alone, so it is worth keeping
/// while options change. Immutable.
/// </summary>
public sealed class RowDuplicates
{
    private readonly int[] _exact;
    private readonly int[] _repeats;

    private RowDuplicates(string? identifier, int[] exact, int[] repeats) => (Identifier, _exact, _repeats) = (identifier, exact, repeats);

    /// <summary>The column left out to find <see cref="Repeats"/>; null when there is none, and then there are no repeats.</summary>
    public string? Identifier { get; }

    /// <summary>Rows equal to an earlier one in every column, ascending.</summary>
    public ReadOnlySpan<int> Exact => _exact;

    /// <summary>Rows equal to an earlier one in every column but the identifier, ascending; exact duplicates are among them.</summary>
    public ReadOnlySpan<int> Repeats => _repeats;

    /// <summary>
    /// Compares the cells as they were read: missing cells are equal to each other, misfits by the text the file has.
    /// Takes time in proportion to the number of cells.
    /// </summary>
    public static RowDuplicates Find(DataFrame frame, Schema schema, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        var identifier = schema.Identifier is { } name && frame.TryGetColumn(name, out var named) ? named : null;
        var others = new RowEquality([.. frame.Columns.Where(column => column != identifier)], frame.Rows, cancellationToken);
        var repeats = others.Columns.Count == 0 ? [] : others.FindRepeats(cancellationToken);
        if (identifier is null)
        {
            return new RowDuplicates(null, repeats, []);
        }

        // Whoever repeats nobody but for the identifier repeats nobody at all.
        var everything = repeats.Length == 0 && others.Columns.Count > 0 ? null : others.And(identifier);
        return new RowDuplicates(identifier.Name, everything?.FindRepeats(cancellationToken) ?? [], repeats);
    }
}

namespace Segmentation.Core.Profiling;

/// <summary>
/// A person's own name and note for a segment. It is pinned to a row, the segment's most typical customer, and belongs to whichever
/// segment that row is in: so it stays with these people while the number of segments, the features or the cleaning change, rests while
/// the row is set aside or another label is there first, and comes back with undo.
/// </summary>
/// <param name="Row">The row of the file, counted from 0.</param>
/// <param name="Check">What that row holds, as a short sum; in a file that holds something else there, the label means nobody.</param>
public sealed record SegmentLabel(int Row, string Check)
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxName = 60;

    /// <summary>Most characters of a note.</summary>
    public const int MaxNote = 280;

    /// <summary>What the person calls the segment: plain text on one line; null leaves it to the evidence.</summary>
    public string? Name { get; init; }

    /// <summary>What the person notes about it: plain text; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Name is null && Note is null;

    /// <summary>This label under another name; what cannot stand in a name is left out, and an empty one is none.</summary>
    public SegmentLabel WithName(string? name) => this with { Name = Bounded(PlainText.OneLine(name ?? ""), MaxName) };

    /// <summary>This label with another note; an empty one is none.</summary>
    public SegmentLabel WithNote(string? note) => this with { Note = Bounded(PlainText.Lines(note ?? ""), MaxNote) };

    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Row);
        if (Check is not { Length: <= 16 } || this != WithName(Name).WithNote(Note) || IsEmpty)
        {
            throw new ArgumentException(
                $"A segment's name is plain text of at most {MaxName} characters, its note of at most {MaxNote}, and one of them is there.", nameof(Name));
        }
    }

    private static string? Bounded(string text, int longest) => text.Length switch
    {
        0 => null,
        _ when text.Length <= longest => text,
        _ => text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)].TrimEnd(),
    };
}

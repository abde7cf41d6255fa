namespace Segmentation.Core.Frame.IO;

/// <summary>How a file writes its table, as it was read.</summary>
/// <param name="Separator">Between cells: one character, a space for runs of spaces; empty for a workbook.</param>
/// <param name="Encoding">One of <c>utf-8</c>, <c>utf-16</c>, <c>utf-16be</c>, <c>windows-1252</c>; empty for a workbook.</param>
/// <param name="Header">Whether the first row held names.</param>
public sealed record Dialect(string Separator, string Encoding, bool Header);

/// <summary>A file that has been read: its table, what it is taken for, and what is noteworthy about it. Immutable.</summary>
public sealed record Dataset
{
    /// <summary>What people call it: the file's name without folders, or a sample's title.</summary>
    public required string Name { get; init; }

    /// <summary>The table, all rows.</summary>
    public required DataFrame Frame { get; init; }

    /// <summary>What each column is guessed to be used for.</summary>
    public required Schema Schema { get; init; }

    /// <summary>What a row is called, by the guessed <see cref="Schema"/>.</summary>
    public RowNoun Noun { get; init; } = RowNoun.Customer;

    /// <summary>How the file writes its table.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>What a person should know of the file, the gravest first.</summary>
    public IReadOnlyList<DataIssue> Issues { get; init; } = [];

    /// <summary>A workbook's sheets, in its order; empty for other files.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The sheet that was read; null for other files.</summary>
    public string? Sheet { get; init; }
}

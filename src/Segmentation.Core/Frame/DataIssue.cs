namespace Segmentation.Core.Frame;

/// <summary>What may be noteworthy about a file's cells. The message of a <see cref="DataIssue"/> says it in words.</summary>
public enum DataIssueKind
{
    /// <summary>A cell does not fit its column's type and became missing.</summary>
    Misfit,

    /// <summary>A row has fewer cells than the header; the rest are missing.</summary>
    ShortRow,

    /// <summary>A row has more cells than the header; columns were added for them.</summary>
    LongRow,

    /// <summary>The column that names the customer holds some of them more than once.</summary>
    RepeatedIdentifier,

    /// <summary>A column had no name.</summary>
    UnnamedColumn,

    /// <summary>A column had the name of an earlier one.</summary>
    RepeatedName,

    /// <summary>All dates of a column fit day-month and month-day order alike.</summary>
    AmbiguousDates,

    /// <summary>A quote was opened and never closed.</summary>
    UnclosedQuote,

    /// <summary>Bytes that are no text in the file's encoding.</summary>
    BadEncoding,

    /// <summary>A column whose cells are all alike.</summary>
    ConstantColumn,

    /// <summary>A column without any value.</summary>
    EmptyColumn,

    /// <summary>A number beyond what can be computed with.</summary>
    Infinite,

    /// <summary>A workbook's cell that holds an error instead of a value.</summary>
    FormulaError,

    /// <summary>A cell longer than a spreadsheet can hold; it is kept whole.</summary>
    LongCell,

    /// <summary>A derived column has no result in rows that hold all its values, such as a division by zero.</summary>
    UndefinedResult,
}

/// <summary>Something in the data that a person should know of. A value, not an error: reading went on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Column">The column it is in, or null when it concerns the file.</param>
/// <param name="Count">How many cells, rows or columns it concerns.</param>
/// <param name="Example">One of them as the file has it, at most 100 characters, or null.</param>
/// <param name="Line">The line of the example in the file, counted from 1, or null where lines make no sense.</param>
/// <param name="Message">One sentence for people: what, and what was done about it.</param>
public sealed record DataIssue(DataIssueKind Kind, string? Column, long Count, string? Example, long? Line, string Message);

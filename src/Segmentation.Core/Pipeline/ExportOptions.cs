using Segmentation.Core.Collections;

namespace Segmentation.Core.Pipeline;

/// <summary>How a segment list is written.</summary>
public sealed record ExportOptions
{
    /// <summary>The original columns to write, in this order; null writes all.</summary>
    public ValueList<string>? Columns { get; init; }

    /// <summary>Between cells: comma, semicolon or TAB.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the file begins with a byte order mark, which some spreadsheets need to read UTF-8.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>Whether cells that a spreadsheet would run as a formula get an apostrophe in front.</summary>
    public bool EscapeFormulas { get; init; } = true;
}

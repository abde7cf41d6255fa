using Segmentation.Core.Collections;

namespace Segmentation.Core.Pipeline;

/// <summary>How a segment list is written.</summary>
public sealed record ExportOptions
{
    /// <summary>What may stand between cells: comma, semicolon or TAB.</summary>
    public static ValueList<char> Separators { get; } = [',', ';', '\t'];

    /// <summary>The original columns to write, in this order, each once; null writes all.</summary>
    public ValueList<string>? Columns { get; init; }

    /// <summary>Between cells; one of <see cref="Separators"/>.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the file begins with a byte order mark, which some spreadsheets need to read UTF-8.</summary>
    public bool ByteOrderMark { get; init; }

    /// <summary>
    /// Whether texts that a spreadsheet would run as a formula get an apostrophe in front. Numbers such as -5 are no formulas
    /// and stay as they are.
    /// </summary>
    public bool EscapeFormulas { get; init; } = true;

    /// <summary>
    /// Whether how likely each row belongs to each segment is written, as <c>membership_1</c>, <c>membership_2</c>... Only a mixture knows
    /// that; else nothing more is written.
    /// </summary>
    public bool Memberships { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">The separator is none of <see cref="Separators"/>.</exception>
    public void ThrowIfInvalid()
    {
        if (!Separators.Contains(Separator))
        {
            throw new ArgumentOutOfRangeException(nameof(Separator), Separator, "Cells are separated by a comma, a semicolon or a TAB.");
        }
    }
}
